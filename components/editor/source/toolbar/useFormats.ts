import type { EditorView } from '@codemirror/view';
import { useEffect, useState } from 'react';
import { formatsOf, type Formats } from '../commands/state';
import { listen } from '../listeners';

const nothing: Formats = {
  bold: false,
  italic: false,
  strikethrough: false,
  code: false,
  formula: false,
  link: false,
  heading: 0,
  list: null,
  quote: false,
  table: false,
};

/** What the cursor stands in; asked once a frame, and drawn anew only when it differs. */
export function useFormats(view: EditorView | null): Formats {
  const [formats, setFormats] = useState(nothing);
  useEffect(() => {
    if (!view) return;
    let frame = 0;
    const read = (): void => {
      frame = 0;
      const now = formatsOf(view.state);
      setFormats((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    const ask = (): void => {
      frame ||= requestAnimationFrame(read);
    };
    ask();
    const stop = listen(view, (update) => {
      if (update.docChanged || update.selectionSet) ask();
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [view]);
  return formats;
}
