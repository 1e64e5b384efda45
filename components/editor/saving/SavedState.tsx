'use client';

import { Button, useI18n } from '../../desk';
import type { DraftKeeper, SavingStatus } from './types';
import { useSavingSnapshot } from './useDraftKeeper';
import { stateInWords } from './words';

/** What happens all the time while one writes; told to the eye alone. */
const QUIET: SavingStatus[] = ['saved', 'unsaved', 'saving'];

/** In words, always: how it stands with what was typed, and what can be done where it stands badly. */
export function SavedState({ keeper }: { keeper: DraftKeeper }) {
  const i18n = useI18n();
  const { t } = i18n;
  const snapshot = useSavingSnapshot(keeper);
  const { status } = snapshot;
  const isQuiet = QUIET.includes(status) && snapshot.storage !== 'none';
  const mayTry = status === 'offline' || status === 'unavailable' || status === 'refused';
  return (
    <div className="saved-state" data-status={status} data-quiet={isQuiet || undefined}>
      <p role="status" aria-live={isQuiet ? 'off' : 'polite'} suppressHydrationWarning>
        {stateInWords(i18n, snapshot)}
      </p>
      {mayTry ? (
        <Button tone="quiet" onClick={() => keeper.wake()}>
          {t('saving.tryNow')}
        </Button>
      ) : null}
    </div>
  );
}
