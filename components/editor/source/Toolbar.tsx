'use client';

import type { EditorView } from '@codemirror/view';
import type { Pane } from './types';

export interface ToolbarProps {
  /** Null until the editor is there. */
  view: EditorView | null;
  /** Chooses pictures. */
  onImage: () => void;
  pane: Pane;
  onPane: (pane: Pane) => void;
  isFullScreen: boolean;
  onFullScreen: (isFullScreen: boolean) => void;
}

/** Everything that can be done to the text, as buttons. */
export function Toolbar(_props: ToolbarProps) {
  return null;
}
