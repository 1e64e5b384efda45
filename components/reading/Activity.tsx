import type { I18n } from '@/lib/i18n';
import type { YearOfWeeks } from '@/lib/posts/views';

/** Side of a square and its distance to the next, in units of the drawing. */
const SIDE = 7;
const STEP = 8;

const squares = (weeks: readonly number[]) =>
  weeks.map((week) => `M${week * STEP + 0.5} .5h${SIDE}v${SIDE}h-${SIDE}z`).join('');

/**
 * The weeks in which somebody published, a row of squares for each year, newest first. Rows are of years that are in the
 * data, not of the year that is running, so that a kept page never tells of another day than the reader's.
 */
export function Activity({ years, i18n: { t, format } }: { years: readonly YearOfWeeks[]; i18n: I18n }) {
  if (years.length === 0) return null;
  return (
    <section className="aside page-grid" aria-label={t('lists.weeks')}>
      <h2 className="margin kicker">{t('lists.weeks')}</h2>
      <ul className="column activity">
        {years.map(({ year, weeks }) => {
          const count = weeks.reduce((sum, posts) => sum + posts, 0);
          const written = weeks.flatMap((posts, week) => (posts > 0 ? [week] : []));
          return (
            <li key={year}>
              <span>{format.year(String(year))}</span>
              <svg
                className="cells"
                viewBox={`0 0 ${weeks.length * STEP} ${STEP}`}
                aria-hidden="true"
                focusable="false"
              >
                <path d={squares(weeks.map((_, week) => week))} />
                <path className="cells-full" d={squares(written)} />
              </svg>
              <span className="count">{t('lists.weeksOfYear', { weeks: written.length, count })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
