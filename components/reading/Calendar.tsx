import { localizePath, type I18n } from '@/lib/i18n';
import type { MonthCount } from '@/lib/posts/views';
import { hrefOf } from '../ui';

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

/** Groups in the order in which they first occur. */
function byKey<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups];
}

/** @returns months of each year, newest year first. */
export function byYear(months: readonly MonthCount[]): [string, MonthCount[]][] {
  const newestFirst = [...months].sort((a, b) => b.month.localeCompare(a.month));
  return byKey(newestFirst, ({ month }) => month.slice(0, 4));
}

/** @returns how many posts months have together. */
export function postsOf(months: readonly MonthCount[]): number {
  return months.reduce((sum, { count }) => sum + count, 0);
}

/**
 * A year as a sheet of manuscript paper: a row of twelve squares for each category, January first. A month with posts is
 * a link with their number; to who cannot see the sheet, the empty squares are not there.
 */
export function YearSheet({
  year,
  months,
  showCategory = true,
  headingLevel = 2,
  i18n: { t, format, locale },
}: {
  /** `YYYY` */
  year: string;
  months: readonly MonthCount[];
  /** Left out where all months are of one category. */
  showCategory?: boolean;
  headingLevel?: 2 | 3;
  i18n: I18n;
}) {
  const Heading = `h${headingLevel}` as const;
  // Categories in their order, the same in each year.
  const rows = byKey(months, ({ category }) => category.slug).sort(
    ([, [a]], [, [b]]) => (a?.position ?? 0) - (b?.position ?? 0),
  );
  return (
    <section className="year page-grid" id={`y${year}`}>
      <div className="margin year-head">
        <Heading>{format.year(year)}</Heading>
        <p>{t('list.count', { count: postsOf(months) })}</p>
      </div>
      <div className="column">
        {rows.map(([slug, ofCategory]) => {
          const name = ofCategory[0]?.category.name ?? slug;
          const counts = new Map(ofCategory.map(({ month, count }) => [month.slice(5), count]));
          return (
            <div key={slug} className="sheet-row">
              {showCategory && (
                <p className="sheet-name" aria-hidden="true">
                  <span>{name}</span>
                  <span className="count">{format.number(postsOf(ofCategory))}</span>
                </p>
              )}
              <ol className="months-of-year" aria-label={`${name}, ${format.year(year)}`}>
                {MONTHS.map((month) => {
                  const count = counts.get(month);
                  return count === undefined ? (
                    <li key={month} aria-hidden="true" />
                  ) : (
                    <li key={month}>
                      <a href={hrefOf(localizePath(`/${slug}/${year}-${month}/`, locale))}>
                        {format.shortMonthName(`${year}-${month}`)} <b>{format.number(count)}</b>
                        <span className="visually-hidden"> {t('lists.unit', { count })}</span>
                      </a>
                    </li>
                  );
                })}
              </ol>
            </div>
          );
        })}
      </div>
    </section>
  );
}
