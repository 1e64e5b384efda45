import type { I18n } from '@/lib/i18n';
import type { OutlineItem } from '@/lib/markdown/types';
import { Icon } from '../ui';

/** Below this, a table of contents tells less than it costs. */
const worthwhile = 3;

/** Whether an outline is long enough to be shown. */
export function hasContents(outline: readonly OutlineItem[]): boolean {
  return outline.length >= worthwhile;
}

function ContentsList({ outline }: { outline: readonly OutlineItem[] }) {
  const top = Math.min(...outline.map(({ level }) => level));
  return (
    <ol className="contents-list">
      {outline.map(({ id, text, level }) => (
        <li key={id} className={`contents-${Math.min(level - top, 2)}`}>
          <a href={`#${encodeURIComponent(id)}`}>{text}</a>
        </li>
      ))}
    </ol>
  );
}

/**
 * Contents for narrow pages: folded, above the text. Where the script runs they stay above it while it is read, and say
 * which section it is.
 */
export function FoldedContents({ outline, i18n: { t } }: { outline: readonly OutlineItem[]; i18n: I18n }) {
  if (!hasContents(outline)) return null;
  return (
    <nonmun-contents class="contents-fold">
      <details>
        <summary>
          <Icon name="more" />
          <span>{t('post.contents')}</span>
          <span className="contents-now" aria-hidden="true" />
        </summary>
        <nav aria-label={t('post.contents')}>
          <ContentsList outline={outline} />
        </nav>
      </details>
    </nonmun-contents>
  );
}

/** Contents for wide pages: in the margin, following the reading where the script runs. */
export function MarginContents({ outline, i18n: { t } }: { outline: readonly OutlineItem[]; i18n: I18n }) {
  if (!hasContents(outline)) return null;
  return (
    <nonmun-contents class="contents-margin">
      <nav aria-label={t('post.contents')}>
        <p className="kicker" aria-hidden="true">
          {t('post.contents')}
        </p>
        <ContentsList outline={outline} />
      </nav>
    </nonmun-contents>
  );
}
