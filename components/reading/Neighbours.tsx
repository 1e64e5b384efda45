import type { I18n } from '@/lib/i18n';
import type { PostPage } from '@/lib/posts/views';
import { hrefOf, Icon } from '../ui';

/** Older and newer in the same category. */
export function Neighbours({ post, i18n: { t, locale } }: { post: PostPage; i18n: I18n }) {
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
