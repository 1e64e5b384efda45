import { collator, indexInitial, localizePath, type I18n } from '@/lib/i18n';
import type { ReactNode } from 'react';
import type { PaperCount } from '@/lib/papers/types';
import type { AuthorView, CountedLink, MonthCount } from '@/lib/posts/views';
import { Avatar, hrefOf } from '../ui';
import { byYear, YearSheet } from './Calendar';
import { EmptyState } from './EmptyState';
import { PageHeader } from './PageHeader';
import { languageOfText } from './PostPapers';
import { AuthorLinks } from './ProfileCard';

/** Fewer tags are seen at once. */
const tagsToJump = 40;

/** `/tags/`: like the index at the end of a book, by first letter or consonant. */
export function TagIndex({ tags, i18n }: { tags: readonly CountedLink[]; i18n: I18n }) {
  const { t, format, locale } = i18n;
  const { compare } = collator(locale);
  const groups = new Map<string, CountedLink[]>();
  for (const tag of [...tags].sort((a, b) => compare(a.name, b.name))) {
    const initial = indexInitial(tag.name);
    groups.set(initial, [...(groups.get(initial) ?? []), tag]);
  }
  // What has no letter, an emoji for instance, stands at the end as in an index of a book.
  const marks = groups.get('#');
  if (marks && groups.delete('#')) groups.set('#', marks);
  const initials = [...groups.keys()];
  return (
    <>
      <PageHeader
        title={t('tag.indexTitle')}
        note={tags.length > 0 ? t('tag.count', { count: tags.length }) : undefined}
      >
        {tags.length >= tagsToJump && (
          <nav aria-label={t('lists.initials')}>
            <ul className="jumps">
              {initials.map((initial, index) => (
                <li key={initial}>
                  <a href={`#i${index}`}>{initial}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </PageHeader>
      {tags.length === 0 && <EmptyState kind="tags" i18n={i18n} />}
      <div className="page-grid">
        <div className="column index">
          {[...groups].map(([initial, ofInitial], index) => (
            <section key={initial} className="index-group" id={`i${index}`}>
              <h2>{initial}</h2>
              <ul>
                {ofInitial.map((tag) => (
                  <li key={tag.slug}>
                    <a href={hrefOf(localizePath(`/tags/${tag.slug}/`, locale))}>
                      <span>{tag.name}</span>
                      <span className="count">{format.number(tag.count)}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

/** Head of `/tags/<tag>/`; a `PostCardList` follows. */
export function TagHeader({
  name,
  total,
  related,
  i18n,
}: {
  name: string;
  total: number;
  /** Tags that occur together with it, most telling first; `count` is of posts with both. */
  related: readonly CountedLink[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  return (
    <>
      <PageHeader
        kicker={<a href={hrefOf(localizePath('/tags/', locale))}>{t('tag.label')}</a>}
        title={name}
        note={t('list.count', { count: total })}
      />
      <Aside title={t('lists.related')} items={related} path={(slug) => `/tags/${slug}/`} i18n={i18n} />
    </>
  );
}

/** A line of links with counts between head and posts: related tags, who writes in a category. */
function Aside({
  title,
  items,
  path,
  i18n: { format, locale },
}: {
  title: string;
  items: readonly CountedLink[];
  path: (slug: string) => string;
  i18n: I18n;
}) {
  if (items.length === 0) return null;
  return (
    <section className="aside page-grid">
      <h2 className="margin kicker">{title}</h2>
      <ul className="column aside-links">
        {items.map(({ slug, name, count }) => (
          <li key={slug}>
            <a href={hrefOf(localizePath(path(slug), locale))}>{name}</a>{' '}
            <span className="count">{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `/categories/`. */
export function CategoryIndex({
  categories,
  i18n,
}: {
  categories: readonly (CountedLink & { description: string })[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  return (
    <>
      <PageHeader title={t('category.indexTitle')} />
      {categories.length === 0 && <EmptyState kind="site" i18n={i18n} />}
      <div className="page-grid">
        <ul className="column ledger">
          {categories.map((category) => (
            <li key={category.slug}>
              <a href={hrefOf(localizePath(`/${category.slug}/`, locale))}>
                <span className="ledger-text">
                  <span className="ledger-name">{category.name}</span>
                  {category.description !== '' && (
                    <span className="ledger-about">{category.description}</span>
                  )}
                </span>
                <span className="count">{t('list.count', { count: category.count })}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Head of a category's page, with who writes in it and its months; a `PostCardList` follows. */
export function CategoryHeader({
  name,
  description = '',
  total,
  authors,
  months,
  i18n,
}: {
  name: string;
  description?: string;
  total: number;
  /** With most posts first; `count` is of this category alone. */
  authors: readonly (AuthorView & { count: number })[];
  /** Of this category alone. */
  months: readonly MonthCount[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  const [newest, ...earlier] = byYear(months);
  const sheet = ([year, ofYear]: [string, MonthCount[]]) => (
    <YearSheet key={year} year={year} months={ofYear} showCategory={false} i18n={i18n} />
  );
  return (
    <>
      <PageHeader
        kicker={<a href={hrefOf(localizePath('/categories/', locale))}>{t('category.label')}</a>}
        title={name}
        note={t('list.count', { count: total })}
      >
        {description !== '' && <p className="page-about">{description}</p>}
      </PageHeader>
      <Aside
        title={t('lists.contributors')}
        items={authors.map(({ handle, name: author, count }) => ({ slug: handle, name: author, count }))}
        path={(handle) => `/authors/${handle}/`}
        i18n={i18n}
      />
      {newest && sheet(newest)}
      {earlier.length > 0 && <Fold summary={t('lists.earlier')}>{earlier.map(sheet)}</Fold>}
    </>
  );
}

/** More of what stands above it, folded away. */
function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="months-fold">
      <summary className="page-grid">
        <span className="column">{summary}</span>
      </summary>
      {children}
    </details>
  );
}

/** `/authors/`. */
export function AuthorIndex({
  authors,
  i18n,
}: {
  authors: readonly (AuthorView & { count: number })[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  const { compare } = collator(locale);
  return (
    <>
      <PageHeader title={t('author.indexTitle')} />
      {authors.length === 0 && <EmptyState kind="authors" i18n={i18n} />}
      <div className="page-grid">
        <ul className="column ledger">
          {[...authors]
            .sort((a, b) => compare(a.name, b.name))
            .map((author) => (
              <li key={author.handle}>
                <a href={hrefOf(localizePath(`/authors/${author.handle}/`, locale))}>
                  <Avatar author={author} size={44} />
                  <span className="ledger-text">
                    <span className="ledger-name">{author.name}</span>
                    {author.about !== '' && <span className="ledger-about">{author.about}</span>}
                  </span>
                  <span className="count">{t('list.count', { count: author.count })}</span>
                </a>
              </li>
            ))}
        </ul>
      </div>
    </>
  );
}

/** Head of `/authors/<handle>/`; on the first page what they wrote about and when follows, then a `PostCardList`. */
export function AuthorHeader({ author, total, i18n }: { author: AuthorView; total: number; i18n: I18n }) {
  const { t, locale } = i18n;
  return (
    <PageHeader
      kicker={<a href={hrefOf(localizePath('/authors/', locale))}>{t('author.label')}</a>}
      title={
        <span className="author-title">
          <Avatar author={author} size={56} />
          <span>{author.name}</span>
        </span>
      }
      note={total > 0 ? t('list.count', { count: total }) : undefined}
    >
      {author.about !== '' && <p className="page-about">{author.about}</p>}
      <AuthorLinks author={author} i18n={i18n} />
    </PageHeader>
  );
}

/** Papers that are seen at once. */
const firstPapers = 5;

/** Which papers an author wrote about, those of the newest posts first. */
export function AuthorPapers({ papers, i18n }: { papers: readonly PaperCount[]; i18n: I18n }) {
  if (papers.length === 0) return null;
  const { t, locale } = i18n;
  const entries = (some: readonly PaperCount[]) => (
    <ul className="index-lines">
      {some.map((paper) => (
        <li key={paper.id}>
          <a href={hrefOf(localizePath(`/papers/${paper.id}/`, locale))} lang={languageOfText(paper.title)}>
            {paper.title}
          </a>{' '}
          {paper.year !== null && <span className="count">{paper.year}</span>}
        </li>
      ))}
    </ul>
  );
  const rest = papers.slice(firstPapers);
  return (
    <section className="aside page-grid">
      <h2 className="margin kicker">{t('lists.papers')}</h2>
      <div className="column">
        {entries(papers.slice(0, firstPapers))}
        {rest.length > 0 && (
          <details>
            <summary className="more">{t('lists.papersMore', { count: rest.length })}</summary>
            {entries(rest)}
          </details>
        )}
      </div>
    </section>
  );
}
