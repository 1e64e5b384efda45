'use client';

import { useState, type ReactNode } from 'react';
import { Button, useI18n } from '../../desk';
import { ConflictDialog } from './ConflictDialog';
import type { Conflict, DraftKeeper } from './types';
import { useSavingSnapshot } from './useDraftKeeper';

/**
 * What a person should know or decide about saving: another text on the server, unsent text that was found, a session
 * that has ended, a browser that keeps nothing. Nothing while all is well.
 */
export function SavingNotices({
  keeper,
  nonce,
  lang,
}: {
  keeper: DraftKeeper;
  /** Of the page's content policy, for the style sheets of CodeMirror. */
  nonce: string;
  /** Language of the text, BCP 47. */
  lang: string;
}) {
  const { t } = useI18n();
  const { status, storage, isRecovered, wasRenewed, otherCopies, message } = useSavingSnapshot(keeper);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const compare = <Button onClick={() => setConflict(keeper.conflict())}>{t('saving.compare')}</Button>;
  const dismiss = (
    <Button tone="quiet" onClick={() => keeper.dismissNotices()}>
      {t('saving.dismiss')}
    </Button>
  );
  return (
    <div className="saving-notices">
      <div role="alert">
        {storage === 'none' ? (
          <Notice isUrgent text={t('saving.storageNone')} />
        ) : storage === 'reduced' ? (
          <Notice isUrgent text={t('saving.storageReduced')} />
        ) : null}
        {status === 'conflict' ? (
          <Notice isUrgent text={t('saving.conflictExplained')} action={compare} />
        ) : null}
        {status === 'signed-out' || status === 'other-member' ? (
          <Notice
            isUrgent
            text={status === 'signed-out' ? t('saving.signedOutExplained') : t('saving.otherMemberExplained')}
            action={
              <a className="button" href="/signin/?next=/write/" target="_blank" rel="noopener">
                {t('saving.signIn')}
              </a>
            }
          />
        ) : null}
        {status === 'unavailable' && message !== null ? <Notice isUrgent text={message} /> : null}
        {status === 'too-large' ? <Notice isUrgent text={t('saving.tooLargeExplained')} /> : null}
      </div>
      <div role="status">
        {isRecovered && status !== 'conflict' ? (
          <Notice
            text={t('saving.recovered')}
            action={
              <>
                <Button onClick={() => keeper.undoRecovery()}>{t('saving.undoRecovery')}</Button>
                {dismiss}
              </>
            }
          />
        ) : null}
        {wasRenewed ? <Notice text={t('saving.renewed')} action={dismiss} /> : null}
        {otherCopies > 0 && status !== 'conflict' ? (
          <Notice text={t('saving.otherCopies', { count: otherCopies })} action={compare} />
        ) : null}
      </div>
      {conflict ? (
        <ConflictDialog
          conflict={conflict}
          nonce={nonce}
          lang={lang}
          onResolve={(result) => {
            setConflict(null);
            keeper.resolve(conflict, result);
          }}
          onClose={() => setConflict(null)}
        />
      ) : null}
    </div>
  );
}

function Notice({
  text,
  action = null,
  isUrgent = false,
}: {
  text: string;
  action?: ReactNode;
  isUrgent?: boolean;
}) {
  return (
    <div className={isUrgent ? 'notice notice-attention saving-notice' : 'notice saving-notice'}>
      <p>{text}</p>
      {action === null ? null : <div className="buttons">{action}</div>}
    </div>
  );
}
