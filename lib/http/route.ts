import type { Language } from '@/lib/i18n';
import { FEED_PARAMETERS, pickQuery, SEARCH_PARAMETERS } from './parameters';

/**
 * What an address is, which decides its headers and whether its answer is kept:
 * - `page`: a reading page, the same bytes for every visitor;
 * - `feed`: RSS, Atom or JSON Feed;
 * - `plain`: other documents for programs (robots.txt, sitemap.xml);
 * - `found`: what quick find shows, for the script of the pages;
 * - `media`: uploaded and imported images;
 * - `asset`: files that belong to the program (its scripts, styles, fonts);
 * - `desk`: pages of signed-in members, and the doors to them;
 * - `api`: endpoints that pages talk to;
 * - `health`: the probe of whoever runs the site;
 * - `speculation`: the rules by which browsers prefetch.
 */
export type RouteKind =
  'page' | 'feed' | 'plain' | 'found' | 'media' | 'asset' | 'desk' | 'api' | 'health' | 'speculation';

export interface Served {
  action: 'serve';
  kind: RouteKind;
  locale: Language;
  /** The one public path of this address, percent-encoded, without a query. */
  address: string;
  /** Path and query that the framework is asked for. */
  target: string;
  /** Whether a finished answer may be kept for the next visitor. */
  keep: boolean;
  /** Whether the bytes at this address can never change. */
  immutable: boolean;
  /** Whether a browser asks for a document of XML to show it, and not a program to read it. */
  shown?: boolean;
  /** Whether it looks something up anew for each visitor, which costs more than sending what is kept. */
  isSearch: boolean;
}

export type Route =
  | Served
  | { action: 'redirect'; status: 308; location: string }
  | { action: 'refuse'; status: 400 | 404 | 414; locale: Language };

export interface RouteOptions {
  /** Whether `public/` holds a file at this decoded path, e.g. `/reading.js`. */
  isPublicFile: (path: string) => boolean;
  /** The development server has addresses of its own, which go through untouched. */
  development?: boolean;
}

export const SPECULATION_RULES_ADDRESS = '/speculation-rules.json';

/** Longest request target that is looked at; longer ones answer 414, but for questions, which are cut. */
const LONGEST_TARGET = 4096;
const QUESTION = /^\/(?:en\/)?search\/?(?:find\.json)?\?/;

const DESK_SECTIONS = new Set([
  ...['signin', 'signout', 'setup', 'invite', 'password', 'email'],
  ...['write', 'preview', 'admin'],
]);
/** Files of feeds, and what their formats are called inside. */
const FEED_FILES = new Map([
  ['index.xml', 'rss'],
  ['index.atom', 'atom'],
  ['index.json', 'json'],
]);
/** What else belongs to the feeds of a language, at its top. */
const ABOUT_FEEDS = new Map([
  ['feeds.opml', 'opml'],
  ['feed.css', 'css'],
]);
/** What feeds are called on other sites, as files and as folders. */
const OTHER_FEED_FILES = new Map([
  ...['feed.xml', 'rss.xml', 'index.rss', 'feed.rss'].map((name) => [name, 'index.xml'] as const),
  ...['atom.xml', 'feed.atom'].map((name) => [name, 'index.atom'] as const),
  ...['feed.json'].map((name) => [name, 'index.json'] as const),
]);
const FEED_FOLDERS = new Map([
  ['feed', 'index.xml'],
  ['rss', 'index.xml'],
  ['atom', 'index.atom'],
]);
/** Sections that are lists of lists; static sites give each a feed, of all that is below. */
const INDEXES = new Set(['tags', 'categories', 'authors', 'archive', 'papers']);
const FIND_FILE = 'find.json';
/** By which browsers can add the site to what they search with. */
const OPEN_SEARCH_FILE = 'opensearch.xml';
/** Pictures that stand for a page where it is shared. */
const SHARE_PICTURES = 'og';
const MEDIA_FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|mp4|webm|mov|mp3|ogg|wav|pdf)$/i;

/**
 * Maps a request target to what is done with it.
 *
 * The default language has no prefix outside and `/ko` inside. Every address has exactly one spelling (RFC 3986
 * §6.2.2: percent-encoding and dot segments normalised, Hangul in NFC, page addresses with a final slash); all
 * other spellings redirect to it in one step, keeping their query, and never to another origin.
 *
 * @param requestTarget what the request line holds: `/path?query`, or an absolute address from a proxy, whose host
 *   is not believed.
 */
export function route(requestTarget: string, options: RouteOptions): Route {
  if (requestTarget.length > LONGEST_TARGET && !QUESTION.test(requestTarget)) {
    return { action: 'refuse', status: 414, locale: 'ko' };
  }
  const [rawPath, rawQuery] = splitTarget(requestTarget.slice(0, LONGEST_TARGET));

  if (options.development && /^\/(?:_next|__nextjs)/.test(rawPath)) return framework(rawPath, rawQuery);

  const segments = decodePath(rawPath);
  if (!segments) return { action: 'refuse', status: 400, locale: 'ko' };

  const { first, locale, path, endsInSlash } = readPath(rawPath, segments);

  if (segments[0] === '_next') return nextStatic(segments, rawPath, locale);
  if (first === 'api' && locale === 'ko' && rawPath.startsWith('/api/')) {
    return served({ kind: 'api', locale, address: rawPath, target: rawPath + rawQuery });
  }

  const isFile = isFileAddress(path, locale, endsInSlash, options);
  const address = encodePath([...prefixOf(locale), ...path], !isFile);
  if (rawPath !== address) return redirect([...prefixOf(locale), ...path], !isFile, rawQuery);
  return isFile ? file(path, locale, address, rawQuery, options) : page(path, locale, address, rawQuery);
}

function splitTarget(requestTarget: string): [path: string, query: string] {
  const withoutOrigin = requestTarget.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const mark = withoutOrigin.indexOf('?');
  const path = mark < 0 ? withoutOrigin : withoutOrigin.slice(0, mark);
  const query = mark < 0 ? '' : withoutOrigin.slice(mark + 1);
  const isAbsolute = withoutOrigin.length < requestTarget.length;
  return [path === '' && isAbsolute ? '/' : path, query === '' ? '' : `?${escapeQuery(query)}`];
}

/** Node hands raw bytes of a request line on as Latin-1; none of them belongs in a header of an answer. */
function escapeQuery(query: string): string {
  return query.replace(
    /[^\x21-\x7e]|["<>\\^`{|}#]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** The decoded segments, NFC; null for what is no path: bad encodings, controls, separators in disguise. */
function decodePath(rawPath: string): string[] | null {
  if (!rawPath.startsWith('/') || rawPath.includes('#')) return null;
  const segments: string[] = [];
  for (const raw of rawPath.slice(1).split('/')) {
    const decoded = decodeSegment(raw);
    if (decoded === null) return null;
    segments.push(decoded);
  }
  return segments;
}

function decodeSegment(raw: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(
      raw.replace(/[^\x00-\x7f]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`),
    );
  } catch {
    return null;
  }
  return /[\u0000-\u001f\u007f-\u009f/\\]/.test(decoded) ? null : decoded.normalize('NFC');
}

/** RFC 3986 §5.2.4, and no empty segments. */
function resolveDots(segments: readonly string[]): string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '..') resolved.pop();
    else if (segment !== '' && segment !== '.') resolved.push(segment);
  }
  return resolved;
}

function readPath(rawPath: string, segments: readonly string[]) {
  const path = resolveDots(segments);
  const locale: Language = path[0] === 'en' ? 'en' : 'ko';
  if (locale === 'en') path.shift();
  else while (path[0] === 'ko') path.shift();

  let endsInSlash = /(?:^|\/)(?:\.|%2e){0,2}$/i.test(rawPath);
  for (;;) {
    // Static sites answer at both, so links to both exist.
    if (path.at(-1) === 'index.html') path.length -= 1;
    else if (path.at(-1) === '1' && path.at(-2) === 'page') path.length -= 2;
    else break;
    endsInSlash = true;
  }
  toPresentFeed(path, endsInSlash);
  return { first: path[0], locale, path, endsInSlash };
}

/** Gives a feed by the name that it has on other sites, or had on a static one, the one that it has here. */
function toPresentFeed(path: string[], endsInSlash: boolean): void {
  const last = path.at(-1) ?? '';
  const file = endsInSlash ? undefined : OTHER_FEED_FILES.get(last);
  const isBelowList = path.length === 2 && !INDEXES.has(path[0] ?? '') && !DESK_SECTIONS.has(path[0] ?? '');
  const folder = path.length === 1 || isBelowList ? FEED_FOLDERS.get(last) : undefined;
  const name = file ?? folder ?? (FEED_FILES.has(last) ? last : undefined);
  if (name === undefined) return;
  path.pop();
  if (path[0] === 'categories') path.shift();
  if (path.length === 1 && INDEXES.has(path[0] ?? '')) path.pop();
  if (path.length === 2 && /^\d{4}-\d{2}$/.test(path[1] ?? '')) path.pop();
  path.push(name);
}

const prefixOf = (locale: Language): string[] => (locale === 'en' ? ['en'] : []);

function isPublic(path: readonly string[], locale: Language, options: RouteOptions): boolean {
  return options.isPublicFile(`/${[...prefixOf(locale), ...path].join('/')}`);
}

function isFileAddress(
  path: readonly string[],
  locale: Language,
  endsInSlash: boolean,
  options: RouteOptions,
): boolean {
  const last = path.at(-1) ?? '';
  if (FEED_FILES.has(last) || isFindFile(path) || isPublic(path, locale, options)) return true;
  if (path.length === 1 && last === OPEN_SEARCH_FILE) return true;
  // With a final slash it is a page whose name only looks like an image's: `/ai/2022-09/what-is-a.png/`.
  if (MEDIA_FILE.test(last) && !endsInSlash) return true;
  if (path.length === 1 && ABOUT_FEEDS.has(last)) return true;
  if (locale !== 'ko') return false;
  if (path[0] === 'media') return path.length === 2;
  return path.length === 1 && (isTopLevelFile(last) || `/${last}` === SPECULATION_RULES_ADDRESS);
}

const isFindFile = (path: readonly string[]): boolean =>
  path.length === 2 && path[0] === 'search' && path[1] === FIND_FILE;

/** A part of the sitemap of a large site: `sitemap-posts-2.xml`. */
const SITEMAP_PART = /^sitemap-([a-z]+-[1-9]\d{0,3})\.xml$/;

const isTopLevelFile = (name: string): boolean =>
  name === 'healthz' || name === 'robots.txt' || name === 'sitemap.xml' || SITEMAP_PART.test(name);

function file(
  path: readonly string[],
  locale: Language,
  address: string,
  query: string,
  options: RouteOptions,
): Served {
  const last = path.at(-1) ?? '';
  if (isPublic(path, locale, options)) {
    // A version in the query is the page's promise that other bytes will get another address.
    const immutable = /^\?v=[\w-]+$/.test(query);
    return served({ kind: 'asset', locale, address, target: address, keep: true, immutable });
  }
  const format = FEED_FILES.get(last) ?? (path.length === 1 ? ABOUT_FEEDS.get(last) : undefined);
  if (format !== undefined) {
    const inside = encodeSegments(['feed', locale, format, ...path.slice(0, -1)]);
    const target = `/${inside}/${pickQuery(query, FEED_PARAMETERS)}`;
    return served({ kind: 'feed', locale, address, target, keep: true });
  }
  if (isFindFile(path)) {
    const target = `/${locale}/${encodeSegments(path)}${pickQuery(query, SEARCH_PARAMETERS)}`;
    return served({ kind: 'found', locale, address, target, isSearch: true });
  }
  if (path.length === 1 && last === OPEN_SEARCH_FILE) {
    return served({ kind: 'plain', locale, address, target: `/${locale}/${last}`, keep: true });
  }
  if (locale === 'ko' && path.length === 1) {
    if (last === 'healthz') return served({ kind: 'health', locale, address, target: address });
    const part = SITEMAP_PART.exec(last)?.[1];
    if (part !== undefined) {
      return served({ kind: 'plain', locale, address, target: `/sitemap-part/${part}`, keep: true });
    }
    if (isTopLevelFile(last)) return served({ kind: 'plain', locale, address, target: address, keep: true });
    if (address === SPECULATION_RULES_ADDRESS) {
      return served({ kind: 'speculation', locale, address, target: address });
    }
  }
  if (locale === 'ko' && path[0] === SHARE_PICTURES) {
    // A version in the query changes with what stands on the picture.
    const immutable = /^\?v=[\w-]+$/.test(query);
    return served({ kind: 'media', locale, address, target: address, keep: true, immutable });
  }
  const isMedia = locale === 'ko' && path[0] === 'media' && path.length === 2;
  const target = isMedia ? address : `/media-address${address}`;
  return served({ kind: 'media', locale, address, target, keep: true, immutable: isMedia });
}

function page(path: readonly string[], locale: Language, address: string, query: string): Served {
  if (DESK_SECTIONS.has(path[0] ?? '')) {
    return served({ kind: 'desk', locale, address, target: address + query });
  }
  const isSearch = path[0] === 'search' && path.length === 1;
  const inside = encodePath([locale, ...path], true);
  return served({
    kind: 'page',
    locale,
    address,
    target: inside + (isSearch ? pickQuery(query, SEARCH_PARAMETERS) : ''),
    keep: !isSearch,
    isSearch,
  });
}

function nextStatic(segments: readonly string[], rawPath: string, locale: Language): Route {
  const isClean =
    segments[1] === 'static' && !segments.some((part) => part === '' || part === '.' || part === '..');
  if (!isClean) return { action: 'refuse', status: 404, locale };
  return served({ kind: 'asset', locale, address: rawPath, target: rawPath, keep: true, immutable: true });
}

function framework(rawPath: string, query: string): Served {
  return served({ kind: 'asset', locale: 'ko', address: rawPath, target: rawPath + query });
}

function served(facts: Omit<Served, 'action' | 'keep' | 'immutable' | 'isSearch'> & Partial<Served>): Served {
  return { action: 'serve', keep: false, immutable: false, isSearch: false, ...facts };
}

function redirect(path: readonly string[], withSlash: boolean, query: string): Route {
  return { action: 'redirect', status: 308, location: encodePath(path, withSlash) + query };
}

function encodePath(path: readonly string[], withSlash: boolean): string {
  if (path.length === 0) return '/';
  return `/${encodeSegments(path)}${withSlash ? '/' : ''}`;
}

const encodeSegments = (path: readonly string[]): string => path.map(encodeSegment).join('/');

/** RFC 3986 §3.3: a `pchar` stands for itself, everything else is percent-encoded UTF-8. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}
