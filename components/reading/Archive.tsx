import { localizePath, type I18n } from '@/lib/i18n';
import type { MonthCount, NamedLink, PostList } from '@/lib/posts/views';
import { hrefOf, Icon } from '../ui';
import { byYear, postsOf, YearSheet } from './Calendar';
import { EmptyState } from './EmptyState';
import { PageHeader } from './PageHeader';
import { PostCardList } from './PostCards';

/** Fewer years are seen at once. */
const YEARS_TO_JUMP = 4;

/** `/archive/`: a calendar of the group's work, every year and month with counts. */
export function ArchivePage({ months, i18n }: { months: readonly MonthCount[]; i18n: I18n }) {
  const { t, format } = i18n;
  const count = postsOf(months);
  const years = byYear(months);
  return (
    <>
      <PageHeader
        title={t('archive.title')}
        note={
          count > 0
            ? t('archive.summary', { months: new Set(months.map(({ month }) => month)).size, count })
            : undefined
        }
      >
        {years.length >= YEARS_TO_JUMP && (
          <nav aria-label={t('lists.years')}>
            <ul className="jumps">
              {years.map(([year]) => (
                <li key={year}>
                  <a href={`#y${year}`}>{format.year(year)}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </PageHeader>
      {count === 0 && <EmptyState kind="site" i18n={i18n} />}
      {years.map(([year, ofYear]) => (
        <YearSheet key={year} year={year} months={ofYear} i18n={i18n} />
      ))}
    </>
  );
}

/** A page of `/<category>/<YYYY-MM>/`: the posts of a month, like an issue of a journal. */
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
      <nav className="month-steps page-grid" aria-label={t('archive.otherMonths')}>
        <div className="column">
          {older !== null && (
            <a className="more" rel="prev" href={address(older)}>
              <Icon name="arrowLeft" />
              {format.month(older)}
            </a>
          )}
          <a className="more" href={`${hrefOf(localizePath('/archive/', locale))}#y${month.slice(0, 4)}`}>
            {t('archive.title')}
          </a>
          {newer !== null && (
            <a className="more" rel="next" href={address(newer)}>
              {format.month(newer)}
              <Icon name="arrowRight" />
            </a>
          )}
        </div>
      </nav>
    </>
  );
}
