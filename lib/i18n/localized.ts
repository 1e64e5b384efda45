import { defaultLanguage } from './languages';

/**
 * @param texts one text in several languages, `{ "ko": "알고리즘", "en": "Algorithms" }`.
 * @returns the text in the language or, where it lacks that, in the default one, or in any; empty where there is none.
 */
export function localized(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts[defaultLanguage] ?? Object.values(texts)[0] ?? '';
}
