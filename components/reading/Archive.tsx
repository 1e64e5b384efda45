import { localizePath, type I18n } from '@/lib/i18n';
import type { MonthCount, NamedLink, PostList } from '@/lib/posts/views';
import { hrefOf, Icon } from '../ui';
import { EmptyState } from './EmptyState';
import { PageHeader } from './PageHeader';
import { PostCardList } from './PostCards';

/** More squares than this say no more than the number beside them. */
const mostCells = 24;

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

/** A square of manuscript paper for each post. */
function Cells({ count }: { count: number }) {
  return (
    <svg
      className="cells"
      width={Math.min(count, mostCells) * 9}
      height="9"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: Math.min(count, mostCells) }, (_, index) => (
        <rect key={index} x={index * 9 + 0.5} y="0.5" width="7" height="7" />
      ))}
    </svg>
  );
}

/** Months with the number of posts in each category, a year at a time, newest first. */
export function MonthTable({
  months,
  i18n: { t, format, locale },
  headingLevel = 2,
}: {
  months: readonly MonthCount[];
  i18n: I18n;
  headingLevel?: 2 | 3;
}) {
  const Heading = `h${headingLevel}` as const;
  const newestFirst = [...months].sort((a, b) => b.month.localeCompare(a.month));
  return (
    <>
      {byKey(newestFirst, ({ month }) => month.slice(0, 4)).map(([year, ofYear]) => (
        <section key={year} className="year page-grid">
          <div className="margin year-head">
            <Heading>{format.year(year)}</Heading>
            <p>{t('list.count', { count: ofYear.reduce((sum, { count }) => sum + count, 0) })}</p>
          </div>
          <dl className="column year-months">
            {byKey(ofYear, ({ month }) => month).map(([month, ofMonth]) => (
              <div key={month} className="year-month">
                <dt>{format.monthName(month)}</dt>
                {ofMonth.map(({ category, count }) => (
                  <dd key={category.slug}>
                    <a href={hrefOf(localizePath(`/${category.slug}/${month}/`, locale))}>
                      <span>{category.name}</span>
                      <span className="count">{format.number(count)}</span>
                    </a>
                    <Cells count={count} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** `/archive/`: every year and month with counts. */
export function ArchivePage({ months, i18n }: { months: readonly MonthCount[]; i18n: I18n }) {
  const { t } = i18n;
  const count = months.reduce((sum, month) => sum + month.count, 0);
  return (
    <>
      <PageHeader
        title={t('archive.title')}
        note={
          count > 0
            ? t('archive.summary', { months: new Set(months.map(({ month }) => month)).size, count })
            : undefined
        }
      />
      {count === 0 ? <EmptyState kind="site" i18n={i18n} /> : <MonthTable months={months} i18n={i18n} />}
    </>
  );
}

/** `/<category>/<YYYY-MM>/`: the posts of a month, like an issue of a journal. */
export function MonthList({
  category,
  month,
  list,
  older,
  newer,
  i18n,
}: {
  category: NamedLink;
  /** `YYYY-MM` */
  month: string;
  list: PostList;
  /** Nearest months of the category that have posts. */
  older: string | null;
  newer: string | null;
  i18n: I18n;
}) {
  const { t, format, locale } = i18n;
  const path = localizePath(`/${category.slug}/${month}/`, locale);
  const address = (other: string) => hrefOf(localizePath(`/${category.slug}/${other}/`, locale));
  return (
    <>
      <PageHeader
        kicker={<a href={hrefOf(localizePath(`/${category.slug}/`, locale))}>{category.name}</a>}
        title={format.month(month)}
        note={t('list.count', { count: list.total })}
      />
      <PostCardList list={list} i18n={i18n} path={path} showCategory={false} />
      {(older !== null || newer !== null) && (
        <nav className="month-steps page-grid" aria-label={t('archive.otherMonths')}>
          <div className="column">
            {older !== null && (
              <a className="more" rel="prev" href={address(older)}>
                <Icon name="arrowLeft" />
                {format.month(older)}
              </a>
            )}
            {newer !== null && (
              <a className="more" rel="next" href={address(newer)}>
                {format.month(newer)}
                <Icon name="arrowRight" />
              </a>
            )}
          </div>
        </nav>
      )}
    </>
  );
}
