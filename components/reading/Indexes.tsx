import { collator, indexInitial, localizePath, type I18n } from '@/lib/i18n';
import type { AuthorView, CountedLink, MonthCount } from '@/lib/posts/views';
import { Avatar, hrefOf } from '../ui';
import { MonthTable } from './Archive';
import { EmptyState } from './EmptyState';
import { PageHeader } from './PageHeader';
import { AuthorLinks } from './ProfileCard';

/** `/tags/`: like the index at the end of a book, by first letter or consonant. */
export function TagIndex({ tags, i18n }: { tags: readonly CountedLink[]; i18n: I18n }) {
  const { t, format, locale } = i18n;
  const { compare } = collator(locale);
  const groups = new Map<string, CountedLink[]>();
  for (const tag of [...tags].sort((a, b) => compare(a.name, b.name))) {
    const initial = indexInitial(tag.name);
    groups.set(initial, [...(groups.get(initial) ?? []), tag]);
  }
  return (
    <>
      <PageHeader
        title={t('tag.indexTitle')}
        note={tags.length > 0 ? t('tag.count', { count: tags.length }) : undefined}
      />
      {tags.length === 0 && <EmptyState kind="tags" i18n={i18n} />}
      <div className="page-grid">
        <div className="column index">
          {[...groups].map(([initial, ofInitial]) => (
            <section key={initial} className="index-group">
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
export function TagHeader({ name, total, i18n: { t, locale } }: { name: string; total: number; i18n: I18n }) {
  return (
    <PageHeader
      kicker={<a href={hrefOf(localizePath('/tags/', locale))}>{t('tag.label')}</a>}
      title={name}
      note={t('list.count', { count: total })}
    />
  );
}

/** `/categories/`. */
export function CategoryIndex({ categories, i18n }: { categories: readonly CountedLink[]; i18n: I18n }) {
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
                <span className="ledger-name">{category.name}</span>
                <span className="count">{t('list.count', { count: category.count })}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Head of a category's page, with its months; a `PostCardList` follows. */
export function CategoryHeader({
  name,
  description = '',
  total,
  months,
  i18n,
}: {
  name: string;
  description?: string;
  total: number;
  /** Of this category alone. */
  months: readonly MonthCount[];
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  return (
    <>
      <PageHeader
        kicker={<a href={hrefOf(localizePath('/categories/', locale))}>{t('category.label')}</a>}
        title={name}
        note={t('list.count', { count: total })}
      >
        {description !== '' && <p className="page-about">{description}</p>}
      </PageHeader>
      {months.length > 1 && (
        <details className="months-fold">
          <summary className="page-grid">
            <span className="column">{t('category.months')}</span>
          </summary>
          <MonthTable months={months} i18n={i18n} />
        </details>
      )}
    </>
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

/** Head of `/authors/<handle>/`; a `PostCardList` follows. */
export function AuthorHeader({ author, total, i18n }: { author: AuthorView; total: number; i18n: I18n }) {
  const { t, locale } = i18n;
  return (
    <PageHeader
      kicker={<a href={hrefOf(localizePath('/authors/', locale))}>{t('author.label')}</a>}
      title={
        <span className="author-title">
          <Avatar author={author} size={56} />
          {author.name}
        </span>
      }
      note={t('list.count', { count: total })}
    >
      {author.about !== '' && <p className="page-about">{author.about}</p>}
      <AuthorLinks author={author} i18n={i18n} />
    </PageHeader>
  );
}
