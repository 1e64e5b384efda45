import { languageName, localizePath, translator, type I18n } from '@/lib/i18n';
import type { PostPage } from '@/lib/posts/views';
import { Avatar, DateTime, hrefOf, Icon } from '../ui';
import { Article } from './Article';
import { FoldedContents, MarginContents } from './Contents';
import { PostPapers } from './PostPapers';
import { ProfileCard } from './ProfileCard';

/** Links to the same text in other languages, each in its own language. */
export function TranslationLinks({
  languages,
  shown,
  original,
  i18n,
}: {
  languages: { language: string; path: string; title: string }[];
  /** Language of the text on this page. */
  shown: string;
  /** Language in which the text was first written, marked among several. */
  original?: string;
  i18n: I18n;
}) {
  const others = languages.filter(({ language }) => language !== shown);
  if (others.length === 0) return null;
  return (
    <ul className="translations" aria-label={i18n.t('post.languages')}>
      {others.map(({ language, path, title }) => (
        <li key={language}>
          <a href={hrefOf(path)} lang={language} hrefLang={language} rel="alternate" title={title}>
            {translator(language)('post.readIn', { language: languageName(language) })}
            {language === original && (
              <span className="translations-original"> ({translator(language)('post.original')})</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Characters from which a title is set smaller. */
const longTitle = 80;

function PostHead({ post, i18n }: { post: PostPage; i18n: I18n }) {
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

function Neighbours({ post, i18n: { t, locale } }: { post: PostPage; i18n: I18n }) {
  if (post.previous === null && post.next === null) return null;
  return (
    <nav className="neighbours" aria-label={t('post.neighbours')}>
      {post.previous !== null && (
        <a className="neighbour" rel="prev" href={hrefOf(post.previous.path)}>
          <span className="neighbour-label">
            <Icon name="arrowLeft" />
            {t('post.previous')}
          </span>
          <span
            className="neighbour-title"
            lang={post.previous.language === locale ? undefined : post.previous.language}
          >
            {post.previous.title}
          </span>
        </a>
      )}
      {post.next !== null && (
        <a className="neighbour neighbour-next" rel="next" href={hrefOf(post.next.path)}>
          <span className="neighbour-label">
            {t('post.next')}
            <Icon name="arrowRight" />
          </span>
          <span
            className="neighbour-title"
            lang={post.next.language === locale ? undefined : post.next.language}
          >
            {post.next.title}
          </span>
        </a>
      )}
    </nav>
  );
}

/** A post's own page. */
export function PostArticle({ post, i18n }: { post: PostPage; i18n: I18n }) {
  const { t, format, locale } = i18n;
  return (
    <article className="post">
      <PostHead post={post} i18n={i18n} />
      <div className="post-body page-grid">
        <div className="margin">
          <MarginContents outline={post.outline} i18n={i18n} />
        </div>
        <div className="column">
          <FoldedContents outline={post.outline} i18n={i18n} />
          <Article html={post.html} language={post.language} i18n={i18n} />
        </div>
      </div>
      <footer className="post-foot page-grid">
        <div className="column">
          {post.tags.length > 0 && (
            <ul className="tags" aria-label={t('post.tags')}>
              {post.tags.map((tag) => (
                <li key={tag.slug}>
                  <a href={hrefOf(localizePath(`/tags/${tag.slug}/`, locale))}>{tag.name}</a>
                </li>
              ))}
            </ul>
          )}
          {post.revisedAt !== null && (
            <p className="revised">{t('post.revisedOn', { date: format.date(post.revisedAt) })}</p>
          )}
          {post.authors.map((author) => (
            <ProfileCard key={author.handle} author={author} i18n={i18n} />
          ))}
          <Neighbours post={post} i18n={i18n} />
        </div>
      </footer>
    </article>
  );
}
