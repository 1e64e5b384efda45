import { localizePath, type I18n } from '@/lib/i18n';
import type { PostCard as PostCardView } from '@/lib/posts/views';
import { hrefOf, Wordmark } from '../ui';
import { PostCard } from './PostCards';
import { SearchForm } from './SearchForm';

/** 404: says so, and offers the posts that may have been meant. */
export function NotFound({
  question = '',
  suggestions,
  similar,
  i18n,
}: {
  /** What the visitor may have wanted; stands in the search form. */
  question?: string;
  suggestions: readonly PostCardView[];
  /** Whether the suggestions resemble the address that was asked for; otherwise they are simply the newest. */
  similar: boolean;
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  return (
    <>
      <header className="failure page-grid">
        <div className="margin failure-mark">
          <Wordmark size={40} />
        </div>
        <div className="column">
          <h1>{t('notFound.title')}</h1>
          <p>{t('notFound.text')}</p>
          <p className="failure-aside">{t('notFound.joke')}</p>
          <SearchForm i18n={i18n} question={question} />
          <p className="failure-ways">
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
            <span className="column">{similar ? t('notFound.suggestions') : t('notFound.recent')}</span>
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
