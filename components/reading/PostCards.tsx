import type { ReactNode } from 'react';
import type { I18n } from '@/lib/i18n';
import { localizePath } from '@/lib/i18n';
import type { LeadImage, PostCard as PostCardView, PostList } from '@/lib/posts/views';
import { languageName } from '@/lib/i18n';
import { Avatar, DateTime, hrefOf, LanguageMark, Pagination } from '../ui';
import { EmptyState, type EmptyKind } from './EmptyState';

export interface PostCardProps {
  post: PostCardView;
  i18n: I18n;
  /** Level of the title in the page's outline. */
  headingLevel?: 2 | 3;
  /** Left out in lists of one category. */
  showCategory?: boolean;
  /** Title and a part of the text, with what was looked for marked, in place of title and lead. */
  found?: { title: ReactNode; snippet: ReactNode };
  /** Set larger, with its figure in the column: the newest post of all. */
  isLead?: boolean;
}

/** The widest variant that is made of a picture, in pixels: what is wider is never shown as it is in a list. */
const WIDEST_VARIANT = 1600;

/**
 * What a browser may choose among, so that a list loads no original of megabytes. Where there are variants they are enough
 * for a small figure; in the column an original that is hardly wider than they are is offered too.
 */
function candidates({ src, width, variants = [] }: LeadImage, isLead: boolean): string | undefined {
  const narrower = variants.filter((variant) => variant.width < width);
  if (narrower.length === 0) return undefined;
  const all = isLead && width < WIDEST_VARIANT ? [...narrower, { src, width }] : narrower;
  return all.map((candidate) => `${candidate.src} ${candidate.width}w`).join(', ');
}

function Figure({ image, isLead }: { image: LeadImage; isLead: boolean }) {
  const srcSet = candidates(image, isLead);
  return (
    <div className={isLead ? 'entry-picture' : 'entry-figure'} aria-hidden="true">
      <img
        src={image.src}
        srcSet={srcSet}
        sizes={srcSet === undefined ? undefined : isLead ? '(min-width: 50rem) 38rem, 100vw' : '9.5rem'}
        width={image.width}
        height={image.height}
        alt=""
        loading={isLead ? undefined : 'lazy'}
        decoding="async"
      />
    </div>
  );
}

/** One post in a list, as an entry in a journal's table of contents: date in the margin, then title, lead and authors. */
export function PostCard({
  post,
  i18n,
  headingLevel = 2,
  showCategory = true,
  found,
  isLead = false,
}: PostCardProps) {
  const Heading = `h${headingLevel}` as const;
  const otherLanguage = post.language === i18n.locale ? undefined : post.language;
  const hasFigure = post.leadImage !== null && !isLead;
  return (
    <article className={isLead ? 'entry entry-lead page-grid' : 'entry page-grid'}>
      <div className="margin entry-margin">
        <DateTime date={post.publishedAt} i18n={i18n} short />
        {showCategory && post.category !== null && (
          <a className="entry-category" href={hrefOf(localizePath(`/${post.category.slug}/`, i18n.locale))}>
            {post.category.name}
          </a>
        )}
      </div>
      <div className={hasFigure ? 'column entry-column entry-with-figure' : 'column entry-column'}>
        <Heading className="entry-title" lang={otherLanguage}>
          <a href={hrefOf(post.path)}>{found?.title ?? post.title}</a>
        </Heading>
        {post.leadImage !== null && <Figure image={post.leadImage} isLead={isLead} />}
        {found !== undefined ? (
          <p className="entry-excerpt" lang={otherLanguage}>
            {found.snippet}
          </p>
        ) : (
          post.excerptHtml !== '' && (
            <div
              className="entry-excerpt"
              lang={otherLanguage}
              dangerouslySetInnerHTML={{ __html: post.excerptHtml }}
            />
          )
        )}
        <p className="entry-foot">
          {post.authors.map((author) => (
            <a
              key={author.handle}
              className="author"
              href={hrefOf(localizePath(`/authors/${author.handle}/`, i18n.locale))}
            >
              <Avatar author={author} size={22} />
              <span>{author.name}</span>
            </a>
          ))}
          <span className="entry-minutes">{i18n.t('list.minutes', { minutes: post.minutes })}</span>
          <LanguageMark language={post.language} i18n={i18n} />
        </p>
      </div>
    </article>
  );
}

export interface PostCardListProps {
  list: PostList;
  i18n: I18n;
  /** Address of the list's first page, with the language prefix, decoded. */
  path: string;
  headingLevel?: 2 | 3;
  showCategory?: boolean;
  /** What to say where there is no post. */
  empty?: EmptyKind;
  /** Sets the first post of the first page larger. */
  hasLead?: boolean;
}

/** A page of posts with links to the others. */
export function PostCardList({
  list,
  i18n,
  path,
  headingLevel,
  showCategory,
  empty = 'list',
  hasLead = false,
}: PostCardListProps) {
  if (list.posts.length === 0) return <EmptyState kind={empty} i18n={i18n} />;
  const isForeign = list.posts.every(({ language }) => language !== i18n.locale);
  return (
    <div className="entries">
      {isForeign && (
        <div className="page-grid">
          <p className="column list-note">
            {i18n.t('lists.untranslated', { language: languageName(i18n.locale, i18n.locale) })}
          </p>
        </div>
      )}
      {list.posts.map((post, index) => (
        <PostCard
          key={post.id}
          post={post}
          i18n={i18n}
          headingLevel={headingLevel}
          showCategory={showCategory}
          isLead={hasLead && index === 0 && list.page === 1}
        />
      ))}
      <Pagination page={list.page} pages={list.pages} path={path} i18n={i18n} />
    </div>
  );
}
