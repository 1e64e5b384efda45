import type { IncomingHttpHeaders } from 'node:http';
import type { Encoding } from './negotiate';

/** What an answer is compared by: a hash of its bytes, and when they last changed where that is known. */
export interface Validators {
  hash: string;
  lastModified: Date | null;
}

/**
 * The strong entity tag of one representation. Encodings of the same bytes are different representations, so each
 * has its own (RFC 9110 §8.8.3.3).
 */
export function entityTag(hash: string, encoding: Encoding): string {
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}

/**
 * Whether the visitor's copy is current, so that 304 is the answer to its GET or HEAD (RFC 9110 §13.2.2).
 * `If-None-Match` wins over `If-Modified-Since`; a tag of any encoding of these bytes matches, weak or strong, since
 * either says that the visitor has them. A header that cannot be read counts as absent.
 */
export function isNotModified(headers: IncomingHttpHeaders, { hash, lastModified }: Validators): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const listed = parseEntityTags(tags);
    if (listed) return listed === '*' || listed.some((tag) => isTagOf(tag, hash));
  }
  const since = headers['if-modified-since'];
  if (since === undefined || !lastModified) return false;
  const date = parseHttpDate(since);
  return date !== null && Math.floor(lastModified.getTime() / 1000) * 1000 <= date.getTime();
}

const isTagOf = (tag: string, hash: string): boolean =>
  tag === hash || (tag.startsWith(hash) && /^-(?:gzip|br)$/.test(tag.slice(hash.length)));

/** The opaque parts of a list of entity tags, `*`, or null where the header is malformed. */
function parseEntityTags(header: string): '*' | string[] | null {
  if (header.trim() === '*') return '*';
  const tags: string[] = [];
  const element = /[\s,]*(?:W\/)?"([\x21\x23-\x7e\x80-\uffff]*)"[ \t]*(?=,|$)/y;
  while (element.lastIndex < header.length) {
    const found = element.exec(header);
    if (!found) return null;
    tags.push(found[1] ?? '');
    if (/^[\s,]*$/.test(header.slice(element.lastIndex))) break;
  }
  return tags;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads the three forms of RFC 9110 §5.6.7; null for anything else. */
export function parseHttpDate(text: string): Date | null {
  const time = String.raw`(?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})`;
  const month = `(?<month>${MONTHS.join('|')})`;
  const forms = [
    String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{2}) ${month} (?<year>\d{4}) ${time} GMT$`,
    String.raw`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d{2})-${month}-(?<year>\d{2}) ${time} GMT$`,
    String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} (?<day>[ \d]\d) ${time} (?<year>\d{4})$`,
  ];
  for (const form of forms) {
    const found = new RegExp(form).exec(text.trim())?.groups;
    if (!found) continue;
    const [year, day, h, m, s] = [found.year, found.day, found.h, found.m, found.s].map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    // Of two digits, those which would lie more than 50 years ahead mean the past.
    const century = Math.floor(new Date().getUTCFullYear() / 100) * 100;
    const near = year + century > new Date().getUTCFullYear() + 50 ? year + century - 100 : year + century;
    const full = found.year?.length === 2 ? near : year;
    const monthIndex = MONTHS.indexOf(found.month ?? '');
    const date = new Date(Date.UTC(full, monthIndex, day, h, m, s));
    const exists =
      date.getUTCDate() === day && date.getUTCMonth() === monthIndex && h < 24 && m < 60 && s < 61;
    return exists ? date : null;
  }
  return null;
}
