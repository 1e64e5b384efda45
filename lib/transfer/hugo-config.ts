import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { asTable, asTables, asText, parseTable, type Format, type Table } from './front-matter';
import type { Notices } from './notices';
import type { PathRules } from './hugo-paths';
import { isTimeZone } from './dates';
import { readText } from './tree';

/** A language that the configuration names. */
export interface HugoLanguage {
  code: string;
  /** Content folder of its own, relative to the source; null where all share one. */
  contentDir: string | null;
  /** What precedes its addresses, without slashes. */
  prefix: string;
  config: Table;
}

/** The configuration, as far as it bears on content. */
export interface HugoConfig {
  /** With a trailing slash; null where there is none. */
  baseUrl: string | null;
  /** Path of `baseUrl`, `/` or `/blog/`. */
  basePath: string;
  timeZone: string | null;
  contentDir: string;
  staticDirs: string[];
  languages: HugoLanguage[];
  defaultLanguage: string;
  paths: PathRules;
  /** Whether all addresses are ugly, or those of the sections named. */
  ugly: boolean | ReadonlySet<string>;
  /** Patterns by section, for pages. */
  permalinks: ReadonlyMap<string, string>;
  /** Identifiers of `frontmatter.date`, lower case. */
  dateFields: string[];
  /** Everything, keys in lower case. */
  root: Table;
  params: Table;
  /** File that messages about it name. */
  file: string;
}

const rootNames = ['hugo', 'config'];
const formats: Record<string, Format> = { toml: 'toml', yaml: 'yaml', yml: 'yaml', json: 'json' };
const configFolder = 'config/_default';

/**
 * Finds and reads the configuration: `hugo.*` or `config.*` beside `content`, and the files of `config/_default`,
 * which win. A broken file is named and left out.
 *
 * @returns null where there is none at all.
 */
export async function readHugoConfig(folder: string, notices: Notices): Promise<HugoConfig | null> {
  const root: Table = {};
  let file: string | null = null;
  for (const name of await configFiles(folder)) {
    file ??= name;
    const text = await readText({ path: name, absolute: join(folder, name) }, notices);
    if (text === null) continue;
    const parsed = parseTable(text, formats[name.slice(name.lastIndexOf('.') + 1)] ?? 'toml');
    if ('problem' in parsed) {
      notices.error(name, parsed.line, 'config-broken', { detail: parsed.detail });
      continue;
    }
    merge(root, placed(name, parsed.data));
  }
  return file === null ? null : interpret(root, file, notices);
}

/** Files of the configuration that exist, in the order in which they are merged. */
async function configFiles(folder: string): Promise<string[]> {
  const list = async (path: string): Promise<string[]> =>
    (await readdir(join(folder, path)).catch(() => []))
      .filter((name) => /\.(?:toml|ya?ml|json)$/.test(name))
      .sort();
  const beside = await list('');
  const root = rootNames
    .flatMap((stem) => beside.filter((name) => name.replace(/\.\w+$/, '') === stem))
    .slice(0, 1);
  const inFolder = (await list(configFolder)).map((name) => posix.join(configFolder, name));
  return [...root, ...inFolder.sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)))];
}

function isRoot(name: string): boolean {
  return rootNames.includes(posix.basename(name).replace(/\.\w+$/, ''));
}

/** Where the table of a file belongs: `params.toml` holds `params`, `menus.en.toml` the menus of English. */
function placed(name: string, data: Table): Table {
  if (!name.startsWith(configFolder) || isRoot(name)) return data;
  const [key = '', language] = posix
    .basename(name)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .split('.');
  const inner: Table = { [key]: data[key] ?? data };
  return language === undefined ? inner : { languages: { [language]: inner } };
}

function merge(target: Table, source: Table): void {
  for (const [key, value] of Object.entries(source)) {
    if (key === '__proto__') continue;
    const [into, from] = [asTable(target[key]), asTable(value)];
    if (into && from) merge(into, from);
    else target[key] = value;
  }
}

function interpret(root: Table, file: string, notices: Notices): HugoConfig {
  const baseUrl = readBaseUrl(root, file, notices);
  const timeZone = asText(root.timezone);
  const zoneKnown = timeZone !== null && isTimeZone(timeZone);
  if (timeZone !== null && timeZone !== '' && !zoneKnown) {
    notices.warn(file, null, 'config-value', { key: 'timeZone', value: timeZone });
  }
  const defaultLanguage = (asText(root.defaultcontentlanguage) ?? 'en').toLowerCase();
  const ugly = asTable(root.uglyurls);
  return {
    baseUrl,
    basePath: baseUrl === null ? '/' : new URL(baseUrl).pathname,
    timeZone: zoneKnown ? timeZone : null,
    contentDir: insideFolder(asText(root.contentdir)) ?? 'content',
    staticDirs: staticDirs(root),
    languages: readLanguages(root, defaultLanguage),
    defaultLanguage,
    paths: { keepCase: root.disablepathtolower === true, removeAccents: root.removepathaccents === true },
    ugly: ugly
      ? new Set(Object.keys(ugly).filter((section) => ugly[section] === true))
      : root.uglyurls === true,
    permalinks: readPermalinks(root),
    dateFields: dateFields(root),
    root,
    params: asTable(root.params) ?? {},
    file,
  };
}

function readBaseUrl(root: Table, file: string, notices: Notices): string | null {
  const text = asText(root.baseurl)?.trim() ?? '';
  if (text === '' || text === '/') return null;
  try {
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(url.protocol);
    // As Hugo prints it: not respelled, only closed by a slash.
    return text.endsWith('/') ? text : `${text}/`;
  } catch {
    notices.warn(file, null, 'config-value', { key: 'baseURL', value: text });
    return null;
  }
}

/** A folder of the source; null where the name leads out of it. */
function insideFolder(name: string | null): string | null {
  if (name === null || name === '') return null;
  const path = posix.normalize(name.replaceAll('\\', '/')).replace(/\/$/, '');
  return path === '..' || path.startsWith('../') || path.startsWith('/') || path === '.' ? null : path;
}

function staticDirs(root: Table): string[] {
  const given = Array.isArray(root.staticdir) ? root.staticdir : [root.staticdir];
  const dirs = given.flatMap((name) => insideFolder(asText(name)) ?? []);
  return dirs.length > 0 ? dirs : ['static'];
}

function readLanguages(root: Table, defaultLanguage: string): HugoLanguage[] {
  const inSubdir = root.defaultcontentlanguageinsubdir === true;
  const tables = asTable(root.languages) ?? {};
  return Object.entries(tables).flatMap(([code, value]) => {
    const config = asTable(value);
    if (!config || config.disabled === true) return [];
    return {
      code,
      config,
      contentDir: insideFolder(asText(config.contentdir)),
      prefix: code === defaultLanguage && !inSubdir ? '' : code,
    };
  });
}

/** Both forms: sections at the top, or below `page`. */
function readPermalinks(root: Table): Map<string, string> {
  const patterns = new Map<string, string>();
  const table = asTable(root.permalinks) ?? {};
  for (const [section, pattern] of Object.entries({ ...table, ...asTable(table.page) })) {
    if (typeof pattern === 'string') patterns.set(section, pattern);
  }
  return patterns;
}

function dateFields(root: Table): string[] {
  const own = asTable(root.frontmatter)?.date;
  const given = (Array.isArray(own) ? (own as unknown[]) : []).flatMap(
    (name) => asText(name)?.toLowerCase() ?? [],
  );
  const usual = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'];
  return given.length === 0 ? usual : given.flatMap((name) => (name === ':default' ? usual : name));
}

/** An entry of the navigation. */
interface MenuEntry {
  label: string;
  href: string;
  weight: number;
}

/**
 * The navigation: Hugo's main menu, else the theme's own list `params.nav.custom`. Labels and addresses as written.
 */
export function readMenu(config: HugoConfig): { label: string; href: string }[] {
  const language = config.languages.find(({ code }) => code === config.defaultLanguage)?.config ?? {};
  const menus = asTables([language.menus, language.menu, config.root.menus, config.root.menu]);
  const entries = menus.flatMap((menu) => asTables(menu.main)).flatMap(menuEntry);
  const nav = asTable(config.params.nav) ?? {};
  const chosen = entries.length > 0 ? entries : asTables(nav.custom).flatMap(menuEntry);
  return (
    chosen
      .map((entry, index) => ({ entry, index }))
      // Hugo puts entries without a weight last.
      .sort((a, b) => (a.entry.weight || Infinity) - (b.entry.weight || Infinity) || a.index - b.index)
      .map(({ entry: { label, href } }) => ({ label, href: menuAddress(href, config.basePath) }))
  );
}

function menuEntry(table: Table): MenuEntry[] {
  const label = asText(table.name) ?? asText(table.title) ?? asText(table.identifier);
  const href = asText(table.url) ?? asText(table.pageref);
  // Of addresses with a scheme, a menu has only those that lead to pages and to mail.
  const isUnsafe = href !== null && /^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(?:https?|mailto):/i.test(href);
  return label === null || href === null || href === '' || isUnsafe
    ? []
    : [{ label, href, weight: Number(table.weight ?? 0) }];
}

function menuAddress(href: string, basePath: string): string {
  if (href.startsWith('//')) return `https:${href}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const fromRoot = posix.join('/', href.startsWith(basePath) ? href.slice(basePath.length) : href);
  const isPage = !/[?#]/.test(fromRoot) && !posix.basename(fromRoot).includes('.');
  return isPage ? fromRoot.replace(/\/*$/, '/') : fromRoot;
}
