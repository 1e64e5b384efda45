import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../messages/transfer.en.json';
import ko from '../../messages/transfer.ko.json';
import type { ImportError } from './errors';
import type { ImportNotice } from './types';

const catalogues = { ko, en };

/** Languages in which an import can be reported. */
export type ReportLanguage = keyof typeof catalogues;

function format(
  message: string,
  language: ReportLanguage,
  values: Readonly<Record<string, string | number>>,
): string {
  const named = { ...values };
  // A value that is not there chooses the branch `_`.
  for (const key of ['date', 'feed']) named[key] ||= '_';
  return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(named));
}

/** The sentence of a notice, without its file and line. */
export function noticeSentence(
  notice: Pick<ImportNotice, 'code' | 'values'>,
  language: ReportLanguage,
): string {
  return format(catalogues[language].notice[notice.code], language, notice.values);
}

/** One line that says why a source cannot be read; begins with the source. */
export function failureSentence(
  error: Pick<ImportError, 'code' | 'values'>,
  language: ReportLanguage,
): string {
  return format(catalogues[language].failure[error.code], language, error.values);
}
