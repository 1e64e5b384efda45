import { readdirSync, readFileSync } from 'node:fs';

type Catalogue = Record<string, Record<string, string>>;

const MESSAGES = new URL('../../messages/', import.meta.url);

/** All areas of a language: `ko.json` and `<area>.ko.json`. */
function read(language: string): Catalogue {
  const files = readdirSync(MESSAGES).filter((file) => file.endsWith(`${language}.json`));
  const areas = files.map((file) => JSON.parse(readFileSync(new URL(file, MESSAGES), 'utf8')) as Catalogue);
  return Object.assign({}, ...areas) as Catalogue;
}

const catalogues = { ko: read('ko'), en: read('en') };

export type Language = keyof typeof catalogues;
export const languages = ['ko', 'en'] as const;

/**
 * A sentence of the interface, by its key (`nav.archive`), so that tests look for what is really said.
 *
 * @param values what stands for `{name}` in it; neither plurals nor particles are worked out.
 */
export function word(language: Language, key: string, values: Record<string, string> = {}): string {
  const [room = '', name = ''] = key.split('.');
  const text = catalogues[language][room]?.[name];
  if (text === undefined) throw new Error(`messages/${language}.json has no ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, argument: string) => values[argument] ?? whole);
}

/** Address of a page in a language, percent-encoded. */
export function address(language: Language, path: string): string {
  return encodeURI(language === 'ko' ? path : `/en${path}`);
}
