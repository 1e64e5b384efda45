import type { I18n } from '@/lib/i18n';
import type { PostPage, PublicChange } from '@/lib/posts/views';
import { DateTime } from '../ui';

/** How many blocks were added, revised and removed, in one line. */
function counts({ added, changed, removed }: PublicChange, { t, format }: I18n): string {
  return format.list([
    ...(added > 0 ? [t('around.added', { count: added })] : []),
    ...(changed > 0 ? [t('around.changed', { count: changed })] : []),
    ...(removed > 0 ? [t('around.removed', { count: removed })] : []),
  ]);
}

function Change({
  change,
  language,
  i18n,
}: {
  change: PublicChange;
  language: string | undefined;
  i18n: I18n;
}) {
  const { t, format } = i18n;
  const counted = counts(change, i18n);
  return (
    <li>
      <DateTime date={change.at} i18n={i18n} />
      {change.note !== null && (
        <p className="change-note" lang={language}>
          {change.note}
        </p>
      )}
      {change.isRenamed && <p>{t('around.renamed')}</p>}
      {counted !== '' && <p>{counted}</p>}
      {change.sections.length > 0 && (
        <p lang={language}>{t('around.sections', { names: format.list(change.sections) })}</p>
      )}
    </li>
  );
}

/** When a post was last corrected and, folded, what changed each time. */
export function Changes({ post, i18n }: { post: PostPage; i18n: I18n }) {
  const { t, format, locale } = i18n;
  if (post.revisedAt === null) return null;
  const revised = t('around.revised', { date: format.date(post.revisedAt) });
  if (post.changes.length === 0) return <p className="revised">{revised}</p>;
  const language = post.language === locale ? undefined : post.language;
  return (
    <details className="post-fold changes">
      <summary>
        <span>{revised}</span> <span className="more">{t('around.changes')}</span>
      </summary>
      <ol reversed>
        {post.changes.map((change) => (
          <Change key={change.at.getTime()} change={change} language={language} i18n={i18n} />
        ))}
      </ol>
    </details>
  );
}
