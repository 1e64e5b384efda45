import { posix } from 'node:path';

/** What the configuration says of addresses. */
export interface PathRules {
  /** `disablePathToLower` */
  keepCase: boolean;
  /** `removePathAccents` */
  removeAccents: boolean;
}

/**
 * Makes a path of any text, as Hugo does from 0.55 to 0.122 (`MakePathSanitized`): letters, digits, marks and
 * `. / \ _ # + ~ - @` stay, white space becomes one hyphen, everything else goes; lower case. A percent sign stays
 * where it encodes a byte.
 */
export function makePath(text: string, rules: PathRules): string {
  return lower(sanitize(rules.removeAccents ? withoutAccents(text) : text), rules);
}

/**
 * As {@link makePath}, but as Hugo does since 0.123, which turns each space into a hyphen before it drops what may
 * not stay: `a & b` is `a--b` there and `a-b` before.
 */
export function makePathSince123(text: string, rules: PathRules): string {
  return makePath(text.replaceAll(' ', '-'), rules);
}

function sanitize(text: string): string {
  const source = Array.from(text);
  let target = '';
  let hyphenDue = false;
  let wasHyphen = false;
  source.forEach((character, index) => {
    if (isAllowed(character, source, index)) {
      wasHyphen = character === '-';
      if (hyphenDue && !wasHyphen) target += '-';
      hyphenDue = false;
      target += character;
    } else if (target !== '' && !wasHyphen && /\p{White_Space}/u.test(character)) {
      hyphenDue = true;
    }
  });
  return target;
}

function isAllowed(character: string, source: readonly string[], index: number): boolean {
  if (/[\p{L}\p{Nd}\p{M}./\\_#+~\-@]/u.test(character)) return true;
  return character === '%' && /^[0-9A-Fa-f]{2}$/.test(`${source[index + 1] ?? ''}${source[index + 2] ?? ''}`);
}

function lower(text: string, rules: PathRules): string {
  if (rules.keepCase) return text;
  // Character by character, as Go does: JavaScript's rules for whole words (final sigma, dotted capital I) differ.
  return Array.from(text)
    .map((character) => (character === 'İ' ? 'i' : character.toLowerCase()))
    .join('');
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** Where a page comes from, and what its front matter says of its address. */
export interface PageAddress {
  /** Folder within the content folder, `ai/2022-08`; empty at the top. */
  dir: string;
  /** File name without extension and language; for a bundle the name of its folder. */
  baseName: string;
  slug: string | null;
  url: string | null;
  /** Pattern of the configuration, already expanded; null where none fits. */
  permalink: string | null;
  ugly: boolean;
  /** `en` for pages below `/en/`, empty for the others. */
  languagePrefix: string;
}

/**
 * The address that Hugo gives a page, as it stands in links: sanitised, not yet percent-encoded, with a leading slash,
 * and with a trailing one unless it is a file.
 */
export function hugoLink(
  page: PageAddress,
  rules: PathRules,
  sanitizer: (text: string, rules: PathRules) => string = makePath,
): string {
  if (page.url !== null && page.url !== '') return urlLink(page.url, page.languagePrefix);
  const base = page.permalink ?? posix.join('/', page.dir, page.slug ?? page.baseName);
  const path = posix.join('/', page.languagePrefix, base).replace(/\/+$/, '');
  return sanitizer(page.ugly ? `${path}.html` : `${path}/`, rules);
}

/** An address from front matter is taken as it is; only relative ones get the language. */
function urlLink(url: string, languagePrefix: string): string {
  const path = posix.join('/', url.startsWith('/') ? '' : languagePrefix, url);
  const isFile = url.includes('.') && !url.endsWith('/');
  return isFile && !path.endsWith('/index.html') ? path : path.replace(/\/*$/, '/');
}

/** Percent-encodes a link as Go's `URL.EscapedPath` and thereby Hugo's feed does. */
export function escapeLink(link: string): string {
  // What follows the first number sign is a fragment to Go, a mistake of Hugo's that its feeds carry.
  const [path = '', ...rest] = link.split('#');
  const parts = rest.length === 0 ? [path] : [path, rest.join('%23')];
  return parts
    .map((part) => (/^[\w\-.~!$&'()*+,;=:@/[\]%?]*$/.test(part) ? part : escapePart(part)))
    .join('#');
}

function escapePart(part: string): string {
  return encodeURIComponent(decodePercent(part)).replace(
    /%(?:24|26|2B|2C|2F|3A|3B|3D|3F|40)|[!'()*]/g,
    (character) =>
      character.startsWith('%')
        ? decodeURIComponent(character)
        : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Decodes percent-encoding; a text that holds an encoding of no UTF-8 stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return text;
  }
}

/** A link as a key of addresses: decoded, NFC, slashes at both ends. */
export function addressKey(link: string): string {
  const path = decodePercent(link).normalize('NFC');
  return posix.join('/', path, '/');
}
