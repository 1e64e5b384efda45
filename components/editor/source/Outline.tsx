'use client';

import type { EditorView } from '@codemirror/view';

/** Headings of the source, to jump to. */
export function Outline(_props: {
  view: EditorView | null;
  /** After a jump, for instance to close a drawer. */
  onJump?: () => void;
}) {
  return null;
}
