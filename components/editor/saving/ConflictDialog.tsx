'use client';

import { Dialog } from '../../desk';
import type { Conflict, DraftText } from './types';

/**
 * Two texts that came from one, side by side, and what they are together. Closing it changes nothing.
 *
 * @param onResolve given what the person made of both.
 */
export function ConflictDialog({
  conflict,
  onClose,
}: {
  conflict: Conflict;
  /** Of the page's content policy, for the style sheets of CodeMirror. */
  nonce: string;
  onResolve: (result: DraftText) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={conflict.mine.title} isWide onClose={onClose}>
      {conflict.mine.source}
    </Dialog>
  );
}
