import { isPublicAddress } from '@/lib/fetch';
import { defaultLanguage, languages } from '@/lib/i18n';
import { SettingsError } from './errors';
import type { Settings } from './schema';

/** Longest texts, in characters, and lists, in items. */
export const LIMITS = {
  name: 80,
  description: 300,
  copyright: 200,
  label: 40,
  href: 500,
  menu: 20,
  macros: 200,
  macro: 2_000,
  perPage: 100,
  feedLine: 500,
} as const;

/** A name of a command as TeX reads one: `\RR`, or one character that is no letter, `\*`. */
const MACRO_NAME = /^\\(?:[A-Za-z@]+|[^A-Za-z\s])$/;
/** What would define further commands from within a formula. */
const DEFINES = /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z])/;

/**
 * Holds settings that a person entered to the rules of the house.
 *
 * @returns them with texts cleaned: NFC, one line, without empty ones.
 * @throws {SettingsError} for the first input that is wrong, with its name as `field`.
 */
export function checkedSettings(given: Settings): Settings {
  const name = texts('name', given.name, LIMITS.name);
  if (Object.keys(name).length === 0) throw new SettingsError('name-missing', `name.${defaultLanguage}`);
  if (
    given.languages[0] !== defaultLanguage ||
    new Set(given.languages).size !== given.languages.length ||
    given.languages.some((language) => !(languages as string[]).includes(language))
  )
    throw new SettingsError('languages-invalid', 'languages');
  if (!isTimeZone(given.timeZone)) throw new SettingsError('time-zone-unknown', 'timeZone');
  for (const field of ['postsPerPage', 'feedItems'] as const) {
    const value = given[field];
    if (!Number.isInteger(value) || value < 1 || value > LIMITS.perPage)
      throw new SettingsError('number-invalid', field, { most: LIMITS.perPage });
  }
  return {
    ...given,
    name,
    description: texts('description', given.description, LIMITS.description),
    copyright: given.copyright === null ? null : text('copyright', given.copyright, LIMITS.copyright) || null,
    feedLine: texts('feedLine', given.feedLine, LIMITS.feedLine),
    hub: hubAddress(given.hub),
    menu: menu(given.menu),
    macros: macros(given.macros),
  };
}

/** Whether `Intl` knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function text(field: string, value: string, most: number): string {
  const clean = value
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if ([...clean].length > most) throw new SettingsError('text-long', field, { most });
  return clean;
}

function texts(field: string, values: Record<string, string>, most: number): Record<string, string> {
  const cleaned = Object.entries(values).map(
    ([language, value]) => [language, text(`${field}.${language}`, value, most)] as const,
  );
  return Object.fromEntries(cleaned.filter(([, value]) => value !== ''));
}

function menu(items: Settings['menu']): Settings['menu'] {
  if (items.length > LIMITS.menu) throw new SettingsError('menu-long', 'menu', { most: LIMITS.menu });
  return items.map((item, index) => {
    const labels = texts(`menu.${index}.labels`, item.labels, LIMITS.label);
    if (Object.keys(labels).length === 0)
      throw new SettingsError('menu-label-missing', `menu.${index}.labels.${defaultLanguage}`);
    return { labels, href: menuAddress(`menu.${index}.href`, item.href) };
  });
}

/** An address is kept decoded, as a reader would write it; in-site ones are NFC and end in a slash like every page. */
function menuAddress(field: string, given: string): string {
  const href = text(field, given, LIMITS.href);
  const wrong = () => new SettingsError('menu-address-invalid', field);
  if (/^\/(?![/\\])/.test(href)) {
    let path = href;
    try {
      path = decodeURI(href).normalize('NFC');
    } catch {
      // A bare percent sign.
      throw wrong();
    }
    if (/[\s\\]|\/\//.test(path) || path.split('/').some((part) => part === '.' || part === '..'))
      throw wrong();
    return path.endsWith('/') || /[?#]|\.[a-z0-9]{2,5}$/i.test(path) ? path : `${path}/`;
  }
  if (!/^(?:https?:\/\/[^/]|mailto:[^@\s]+@)/i.test(href) || !URL.canParse(href)) throw wrong();
  return href;
}

/** Names that are resolved within a machine or a network alone (RFC 6761, RFC 6762, RFC 8375). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|example|invalid)\.?$/i;

/**
 * A hub is an https address that everyone can reach: subscribers ask it too. What the name leads to is looked at again
 * with each ping.
 */
function hubAddress(given: string): string {
  const address = text('hub', given, LIMITS.href);
  if (address === '') return '';
  const wrong = () => new SettingsError('hub-invalid', 'hub');
  if (!/^https:\/\/[^/]/i.test(address) || !URL.canParse(address)) throw wrong();
  const { hostname, username, password, href, hash } = new URL(address);
  if (username !== '' || password !== '' || hash !== '') throw wrong();
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLiteral = host.includes(':') || /^[\d.]+$/.test(host);
  if (isLiteral ? !isPublicAddress(host) : !host.includes('.') || LOCAL_NAME.test(host)) throw wrong();
  return href;
}

function macros(given: Record<string, string>): Record<string, string> {
  const entries = Object.entries(given);
  if (entries.length > LIMITS.macros) throw new SettingsError('menu-long', 'macros', { most: LIMITS.macros });
  return Object.fromEntries(
    entries.map(([name, body]) => {
      const field = `macros.${name}`;
      if (!MACRO_NAME.test(name)) throw new SettingsError('macro-name-invalid', field, { name });
      const clean = text(field, body, LIMITS.macro);
      if (clean === '' || DEFINES.test(clean) || !isBalanced(clean))
        throw new SettingsError('macro-text-invalid', field, { name });
      return [name, clean];
    }),
  );
}

/** Whether every brace that opens is closed; a lone one would swallow the rest of each formula that uses the command. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  for (let i = 0; i < tex.length; i += 1) {
    if (tex[i] === '\\') i += 1;
    else if (tex[i] === '{') depth += 1;
    else if (tex[i] === '}' && --depth < 0) return false;
  }
  return depth === 0;
}
