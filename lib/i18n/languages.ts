import { catalogues, type Language } from './catalogues';

/** Languages of the interface, the default first. */
export const languages = Object.keys(catalogues) as Language[];

/** The language whose addresses have no prefix. */
export const defaultLanguage: Language = 'ko';

/** Whether the interface speaks `tag` (BCP 47, as in addresses and message file names). */
export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(catalogues, tag);
}

/** The language of the interface for a page in `tag`: itself where there are messages, else the default. */
export function interfaceLanguage(tag: string): Language {
  return isLanguage(tag) ? tag : defaultLanguage;
}

/** A language's name: in itself (`한국어`, `English`), or as speakers of `inLanguage` call it. */
export function languageName(tag: string, inLanguage: string = tag): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
