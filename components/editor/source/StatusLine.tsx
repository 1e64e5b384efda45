'use client';

import type { EditorView } from '@codemirror/view';
import type { ReactNode } from 'react';

/** Words, minutes of reading, place of the cursor. */
export function StatusLine(_props: {
  view: EditorView | null;
  /** As the preview counts them. Counted here until they are known. */
  counts?: { words: number; minutes: number } | null;
  /** What others have to say on the same line. */
  children?: ReactNode;
}) {
  return null;
}
