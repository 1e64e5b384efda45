import { readFileSync } from 'node:fs';

type Catalogue = Record<string, Record<string, string>>;

const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), 'utf8')) as Catalogue;
const catalogues = { ko: read('ko'), en: read('en') };

export type Language = keyof typeof catalogues;
export const languages = ['ko', 'en'] as const;

/** A fixed sentence of the interface, by its key (`nav.archive`), so that tests look for what is really said. */
export function word(language: Language, key: string): string {
  const [room = '', name = ''] = key.split('.');
  const text = catalogues[language][room]?.[name];
  if (text === undefined) throw new Error(`messages/${language}.json has no ${key}`);
  return text;
}

/** Address of a page in a language, percent-encoded. */
export function address(language: Language, path: string): string {
  return encodeURI(language === 'ko' ? path : `/en${path}`);
}
