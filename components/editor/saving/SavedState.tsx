'use client';

import type { DraftKeeper } from './types';
import { useSavingSnapshot } from './useDraftKeeper';

/** In words, always: how it stands with what was typed, and what can be done where it stands badly. */
export function SavedState({ keeper, nonce }: { keeper: DraftKeeper; nonce: string }) {
  const { status } = useSavingSnapshot(keeper);
  return (
    <p role="status" data-nonce={nonce}>
      {status}
    </p>
  );
}
