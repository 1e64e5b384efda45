'use client';

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { SourceHooks } from './types';

export interface SourceEditorProps {
  /** The document at the beginning; later values change nothing, because the document belongs to CodeMirror. */
  initial: string;
  /** Language of the text, BCP 47. */
  language: string;
  /** Nonce of the page's content policy, for the style sheets of CodeMirror. */
  nonce: string;
  /** Accessible name. */
  label: string;
  placeholder?: string;
  /** Of the other parts of the editor; taken once. */
  extensions?: readonly Extension[];
  hooks?: SourceHooks;
  onReady?: (view: EditorView) => void;
  /** After every change, with the whole document. */
  onChange?: (source: string) => void;
}

/** The source of a post: CodeMirror over Markdown. React makes it once and never writes the document back. */
export function SourceEditor({
  initial,
  language,
  nonce,
  label,
  extensions,
  onReady,
  onChange,
}: SourceEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent((source: string) => onChange?.(source));
  const create = useEffectEvent((parent: HTMLElement) => {
    const view = new EditorView({
      doc: initial,
      parent,
      extensions: [
        ...(extensions ?? []),
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, lang: language }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    });
    onReady?.(view);
    return view;
  });
  useEffect(() => {
    if (!box.current) return;
    const view = create(box.current);
    return () => view.destroy();
  }, []);
  return <div className="source-editor" ref={box} />;
}
