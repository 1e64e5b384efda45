import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isTimeZone, monthOfDate, parseDate, type WrittenDate } from './dates';
import { asText, type Table } from './front-matter';
import { makePath, type PathRules } from './hugo-paths';
import type { Notices } from './notices';
import { cleanLine } from './text';
import type { ImportDocument } from './types';

/** Longest title, in characters. What is longer is an accident: a whole paragraph in the wrong place. */
const maxTitle = 300;

const simplePaths: PathRules = { keepCase: false, removeAccents: false };

/** One part of an address, made as Hugo makes it; never empty, never with a slash. */
export function slugPart(text: string, fallback: string): string {
  const slug = makePath(
    text
      .normalize('NFC')
      .replace(/[/\\#%]/g, ' ')
      .trim(),
    simplePaths,
  )
    .normalize('NFC')
    .replace(/^-+|-+$/g, '');
  return slug === '' || /^\.+$/.test(slug) ? fallback : slug;
}

/** Tags by slug, each once, in the order of the source. */
export function tagsOf(names: readonly string[]): { slug: string; name: string }[] {
  const bySlug = new Map<string, string>();
  for (const name of names.map(cleanLine)) {
    const slug = slugPart(name, '');
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, name);
  }
  return [...bySlug].map(([slug, name]) => ({ slug, name }));
}

/** The parts of an address that already has Nonmun's form, `/<category>/<YYYY-MM>/<slug>/`. */
export function ownParts(path: string): { category: string; month: string; slug: string } | null {
  const match = /^\/([^/]+)\/(\d{4}-(?:0[1-9]|1[0-2]))\/([^/]+)\/$/.exec(path);
  if (!match) return null;
  const [, category = '', month = '', slug = ''] = match;
  return { category, month, slug };
}

/** Last part of an address, without the extension of a file. */
export function lastPart(path: string): string {
  return posix.basename(path).replace(/\.html?$/i, '');
}

/** A title that fits, and the text to put before the body so that nothing is lost. */
export function fitTitle(title: string): { title: string; lead: string } {
  const characters = Array.from(title);
  if (characters.length <= maxTitle) return { title, lead: '' };
  const kept = characters.slice(0, maxTitle - 1).join('');
  return { title: `${kept.trimEnd()}…`, lead: `${escapeMarkdown(title)}\n\n` };
}

/** Text as Markdown that shows the same text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#$|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+:=]/, '\\$&');
}

/** A first-level heading at the very start: what a file without front matter is called. */
export function headingTitle(body: string): { title: string; body: string; lines: number } | null {
  const match = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n+|$)/.exec(body);
  if (!match) return null;
  const title = cleanLine((match[1] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/[*`]/g, ''));
  return title === ''
    ? null
    : { title, body: body.slice(match[0].length), lines: match[0].split('\n').length - 1 };
}

/** A date that stands at the start of a name: `2022-09-23-…`, `20220923…`, `220923-…`. */
export function dateInName(name: string): WrittenDate | null {
  const match = /^(\d{4}-\d{2}-\d{2}|\d{8}|\d{6})(?=$|[\s._-])/.exec(name);
  const digits = match?.[1] ?? '';
  return digits === '' ? null : parseDate(digits.length === 6 ? `20${digits}` : digits);
}

export type DateFound = { date: WrittenDate | null } | { invalid: string };

/**
 * The date of a document: the first field of the front matter that has one.
 *
 * @param fields names in order of preference; those that begin with a colon are Hugo's special ones.
 */
export function dateOf(data: Table, fields: readonly string[], name: string, zone: string): DateFound {
  for (const field of fields) {
    if (field === ':filename') {
      const date = dateInName(name);
      if (date) return { date };
    }
    const value = field.startsWith(':') ? undefined : data[field];
    if (value === undefined || value === null || value === '') continue;
    const date = parseDate(value, zone);
    return date ? { date } : { invalid: asText(value) ?? JSON.stringify(value).slice(0, 100) };
  }
  return { date: null };
}

/**
 * Gives every document an address of its own. Where two Hugo addresses would become one here, the later gets a longer
 * slug; where two documents claim the same address, the first keeps it and the other is left out.
 */
export function settleAddresses(documents: readonly ImportDocument[], notices: Notices): ImportDocument[] {
  const bySource = new Map<string, ImportDocument>();
  const byOwn = new Map<string, ImportDocument>();
  const kept: ImportDocument[] = [];
  for (const given of documents) {
    const sameSource = bySource.get(`${given.language ?? ''} ${given.path}`);
    const document = freeSlug(given, byOwn);
    const own = `${document.language ?? ''} ${ownKey(document)}`;
    const holder = sameSource ?? byOwn.get(own) ?? otherPost(document, byOwn);
    if (holder) {
      notices.error(document.file, null, 'address-duplicate', { address: document.path, other: holder.file });
      continue;
    }
    bySource.set(`${document.language ?? ''} ${document.path}`, document);
    byOwn.set(own, document);
    byOwn.set(ownKey(document), byOwn.get(ownKey(document)) ?? document);
    kept.push(document);
  }
  return kept;
}

function ownKey({ kind, category, month, slug }: ImportDocument): string {
  return kind === 'page' ? `/${slug}/` : `/${category?.slug ?? ''}/${month ?? ''}/${slug}/`;
}

/** The document that already has this address here, unless it is the same post in another language. */
function otherPost(
  document: ImportDocument,
  byOwn: ReadonlyMap<string, ImportDocument>,
): ImportDocument | null {
  const holder = byOwn.get(ownKey(document));
  return holder && holder.translationKey !== document.translationKey ? holder : null;
}

function freeSlug(document: ImportDocument, byOwn: ReadonlyMap<string, ImportDocument>): ImportDocument {
  const holder = otherPost(document, byOwn);
  if (!holder || holder.path === document.path) return document;
  const parts = document.path
    .replace(/\.html?\/$/i, '/')
    .split('/')
    .filter(Boolean)
    .slice(1);
  const slug = slugPart(parts.join('-'), document.slug);
  return slug === document.slug ? document : { ...document, slug };
}

/** A short stable name for what has none. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The zone in which months are counted: the source's own, else the one given, else Seoul. */
export function siteZone(own: string | null, given: string | undefined): string {
  return own ?? (given !== undefined && isTimeZone(given) ? given : 'Asia/Seoul');
}

export function monthOf(date: WrittenDate | null, zone: string): string | null {
  return date ? monthOfDate(date, zone) : null;
}

/** Language of most documents. */
export function commonLanguage(documents: readonly ImportDocument[]): string | null {
  const counts = new Map<string, number>();
  for (const { language } of documents) {
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
