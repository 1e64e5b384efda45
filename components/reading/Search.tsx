import type { ReactNode } from 'react';
import { localizePath, type I18n } from '@/lib/i18n';
import type { FoundPost, LookedAround, SearchPage } from '@/lib/posts';
import type { MarkedText } from '@/lib/search';
import { hrefOf, Icon, Pagination } from '../ui';
import { PageHeader } from './PageHeader';
import { PostCard } from './PostCards';
import { SearchForm } from './SearchForm';
import { kindNames } from './kind-names';
import { FILTERS, NO_FILTERS, searchHref, type Asked } from './search-address';

export interface SearchResultsProps extends LookedAround {
  asked: Asked;
  i18n: I18n;
}

/** `/search/`: the form, and what was found. */
export function SearchResults(props: SearchResultsProps) {
  const { asked, found, i18n } = props;
  const { t } = i18n;
  return (
    <>
      <PageHeader title={t('search.title')}>
        <SearchForm i18n={i18n} question={asked.question} filters={asked.filters} facets={found?.facets} />
        {found !== null && <Narrowed asked={asked} found={found} i18n={i18n} />}
        {found !== null && <Told asked={asked} found={found} i18n={i18n} />}
        {asked.page === 1 && <Named {...props} />}
      </PageHeader>
      {found === null ? (
        <HowToSearch {...props} />
      ) : found.posts.length > 0 ? (
        <Posts asked={asked} posts={found.posts} pages={found.pages} i18n={i18n} />
      ) : found.total > 0 ? (
        <Beyond asked={asked} pages={found.pages} i18n={i18n} />
      ) : (
        <Nothing {...props} />
      )}
    </>
  );
}

/** Text with what was looked for marked. */
export function Marked({ pieces }: { pieces: readonly MarkedText[] }): ReactNode {
  return pieces.map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text));
}

/** Filters in force, each a link that takes it away. */
function Narrowed({ asked, found, i18n: { t, locale } }: { asked: Asked; found: SearchPage; i18n: I18n }) {
  const labels = {
    language: t('search.language'),
    category: t('search.category'),
    author: t('search.author'),
    year: t('search.year'),
  };
  const active = FILTERS.flatMap((name) => {
    const chosen = asked.filters[name];
    if (chosen === null) return [];
    const known = found.facets[name].find(({ value }) => value === String(chosen));
    return [{ name, filter: labels[name], value: known?.name ?? String(chosen) }];
  });
  if (active.length === 0) return null;
  const without = (filters: Asked['filters']) => searchHref({ ...asked, filters, page: 1 }, locale);
  return (
    <ul className="search-narrowed" aria-label={t('search.narrowed')}>
      {active.map(({ name, filter, value }) => (
        <li key={name}>
          <a
            className="more"
            href={without({ ...asked.filters, [name]: null })}
            aria-label={t('search.removeLabel', { filter, value })}
          >
            {t('search.remove', { filter, value })}
            <Icon name="close" />
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a className="more" href={without(NO_FILTERS)}>
            {t('search.removeAll')}
          </a>
        </li>
      )}
    </ul>
  );
}

/** How much was found, and for what, where that is not quite what was asked. */
function Told({ asked, found, i18n: { t } }: { asked: Asked; found: SearchPage; i18n: I18n }) {
  const { total, isCut, isPartial, from, posts } = found;
  const isLater = asked.page > 1 && posts.length > 0;
  return (
    <>
      {asked.isCut && <p className="notice">{t('search.cut', { count: asked.question.length })}</p>}
      {isPartial && total > 0 && <p className="page-note">{t('search.partial')}</p>}
      {found.corrections.map(({ typed, meant }) => (
        <p key={typed} className="page-note">
          {t('search.meant', { typed, meant })}
        </p>
      ))}
      {total > 0 && (
        <p className="page-note">
          {isLater
            ? t('search.foundOnPage', { count: total, from, to: from + posts.length - 1 })
            : isCut
              ? t('search.foundMany', { count: total })
              : t('search.found', { count: total })}
        </p>
      )}
    </>
  );
}

/** What is called like that: tags, authors, categories, papers. */
function Named({ named, found, i18n: { t, locale } }: SearchResultsProps) {
  if (named.length === 0) return null;
  const kinds = kindNames(t);
  return (
    <ul className="search-named" aria-label={found?.total === 0 ? t('search.nearNames') : t('search.named')}>
      {named.map(({ kind, path, title, detail, language }) => (
        <li key={`${kind} ${path}`}>
          <span className="kicker">{kinds[kind]}</span>{' '}
          <a href={path} lang={language === locale ? undefined : language}>
            <Marked pieces={title} />
          </a>{' '}
          {detail !== '' && <span className="count">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}

function Posts({
  asked,
  posts,
  pages,
  i18n,
}: {
  asked: Asked;
  posts: readonly FoundPost[];
  pages: number;
  i18n: I18n;
}) {
  return (
    <div className="entries">
      {posts.map(({ card, title, snippet }) => (
        <PostCard
          key={card.id}
          post={card}
          i18n={i18n}
          found={{ title: <Marked pieces={title} />, snippet: <Marked pieces={snippet} /> }}
        />
      ))}
      <Pagination
        page={asked.page}
        pages={pages}
        address={(page) => searchHref({ ...asked, page }, i18n.locale)}
        order="rank"
        i18n={i18n}
      />
    </div>
  );
}

function Beyond({ asked, pages, i18n: { t, locale } }: { asked: Asked; pages: number; i18n: I18n }) {
  return (
    <Empty title={t('search.beyond', { page: asked.page })} text={t('search.beyondText', { pages })}>
      <p>
        <a className="more" href={searchHref({ ...asked, page: pages }, locale)}>
          {t('search.toLast')}
        </a>
      </p>
    </Empty>
  );
}

function Nothing({ asked, near, hints, i18n }: SearchResultsProps) {
  const { t, locale } = i18n;
  const isNarrowed = FILTERS.some((name) => asked.filters[name] !== null);
  const isReadable = /[\p{L}\p{N}]/u.test(asked.question);
  const [title, text] = !isReadable
    ? [t('search.unreadable'), t('search.unreadableText')]
    : isNarrowed
      ? [t('search.nothingFiltered'), t('search.nothingFilteredText')]
      : [t('search.nothing', { question: asked.question }), t('search.nothingText')];
  return (
    <>
      <Empty title={title} text={text}>
        {isNarrowed && (
          <p>
            <a className="more" href={searchHref({ ...asked, filters: NO_FILTERS, page: 1 }, locale)}>
              {t('search.removeAll')}
            </a>
          </p>
        )}
        {near.length === 0 && <Ways hints={hints} i18n={i18n} />}
      </Empty>
      {near.length > 0 && (
        <section className="entries">
          <h2 className="section-title page-grid">
            <span className="column">{t('search.near')}</span>
          </h2>
          {near.map((post) => (
            <PostCard key={post.id} post={post} i18n={i18n} headingLevel={3} />
          ))}
        </section>
      )}
    </>
  );
}

function HowToSearch({ hints, i18n }: SearchResultsProps) {
  const { t } = i18n;
  return (
    <section className="page-grid">
      <div className="column search-how">
        <h2 className="section-title">{t('search.howTitle')}</h2>
        <p>{t('search.howWords')}</p>
        <p>{t('search.howHangul')}</p>
        <p className="needs-script">{t('search.howKeys')}</p>
        <Ways hints={hints} i18n={i18n} />
      </div>
    </section>
  );
}

/** Tags and categories to begin with. */
function Ways({
  hints: { tags, categories },
  i18n: { t, locale },
}: Pick<SearchResultsProps, 'hints' | 'i18n'>) {
  const rows = [
    { label: t('search.popularTags'), links: tags, base: '/tags/', list: 'tags', link: undefined },
    { label: t('search.categories'), links: categories, base: '/', list: 'search-named', link: 'more' },
  ].filter(({ links }) => links.length > 0);
  return rows.map(({ label, links, base, list, link }) => (
    <section key={base}>
      <h3 className="kicker">{label}</h3>
      <ul className={list}>
        {links.map(({ slug, name, count }) => (
          <li key={slug}>
            <a className={link} href={hrefOf(localizePath(`${base}${slug}/`, locale))}>
              {name}
            </a>{' '}
            <span className="count">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="empty page-grid">
      <div className="column search-how">
        <div className="manuscript" aria-hidden="true" />
        <h2>{title}</h2>
        <p>{text}</p>
        {children}
      </div>
    </section>
  );
}
