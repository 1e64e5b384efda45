import type { EditorView } from '@codemirror/view';

/** Longest wait for the end of a composition, in milliseconds; some input methods never tell. */
const patience = 400;

/**
 * Runs something that changes the document, but not into a syllable that is being put together: its composition is
 * ended first, by taking the focus away, and its text has reached the document when `run` is called.
 */
export function whenSettled(view: EditorView, run: () => void): void {
  if (!view.composing && !view.compositionStarted) {
    run();
    return;
  }
  const began = performance.now();
  view.contentDOM.blur();
  const wait = (): void => {
    const isOver = !view.composing && !view.compositionStarted;
    if (!isOver && performance.now() - began < patience) requestAnimationFrame(wait);
    // The mutations of the last syllable are read in a task after its end.
    else setTimeout(run, 0);
  };
  requestAnimationFrame(wait);
}
