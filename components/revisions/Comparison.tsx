'use client';

import { getChunks, goToNextChunk, goToPreviousChunk, MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button, useI18n } from '../desk';

export interface Side {
  label: string;
  text: string;
}

/** Below this, two columns have no room for a line of text. */
const NARROW = '(max-width: 50rem)';
/** Detailed comparing is given up after so many milliseconds; whole lines are marked then. */
const DIFF = { scanLimit: 1_000, timeout: 500 };

/**
 * Two texts with what changed between them marked, word by word: side by side, or one in the other on a narrow screen.
 * Both can be read and copied, not changed.
 */
export function Comparison({
  before,
  after,
  nonce,
  lang,
}: {
  before: Side;
  after: Side;
  /** Of the page's content policy, for the style sheets of CodeMirror. */
  nonce: string;
  /** Language of the texts, BCP 47. */
  lang: string;
}) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const [changes, setChanges] = useState<number | null>(null);
  const [isWhole, setWhole] = useState(false);
  const isNarrow = useMedia(NARROW);

  const unchanged = t('revisions.unchangedLines', { count: '$' });
  useEffect(() => {
    const parent = box.current;
    if (!parent) return;
    const collapse = isWhole ? {} : { collapseUnchanged: { margin: 2, minSize: 6 } };
    const side = (label: string): Extension => [
      EditorView.cspNonce.of(nonce),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorState.phrases.of({ '$ unchanged lines': unchanged }),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0', lang }),
      LOOK,
    ];
    if (isNarrow) {
      const inline = new EditorView({
        parent,
        doc: after.text,
        extensions: [
          side(`${before.label} → ${after.label}`),
          unifiedMergeView({
            original: before.text,
            mergeControls: false,
            allowInlineDiffs: true,
            gutter: false,
            diffConfig: DIFF,
            ...collapse,
          }),
        ],
      });
      view.current = inline;
      setChanges(getChunks(inline.state)?.chunks.length ?? 0);
      return () => inline.destroy();
    }
    const pair = new MergeView({
      parent,
      a: { doc: before.text, extensions: side(before.label) },
      b: { doc: after.text, extensions: side(after.label) },
      gutter: false,
      diffConfig: DIFF,
      ...collapse,
    });
    view.current = pair.b;
    setChanges(pair.chunks.length);
    return () => pair.destroy();
  }, [before.label, before.text, after.label, after.text, nonce, lang, isNarrow, isWhole, unchanged]);

  const jump = (go: typeof goToNextChunk) => {
    if (!view.current) return;
    go(view.current);
    view.current.focus();
  };

  return (
    <div className="comparison">
      <div className="comparison-head">
        <p role="status">
          {changes === null
            ? ''
            : changes === 0
              ? t('revisions.noChanges')
              : t('revisions.changes', { count: changes })}
        </p>
        {changes ? (
          <div className="buttons">
            <Button tone="quiet" onClick={() => jump(goToPreviousChunk)}>
              {t('revisions.previousChange')}
            </Button>
            <Button tone="quiet" onClick={() => jump(goToNextChunk)}>
              {t('revisions.nextChange')}
            </Button>
            <Button tone="quiet" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
              {t('revisions.whole')}
            </Button>
          </div>
        ) : null}
      </div>
      {isNarrow ? null : (
        <div className="comparison-labels" aria-hidden="true">
          <span>{before.label}</span>
          <span>{after.label}</span>
        </div>
      )}
      <div className="comparison-box" ref={box} />
    </div>
  );
}

/** Marks by colour and by line: what went is struck through, what came is underlined. */
const LOOK = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--text-font)', fontSize: '0.9375rem', lineHeight: '1.6' },
  '.cm-content': { wordBreak: 'keep-all', overflowWrap: 'anywhere', paddingInline: '0.25rem' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--seal-wash)' },
  '&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine, .cm-insertedLine': {
    backgroundColor: 'var(--accent-wash)',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText, .cm-deletedText': {
    background: 'none !important',
    color: 'var(--seal)',
    textDecoration: 'line-through',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'none !important',
    color: 'var(--accent)',
    fontWeight: '680',
    textDecoration: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
  },
  '.cm-collapsedLines': {
    color: 'var(--ink-soft) !important',
    background: 'var(--paper-sunk) !important',
    fontFamily: 'var(--text-font)',
  },
});

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
