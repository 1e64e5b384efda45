import type { I18n } from '@/lib/i18n';
import type { PostPage } from '@/lib/posts/views';
import { hrefOf, Icon } from '../ui';

/** Older and newer in the same category. */
export function Neighbours({ post: { previous, next }, i18n }: { post: PostPage; i18n: I18n }) {
  if (previous === null && next === null) return null;
  return (
    <nav className="neighbours" aria-label={i18n.t('post.neighbours')}>
      {previous !== null && <Neighbour rel="prev" of={previous} i18n={i18n} />}
      {next !== null && <Neighbour rel="next" of={next} i18n={i18n} />}
    </nav>
  );
}

function Neighbour({
  rel,
  of: { path, title, language },
  i18n: { t, locale },
}: {
  rel: 'prev' | 'next';
  of: NonNullable<PostPage['next']>;
  i18n: I18n;
}) {
  const isNext = rel === 'next';
  return (
    <a className={isNext ? 'neighbour neighbour-next' : 'neighbour'} rel={rel} href={hrefOf(path)}>
      <span className="neighbour-label">
        {!isNext && <Icon name="arrowLeft" />}
        {isNext ? t('post.next') : t('post.previous')}
        {isNext && <Icon name="arrowRight" />}
      </span>
      <span className="neighbour-title" lang={language === locale ? undefined : language}>
        {title}
      </span>
    </a>
  );
}
