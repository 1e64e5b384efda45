import { hrefOf, languageName, localizePath, type I18n, type MessageKey } from '@/lib/i18n';
import type { DeskRow } from '@/lib/writing/types';
import { PutAway } from './PutAway';

/** Why a line is in its list, which is what its margin says when. */
export type LineReason =
  'saved' | 'review' | 'scheduled' | 'published' | 'discarded' | 'returned' | 'failed' | 'unpublished';

const MARGIN: Partial<Record<LineReason, MessageKey>> = {
  returned: 'desk.needReturned',
  review: 'desk.needReview',
  failed: 'desk.needFailed',
  unpublished: 'desk.needUnpublished',
};

function moment(row: DeskRow, reason: LineReason): Date {
  const moments: Partial<Record<LineReason, Date | null>> = {
    review: row.reviewRequestedAt,
    scheduled: row.scheduledFor,
    failed: row.scheduledFor,
    published: row.publishedAt,
    discarded: row.discardedAt,
  };
  return moments[reason] ?? row.savedAt;
}

/** A text as a line of a list: when and why in the margin, what it is in the column, what can be done beside it. */
export function DeskLine({
  row,
  reason,
  isNeed = false,
  now,
  i18n,
}: {
  row: DeskRow;
  reason: LineReason;
  /** Among what waits for the viewer: says why. */
  isNeed?: boolean;
  now: Date;
  i18n: I18n;
}) {
  const { t, format, locale } = i18n;
  const at = moment(row, reason);
  const title = row.title || t('desk.untitled');
  const why = isNeed ? MARGIN[reason] : undefined;
  const facts = [
    row.kind === 'page' ? decodeURI(row.path) : row.category,
    format.list(row.authors),
    row.language === locale ? '' : t('list.otherLanguage', { language: languageName(row.language, locale) }),
    isNeed && row.reviewRequestedBy ? t('desk.requestedBy', { name: row.reviewRequestedBy }) : '',
    !isNeed && row.hasUnpublishedChanges ? t('desk.hasChanges') : '',
    !isNeed && reason !== 'scheduled' && row.scheduledFor
      ? t('desk.scheduledFor', { at: format.dateTime(row.scheduledFor) })
      : '',
  ].filter(Boolean);
  return (
    <li className="line" data-need={isNeed || undefined}>
      <div className="line-margin">
        {why ? <span className="line-why">{t(why)}</span> : null}
        <time dateTime={at.toISOString()}>{format.relative(at, now)}</time>
        <span className="line-exact">{format.shortDateTime(at)}</span>
      </div>
      <div className="line-column">
        <h3 className="line-title" lang={row.language}>
          <a href={`/write/${row.translationId}/`}>{title}</a>
        </h3>
        <p className="line-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {reason === 'failed' ? <p className="line-note">{t('desk.failedText')}</p> : null}
        {row.reviewNote !== null && (reason === 'returned' || reason === 'saved') ? (
          <blockquote className="line-note">{row.reviewNote}</blockquote>
        ) : null}
      </div>
      <div className="line-actions">
        {row.state === 'published' ? (
          <a
            className="button button-quiet"
            href={hrefOf(localizePath(row.path, row.language))}
            aria-label={t('desk.viewOf', { title })}
          >
            {t('desk.view')}
          </a>
        ) : null}
        {row.mayDiscard && !isNeed ? (
          <PutAway postId={row.postId} title={title} isAway={row.discardedAt !== null} />
        ) : null}
      </div>
    </li>
  );
}
