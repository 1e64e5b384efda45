import { localizePath, type I18n } from '@/lib/i18n';
import type { Citations, PostPage } from '@/lib/posts/views';
import { hrefOf } from '../ui';
import { Changes } from './Changes';
import { Cite } from './Cite';
import { Neighbours } from './Neighbours';
import { ProfileCard } from './ProfileCard';
import { Related } from './Related';
import { Share } from './Share';

export interface PostFootProps {
  post: PostPage;
  /** How it is cited and shared; missing where it is not public yet. */
  published?: Citations | undefined;
  i18n: I18n;
}

/** What stands below a text: tags, changes, authors, sharing and citing, and where to read on. */
export function PostFoot({ post, published, i18n }: PostFootProps) {
  const { t, locale } = i18n;
  return (
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
        <Changes post={post} i18n={i18n} />
        {published !== undefined && (
          <div className="post-use">
            <Share url={published.url} title={post.title} i18n={i18n} />
            <Cite citations={published} language={post.language} i18n={i18n} />
          </div>
        )}
        {post.authors.map((author) => (
          <ProfileCard key={author.handle} author={author} i18n={i18n} />
        ))}
        <Related posts={post.related} i18n={i18n} />
        <Neighbours post={post} i18n={i18n} />
      </div>
    </footer>
  );
}
