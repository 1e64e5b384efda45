'use client';

import { EditorView } from '@codemirror/view';
import { useEffect, useState } from 'react';
import { useI18n } from '../../desk';
import { listen } from './listeners';
import { outlineOf } from './headings';
import type { OutlineEntry } from './types';

/** Headings of the source, to jump to. */
export function Outline({
  view,
  onJump,
}: {
  view: EditorView | null;
  /** After a jump, for instance to close a drawer. */
  onJump?: () => void;
}) {
  const { t } = useI18n();
  const { entries, current } = useOutline(view);
  if (entries.length === 0) return <p className="outline-empty">{t('source.outlineEmpty')}</p>;
  const top = Math.min(...entries.map(({ level }) => level));
  return (
    <ol className="outline" aria-label={t('source.outline')}>
      {entries.map((entry, index) => (
        <li key={`${String(index)} ${entry.text}`} data-depth={Math.min(3, entry.level - top)}>
          <button
            type="button"
            aria-current={index === current ? 'location' : undefined}
            onClick={() => {
              if (view) jump(view, entry.line);
              onJump?.();
            }}
          >
            {entry.text || t('source.untitled')}
          </button>
        </li>
      ))}
    </ol>
  );
}

function jump(view: EditorView, number: number): void {
  const { doc } = view.state;
  const line = doc.line(Math.min(number, doc.lines));
  view.dispatch({
    selection: { anchor: line.to },
    effects: EditorView.scrollIntoView(line.from, { y: 'start', yMargin: 24 }),
  });
  view.focus();
}

/** The headings, a moment after the last change, and which of them the cursor is under; -1 before the first. */
function useOutline(view: EditorView | null): { entries: OutlineEntry[]; current: number } {
  const [state, setState] = useState<{ entries: OutlineEntry[]; current: number }>({
    entries: [],
    current: -1,
  });
  useEffect(() => {
    if (!view) return;
    let entries: OutlineEntry[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStale = true;
    const read = (): void => {
      if (isStale) entries = outlineOf(view.state.doc);
      isStale = false;
      const line = view.state.doc.lineAt(view.state.selection.main.head).number;
      const current = entries.findLastIndex((entry) => entry.line <= line);
      setState((before) =>
        before.entries === entries && before.current === current ? before : { entries, current },
      );
    };
    timer = setTimeout(read, 0);
    const stop = listen(view, (update) => {
      if (!update.docChanged && !update.selectionSet) return;
      isStale ||= update.docChanged;
      clearTimeout(timer);
      timer = setTimeout(read, update.docChanged ? 300 : 60);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view]);
  return state;
}
