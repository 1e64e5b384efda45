'use client';

import type { RevisionItem } from '@/lib/writing/types';
import type { I18n } from '@/lib/i18n';
import { Button, useI18n } from '../desk';

export interface Pair {
  before: string;
  after: string;
}

/** Why a revision was made, in words. */
function reasonIn({ t }: I18n, reason: string): string {
  switch (reason) {
    case 'autosave':
      return t('revisions.reasonAutosave');
    case 'publish':
      return t('revisions.reasonPublish');
    case 'schedule':
      return t('revisions.reasonSchedule');
    case 'restore':
      return t('revisions.reasonRestore');
    case 'import':
      return t('revisions.reasonImport');
    case 'aside':
      return t('revisions.reasonAside');
    default:
      return t('revisions.reasonOther');
  }
}

/** The revisions as a table, with the two to compare chosen in it. */
export function RevisionTable({
  revisions,
  pair,
  onPair,
  onRestore,
  language,
  now,
}: {
  revisions: RevisionItem[];
  pair: Pair;
  onPair: (pair: Pair) => void;
  onRestore: (revision: RevisionItem) => void;
  language: string;
  /** ISO 8601. */
  now: string;
}) {
  const i18n = useI18n();
  const { t, format } = i18n;
  return (
    <div className="table-box">
      <table className="table revisions-table">
        <caption className="visually-hidden">{t('revisions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('revisions.before')}</th>
            <th scope="col">{t('revisions.after')}</th>
            <th scope="col">{t('revisions.which')}</th>
            <th scope="col">{t('revisions.what')}</th>
            <th scope="col">{t('revisions.when')}</th>
            <th scope="col">{t('revisions.restoreColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((revision) => {
            const { id, number, title, author, isDraft, isPublished, isScheduled } = revision;
            const saved = new Date(revision.savedAt);
            const name = t('revisions.number', { number });
            return (
              <tr key={id}>
                <td className="revisions-choice">
                  <label>
                    <input
                      type="radio"
                      name="before"
                      checked={pair.before === id}
                      onChange={() => onPair({ ...pair, before: id })}
                      aria-label={t('revisions.chooseBefore', { number })}
                    />
                    <span aria-hidden="true">{t('revisions.before')}</span>
                  </label>
                </td>
                <td className="revisions-choice">
                  <label>
                    <input
                      type="radio"
                      name="after"
                      checked={pair.after === id}
                      onChange={() => onPair({ ...pair, after: id })}
                      aria-label={t('revisions.chooseAfter', { number })}
                    />
                    <span aria-hidden="true">{t('revisions.after')}</span>
                  </label>
                </td>
                <th scope="row">{name}</th>
                <td className="revisions-what">
                  <span lang={language}>{title === '' ? t('revisions.untitled') : title}</span>
                  <span className="revisions-marks">
                    {isPublished ? <b>{t('revisions.isPublished')}</b> : null}
                    {isScheduled ? <b>{t('revisions.isScheduled')}</b> : null}
                    {isDraft ? <b>{t('revisions.isDraft')}</b> : null}
                    <span>
                      {author === null
                        ? reasonIn(i18n, revision.reason)
                        : t('revisions.by', { author, reason: reasonIn(i18n, revision.reason) })}
                    </span>
                  </span>
                </td>
                <td className="revisions-when">
                  <time dateTime={saved.toISOString()}>
                    <span>{format.relative(saved, new Date(now))}</span> <span>{format.dateTime(saved)}</span>
                  </time>
                </td>
                <td>
                  {isDraft ? null : (
                    <Button
                      onClick={() => onRestore(revision)}
                      aria-label={t('revisions.restoreThis', { number })}
                    >
                      {t('revisions.restore')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
