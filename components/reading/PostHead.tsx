import { languageName, localizePath, type I18n } from '@/lib/i18n';
import type { PostPage } from '@/lib/posts/views';
import { Avatar, DateTime, hrefOf } from '../ui';
import { PostPapers } from './PostPapers';
import { TranslationLinks } from './TranslationLinks';

/** Characters from which a title is set smaller. */
const longTitle = 80;

/** What stands above a text: where it belongs, title, authors, date, languages, papers. */
export function PostHead({
  post,
  address,
  i18n,
}: {
  post: PostPage;
  /** For paper, where nobody follows a link; missing where the post is not public yet. */
  address?: string | undefined;
  i18n: I18n;
}) {
  const { t, format, locale } = i18n;
  const otherLanguage = post.language === locale ? undefined : post.language;
  return (
    <header className="post-head page-grid">
      <p className="margin kicker">
        {post.category !== null && (
          <>
            <a href={hrefOf(localizePath(`/${post.category.slug}/`, locale))}>{post.category.name}</a>
            {post.month !== null && (
              <a href={hrefOf(localizePath(`/${post.category.slug}/${post.month}/`, locale))}>
                {format.month(post.month)}
              </a>
            )}
          </>
        )}
      </p>
      <div className="column">
        <h1 lang={otherLanguage} className={post.title.length > longTitle ? 'long' : undefined}>
          {post.title}
        </h1>
        <div className="byline">
          {post.authors.length > 0 && (
            <ul className="byline-authors" aria-label={t('post.authors')}>
              {post.authors.map((author) => (
                <li key={author.handle}>
                  <a className="author" href={hrefOf(localizePath(`/authors/${author.handle}/`, locale))}>
                    <Avatar author={author} size={32} />
                    <span>{author.name}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p className="byline-facts">
            <DateTime date={post.publishedAt} i18n={i18n} />
            <span>{t('post.minutes', { minutes: post.minutes })}</span>
          </p>
          {address !== undefined && <p className="byline-address">{address}</p>}
        </div>
        {otherLanguage !== undefined && (
          <p className="notice">{t('post.onlyIn', { language: languageName(otherLanguage, locale) })}</p>
        )}
        <TranslationLinks
          languages={post.languages}
          shown={post.language}
          original={post.originalLanguage}
          i18n={i18n}
        />
        <PostPapers papers={post.papers} i18n={i18n} />
      </div>
    </header>
  );
}
