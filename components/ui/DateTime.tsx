import type { I18n } from '@/lib/i18n';

/** A day in the page's language, by the site's time zone. */
export function DateTime({ date, i18n, short = false }: { date: Date; i18n: I18n; short?: boolean }) {
  return (
    <time dateTime={date.toISOString()}>{short ? i18n.format.shortDate(date) : i18n.format.date(date)}</time>
  );
}
