'use client';

import { useCallback, useRef, useState } from 'react';
import { call } from '../call';
import { Dialog } from '../Dialog';
import { Button, FormFailure } from '../Form';
import { useI18n } from '../I18n';
import { useAction } from '../useAction';

/**
 * Puts a text away that was never public, after asking, or takes it out again. Either can be undone in its place for as
 * long as the list is there.
 */
export function PutAway({ postId, title, isAway }: { postId: string; title: string; isAway: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [isNowAway, setNowAway] = useState(isAway);
  const [isAsking, setAsking] = useState(false);
  const undo = useRef<HTMLButtonElement>(null);
  const { run, isRunning, failure, clear } = useAction(
    useCallback(
      (away: boolean) =>
        call<unknown>(i18n, 'POST', `/api/posts/${postId}/${away ? 'discard' : 'take-out'}/`).then(
          (answer) => (answer.ok ? { ok: true as const, value: away } : answer),
        ),
      [i18n, postId],
    ),
    useCallback(
      (away: boolean) => {
        setAsking(false);
        setNowAway(away);
        // What was pressed is gone; the way back has its place.
        if (away !== isAway) requestAnimationFrame(() => undo.current?.focus());
      },
      [isAway],
    ),
  );
  const isDone = isNowAway !== isAway;
  return (
    <div className="put-away" data-done={isDone || undefined}>
      <span role="status">{isDone ? (isNowAway ? t('desk.putAwayDone') : t('desk.takeOutDone')) : ''}</span>
      {isDone ? (
        <Button ref={undo} tone="quiet" isBusy={isRunning} onClick={() => void run(isAway)}>
          {t('desk.undo')}
        </Button>
      ) : (
        <Button
          tone="quiet"
          isBusy={isRunning}
          aria-label={t(isAway ? 'desk.takeOutOf' : 'desk.putAwayOf', { title })}
          onClick={() => {
            if (isAway) void run(false);
            else setAsking(true);
          }}
        >
          {isAway ? t('desk.takeOut') : t('desk.putAway')}
        </Button>
      )}
      {isAsking ? (
        <Dialog
          title={t('desk.putAwayAsk')}
          onClose={() => {
            clear();
            setAsking(false);
          }}
        >
          <p>{t('desk.putAwayText', { title })}</p>
          <FormFailure failure={failure} />
          <div className="buttons dialog-buttons">
            <Button tone="danger" isBusy={isRunning} onClick={() => void run(true)}>
              {t('desk.putAway')}
            </Button>
            <Button tone="quiet" onClick={() => setAsking(false)}>
              {t('desk.cancel')}
            </Button>
          </div>
        </Dialog>
      ) : (
        <FormFailure failure={failure} />
      )}
    </div>
  );
}
