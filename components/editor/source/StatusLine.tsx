'use client';

import type { EditorView } from '@codemirror/view';
import { useEffect, useState, type ReactNode } from 'react';
import { useI18n } from '../../desk';
import { countsOf } from './counts';
import { listen } from './listeners';

/** Words, minutes of reading, place of the cursor. */
export function StatusLine({
  view,
  counts,
  children,
}: {
  view: EditorView | null;
  /** As the preview counts them. Counted here until they are known. */
  counts?: { words: number; minutes: number } | null;
  /** What others have to say on the same line. */
  children?: ReactNode;
}) {
  const { t } = useI18n();
  const { line, selected, own } = useFacts(view, !counts);
  const { words, minutes } = counts ?? own;
  return (
    <div className="status-line">
      <p>
        <span>{t('source.words', { words })}</span> <span>{t('source.minutes', { minutes })}</span>{' '}
        <span className="status-place">
          {selected > 0 ? t('source.selected', { count: selected }) : t('source.line', { line })}
        </span>
      </p>
      {children}
    </div>
  );
}

interface Facts {
  line: number;
  /** Characters. */
  selected: number;
  own: { words: number; minutes: number };
}

/** Read when the editor rests for a moment: none of it is worth a delay of the next key. */
function useFacts(view: EditorView | null, wantsCounts: boolean): Facts {
  const [facts, setFacts] = useState<Facts>({ line: 1, selected: 0, own: { words: 0, minutes: 1 } });
  useEffect(() => {
    if (!view) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const { doc, selection } = view.state;
      const { head, from, to } = selection.main;
      setFacts((before) => ({
        line: doc.lineAt(head).number,
        selected: [...view.state.sliceDoc(from, Math.min(to, from + 100_000))].length,
        own: wantsCounts ? countsOf(doc.toString()) : before.own,
      }));
    };
    timer = setTimeout(read, 0);
    const stop = listen(view, (update) => {
      if (!update.docChanged && !update.selectionSet) return;
      clearTimeout(timer);
      timer = setTimeout(read, 250);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [view, wantsCounts]);
  return facts;
}
