'use client';

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { useI18n } from '../../desk';
import { prepareForPaste } from './paste';
import { sourceSetup } from './setup';
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
  /** Whether Tab indents everywhere; otherwise it does in lists and tables, and elsewhere leaves the editor. */
  tabIndents?: boolean;
  /** Of the other parts of the editor; taken once. */
  extensions?: readonly Extension[];
  hooks?: SourceHooks;
  onReady?: (view: EditorView) => void;
  /** After every change, with the whole document. */
  onChange?: (source: string) => void;
}

/** The source of a post: CodeMirror over Markdown. React makes it once and never writes the document back. */
export function SourceEditor(props: SourceEditorProps) {
  const i18n = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const changed = useEffectEvent((view: EditorView) => props.onChange?.(view.state.doc.toString()));
  const hooks = useEffectEvent(() => props.hooks ?? {});
  const create = useEffectEvent((parent: HTMLElement) => {
    const { initial, language, nonce, label, placeholder = '', tabIndents = true, extensions = [] } = props;
    const view = new EditorView({
      doc: initial,
      parent,
      extensions: [
        extensions,
        sourceSetup({ i18n, language, nonce, label, placeholder, tabIndents, describedBy: hint, hooks }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.view);
        }),
      ],
    });
    props.onReady?.(view);
    return view;
  });
  useEffect(() => {
    if (!box.current) return;
    const view = create(box.current);
    const idle = whenIdle(() => void prepareForPaste().catch(() => undefined));
    return () => {
      idle();
      view.destroy();
    };
  }, []);
  return (
    <div className="source-editor">
      <p className="visually-hidden" id={hint}>
        {i18n.t('source.leaveHint')}
      </p>
      <div className="source-editor-box" ref={box} />
    </div>
  );
}

/** Calls when the browser has nothing else to do; not every browser can tell. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 1_500);
  return () => clearTimeout(handle);
}
