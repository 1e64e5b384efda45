import en from '../../messages/en.json';
import ko from '../../messages/ko.json';

/** What every message file must hold; the Korean one is the model. */
export type Catalogue = typeof ko;

/** The message files. The first is the default language, whose addresses have no prefix. */
export const catalogues = { ko, en } satisfies Record<string, Catalogue>;

/** A language that the interface speaks. */
export type Language = keyof typeof catalogues;
