import type { I18n } from '@/lib/i18n';
import type { RelatedPost } from '@/lib/posts/views';
import { DateTime, hrefOf } from '../ui';

/** Why a post stands among the related ones. */
function reason({ why, shared }: RelatedPost, { t, format }: I18n): string {
  if (why === 'paper') return t('around.whyPaper', { names: format.list(shared) });
  return why === 'tag' ? t('around.whyTag', { names: format.list(shared) }) : t('around.whyText');
}

/** What to read after a post, and why. */
export function Related({ posts, i18n }: { posts: readonly RelatedPost[]; i18n: I18n }) {
  if (posts.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related">
      <h2 className="section-title" id="related">
        {i18n.t('around.related')}
      </h2>
      <ul>
        {posts.map((post) => (
          <li key={post.path}>
            <a
              className="neighbour-title"
              href={hrefOf(post.path)}
              lang={post.language === i18n.locale ? undefined : post.language}
            >
              {post.title}
            </a>
            <p className="related-why">
              <DateTime date={post.publishedAt} i18n={i18n} short />
              <span>{reason(post, i18n)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
