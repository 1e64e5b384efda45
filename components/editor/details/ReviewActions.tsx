'use client';

import { useState } from 'react';
import { Button, TextAreaField, useI18n } from '@/components/desk';
import type { EditorView } from '@/lib/writing/types';
import type { useSteps } from './usePublishing';

/** Asking for approval, for those who need it; giving back with a note, for those who give it. */
export function ReviewActions({
  view,
  isBlocked,
  hasChanges,
  steps: { run, isRunning, failure },
}: {
  view: EditorView;
  isBlocked: boolean;
  /** Whether readers see something else than the draft. */
  hasChanges: boolean;
  steps: ReturnType<typeof useSteps>;
}) {
  const { t, format } = useI18n();
  const [isReturning, setReturning] = useState(false);
  const [note, setNote] = useState('');
  const { review, may } = view;
  const isAsked = review.requestedAt !== null;
  if (!review.isRequired && !isAsked && review.note === null) return null;

  return (
    <section className="publish-review" aria-label={t('details.review')}>
      <h3>{t('details.review')}</h3>
      {review.note !== null ? (
        <blockquote className="line-note">
          <p className="field-hint">{t('details.reviewNote')}</p>
          {review.note}
        </blockquote>
      ) : null}
      {review.requestedAt !== null ? (
        <p>
          {t('details.reviewAsked', {
            name: review.requestedBy ?? t('details.authorUnknown'),
            at: format.dateTime(review.requestedAt),
          })}
        </p>
      ) : null}
      {may.approve ? (
        isAsked ? (
          isReturning ? (
            <>
              <TextAreaField
                label={t('details.returnNote')}
                hint={t('details.returnHint')}
                autoFocus
                maxLength={4000}
                defaultValue=""
                error={failure?.field === 'note' ? failure.message : undefined}
                onChange={({ target }) => setNote(target.value)}
              />
              <div className="buttons">
                <Button isBusy={isRunning} onClick={() => void run('return-to-writer', { note })}>
                  {t('details.returnNow')}
                </Button>
                <Button tone="quiet" onClick={() => setReturning(false)}>
                  {t('desk.cancel')}
                </Button>
              </div>
            </>
          ) : (
            <Button onClick={() => setReturning(true)}>{t('details.return')}</Button>
          )
        ) : null
      ) : isAsked ? (
        <Button isBusy={isRunning} onClick={() => void run('withdraw-review')}>
          {t('details.withdraw')}
        </Button>
      ) : (
        <>
          <p>{t('details.reviewText')}</p>
          <Button
            tone="primary"
            disabled={isBlocked || (view.isPublic && !hasChanges)}
            isBusy={isRunning}
            onClick={() => void run('request-review')}
          >
            {t('details.request')}
          </Button>
        </>
      )}
    </section>
  );
}
