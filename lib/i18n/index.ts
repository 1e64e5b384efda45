import { formats, type Formats } from './format';
import { translator, type Translate } from './translator';

export type { Language } from './catalogues';
export { cleanLine, cleanText } from './clean';
export {
  collator,
  formatDate,
  formatMonth,
  formatNumber,
  formatRelative,
  formats,
  type Formats,
} from './format';
export { indexInitial } from './initial';
export { josa, wordEnding, type WordEnding } from './josa';
export { defaultLanguage, interfaceLanguage, isLanguage, languageName, languages } from './languages';
export { localized } from './localized';
export { hrefOf, localizePath, pageOf, splitLocale } from './paths';
export { datedSlug, romanized, slugOf } from './slug';
export { isUserError, UserError, type UserErrorFacts, type UserErrorKind } from './user-error';
export { dayOf, fromInput, toInput } from './zoned';
export { translator, type MessageKey, type MessageValues, type Translate } from './translator';

/** What a page needs to speak to its reader; every component takes it as `i18n`. */
export interface I18n {
  /** Language of the page, BCP 47. */
  locale: string;
  /** IANA; `format` shows times in it. */
  timeZone: string;
  t: Translate;
  format: Formats;
}

/** Messages and formats of `locale` in `timeZone` (IANA). Cheap: both are kept. */
export function i18nFor(locale: string, timeZone: string): I18n {
  return { locale, timeZone, t: translator(locale), format: formats(locale, timeZone) };
}
