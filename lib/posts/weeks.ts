import { formats } from '@/lib/i18n';
import type { YearOfWeeks } from './views';

const DAY = 86_400_000;

/**
 * The week that a moment lies in, by ISO 8601: weeks begin on Monday, and belong to the year of their Thursday.
 *
 * @param timeZone IANA.
 */
export function weekOf(date: Date, timeZone: string): { year: number; week: number } {
  const day = Date.parse(`${formats('en', timeZone).isoDate(date)}T00:00:00Z`);
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = day + (3 - sinceMonday) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) };
}

/** @returns how many ISO weeks a year has: 52 or 53. */
export function weeksIn(year: number): number {
  // The 28th of December always lies in the last week.
  return weekOf(new Date(Date.UTC(year, 11, 28)), 'UTC').week;
}

/**
 * @param dates of publication, in any order.
 * @param timeZone IANA, the site's.
 * @returns each year that has any, newest first. Says nothing of the present day, so that it never becomes stale.
 */
export function yearsOfWeeks(dates: Iterable<Date>, timeZone: string): YearOfWeeks[] {
  const years = new Map<number, number[]>();
  for (const date of dates) {
    const { year, week } = weekOf(date, timeZone);
    const weeks = years.get(year) ?? Array.from({ length: weeksIn(year) }, () => 0);
    weeks[week - 1] = (weeks[week - 1] ?? 0) + 1;
    years.set(year, weeks);
  }
  return [...years].map(([year, weeks]) => ({ year, weeks })).sort((a, b) => b.year - a.year);
}
