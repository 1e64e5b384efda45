import type { I18n } from '@/lib/i18n';
import type { PostPage } from '@/lib/posts/views';
import { Article } from './Article';
import { FoldedContents, MarginContents } from './Contents';
import { PostFoot, type PostFootProps } from './PostFoot';
import { PostHead } from './PostHead';

/** A post's own page. Citations and address are missing where it is not public yet. */
export function PostArticle({
  post,
  published,
  i18n,
}: {
  post: PostPage;
  published?: PostFootProps['published'];
  i18n: I18n;
}) {
  return (
    <article className="post">
      <PostHead post={post} address={published?.url} i18n={i18n} />
      <div className="post-body page-grid">
        <div className="margin">
          <MarginContents outline={post.outline} i18n={i18n} />
        </div>
        <div className="column">
          <FoldedContents outline={post.outline} i18n={i18n} />
          <Article html={post.html} language={post.language} i18n={i18n} />
        </div>
      </div>
      <PostFoot post={post} published={published} i18n={i18n} />
    </article>
  );
}
