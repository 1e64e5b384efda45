import { interfaceLanguage } from './languages';
import { translator } from './translator';

/** Dates, months, numbers and lists as a language writes them, in the site's time zone. */
export interface Formats {
  /** With the weekday: `2022년 9월 23일 (금)`, `Friday, September 23, 2022`. */
  date(date: Date): string;
  /** For columns: `2022. 09. 23.`, `Sep 23, 2022`. */
  shortDate(date: Date): string;
  /** Date and time of day, to the minute: `2022년 9월 23일 13:05`, `September 23, 2022, 13:05`. */
  dateTime(date: Date): string;
  /** The same for columns: `2022. 09. 23. 13:05`, `Sep 23, 2022, 13:05`. */
  shortDateTime(date: Date): string;
  /** Time of day alone: `13:05`. */
  time(date: Date): string;
  /** `YYYY-MM` as `2022년 9월`, `September 2022`. */
  month(month: string): string;
  /** The month alone: `9월`, `September`. */
  monthName(month: string): string;
  /** The same where there is little room: `9월`, `Sep`. */
  shortMonthName(month: string): string;
  /** `YYYY` as `2022년`, `2022`. */
  year(year: string): string;
  /** `3일 전`, `3 days ago`: `date` as seen from `now`. */
  relative(date: Date, now: Date): string;
  number(value: number): string;
  /** `가, 나 및 다`, `a, b, and c`. */
  list(items: readonly string[]): string;
  /** For `<time dateTime>`: `2022-09-23` in the site's time zone. */
  isoDate(date: Date): string;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function middleOf(month: string): Date {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  // Noon of the 15th, so that no time zone moves it into a neighbouring month.
  return new Date(Date.UTC(year, number - 1, 15, 12));
}

function createFormats(locale: string, timeZone: string): Formats {
  const language = interfaceLanguage(locale);
  const t = translator(language);
  const weekday = t('format.weekday') as 'short' | 'long';
  const month = t('format.shortMonth') as '2-digit' | 'short';
  const day = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone });
  const dayOfWeek = new Intl.DateTimeFormat(language, { weekday, timeZone });
  const short = new Intl.DateTimeFormat(language, { year: 'numeric', month, day: '2-digit', timeZone });
  // Twenty-four hours: what stands for a. m. and p. m. is not the same in the ICU of server and browser.
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const yearMonth = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const monthOnly = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const monthShort = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const yearOnly = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
  const iso = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'short' });

  return {
    // By message, not by Intl's own pattern: whether the Korean weekday gets its brackets depends on the ICU release.
    date: (date) => t('format.date', { day: day.format(date), weekday: dayOfWeek.format(date) }),
    shortDate: (date) => short.format(date),
    dateTime: (date) => t('format.dateTime', { date: day.format(date), time: clock.format(date) }),
    time: (date) => clock.format(date),
    shortDateTime: (date) => t('format.dateTime', { date: short.format(date), time: clock.format(date) }),
    month: (value) => yearMonth.format(middleOf(value)),
    monthName: (value) => monthOnly.format(middleOf(value)),
    shortMonthName: (value) => monthShort.format(middleOf(value)),
    year: (value) => yearOnly.format(middleOf(`${value}-06`)),
    relative: (date, now) => {
      const seconds = (date.getTime() - now.getTime()) / 1000;
      const step = steps.find(([, length]) => Math.abs(seconds) >= length);
      return step === undefined
        ? relative.format(0, 'second')
        : relative.format(Math.trunc(seconds / step[1]), step[0]);
    },
    number: (value) => number.format(value),
    list: (items) => list.format(items),
    isoDate: (date) => iso.format(date),
  };
}

const kept = new Map<string, Formats>();

/**
 * Formats of `locale` in `timeZone` (IANA name, the site's: never the server's or the reader's). Throws `RangeError`
 * for a zone that does not exist.
 */
export function formats(locale: string, timeZone: string): Formats {
  const key = `${interfaceLanguage(locale)} ${timeZone}`;
  let found = kept.get(key);
  if (found === undefined) {
    found = createFormats(locale, timeZone);
    kept.set(key, found);
  }
  return found;
}

/** `2022년 9월 23일 (금)`, `Friday, September 23, 2022`. See {@link formats}. */
export function formatDate(date: Date, locale: string, timeZone: string): string {
  return formats(locale, timeZone).date(date);
}

/** `YYYY-MM` as `2022년 9월`, `September 2022`. */
export function formatMonth(month: string, locale: string): string {
  return formats(locale, 'UTC').month(month);
}

/** `3일 전`, `3 days ago`: `date` as seen from `now`. */
export function formatRelative(date: Date, now: Date, locale: string): string {
  return formats(locale, 'UTC').relative(date, now);
}

/** A number with the language's grouping. */
export function formatNumber(value: number, locale: string): string {
  return formats(locale, 'UTC').number(value);
}

const collators = new Map<string, Intl.Collator>();

/** Order of names and tags as the language has it; digits by value, case and width apart only as a last resort. */
export function collator(locale: string): Intl.Collator {
  const language = interfaceLanguage(locale);
  let found = collators.get(language);
  if (found === undefined) {
    found = new Intl.Collator(language, { numeric: true });
    collators.set(language, found);
  }
  return found;
}
