import type { ReactNode } from 'react';
import { localizePath, type I18n } from '@/lib/i18n';
import type { PostCard as PostCardView } from '@/lib/posts/views';
import { hrefOf, Wordmark } from '../ui';
import { PostCard } from './PostCards';
import { SearchForm } from './SearchForm';

export interface MissingProps {
  /** What the visitor may have wanted; stands in the search form. */
  question?: string;
  suggestions: readonly PostCardView[];
  /** Whether the suggestions resemble what was asked for; otherwise they are simply the newest. */
  similar: boolean;
  /** The list whose end was passed: how many pages it has, and the address of the last one without language prefix. */
  end?: { pages: number; path: string } | null;
  i18n: I18n;
}

/** 404: says so, and offers the posts that may have been meant. */
export function NotFound(props: MissingProps) {
  const { t } = props.i18n;
  return (
    <Missing {...props} title={t('notFound.title')} offer={t('notFound.suggestions')}>
      <p>{props.end ? t('lists.beyond', { pages: props.end.pages }) : t('notFound.text')}</p>
      <p className="failure-aside">{t('notFound.joke')}</p>
    </Missing>
  );
}

/** 410: a post was here that its authors have taken back; offers what is near. */
export function Gone(props: MissingProps) {
  const { t } = props.i18n;
  return (
    <Missing {...props} title={t('failures.goneTitle')} offer={t('failures.goneNear')}>
      <p>{t('failures.goneText')}</p>
    </Missing>
  );
}

function Missing({
  question = '',
  suggestions,
  similar,
  title,
  offer,
  end,
  i18n,
  children,
}: MissingProps & {
  title: string;
  /** Heading of suggestions that are similar. */ offer: string;
  children: ReactNode;
}) {
  const { t, locale } = i18n;
  return (
    <>
      <header className="failure page-grid">
        <div className="margin failure-mark">
          <Wordmark size={40} />
        </div>
        <div className="column">
          <h1>{title}</h1>
          {children}
          <SearchForm i18n={i18n} question={question} />
          <p className="failure-ways">
            {end && (
              <a className="more" href={hrefOf(localizePath(end.path, locale))}>
                {t('lists.toLastPage')}
              </a>
            )}
            <a className="more" href={hrefOf(localizePath('/', locale))}>
              {t('notFound.toHome')}
            </a>
            <a className="more" href={hrefOf(localizePath('/archive/', locale))}>
              {t('nav.archive')}
            </a>
          </p>
        </div>
      </header>
      {suggestions.length > 0 && (
        <section className="entries">
          <h2 className="section-title page-grid">
            <span className="column">{similar ? offer : t('notFound.recent')}</span>
          </h2>
          {suggestions.map((post) => (
            <PostCard key={post.id} post={post} i18n={i18n} headingLevel={3} />
          ))}
        </section>
      )}
    </>
  );
}

/** 500 and 503. Needs no data, so that it can be shown when there is none. */
export function ErrorPage({
  kind = 'error',
  digest,
  retryHref,
  i18n: { t },
}: {
  /** `unavailable`: the storage cannot be reached for now. */
  kind?: 'error' | 'unavailable';
  /** What the server's log calls this failure. */
  digest?: string;
  /** The address that failed. */
  retryHref?: string;
  i18n: I18n;
}) {
  return (
    <div className="failure page-grid">
      <div className="column">
        <h1>{kind === 'error' ? t('error.title') : t('error.unavailableTitle')}</h1>
        <p>{kind === 'error' ? t('error.text') : t('error.unavailableText')}</p>
        {digest !== undefined && (
          <p>
            {t('error.digest')} <code>{digest}</code>
          </p>
        )}
        {retryHref !== undefined && (
          <p>
            <a className="more" href={hrefOf(retryHref)}>
              {t('error.retry')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
