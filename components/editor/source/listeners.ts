import type { Extension } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';

type Listener = (update: ViewUpdate) => void;

const listeners = new WeakMap<EditorView, Set<Listener>>();

/** Tells what is drawn outside of CodeMirror about updates; part of every source editor. */
export const tellListeners: Extension = EditorView.updateListener.of((update) => {
  for (const listener of listeners.get(update.view) ?? []) listener(update);
});

/** Calls after every update of an editor, until the returned function is called. */
export function listen(view: EditorView, listener: Listener): () => void {
  const all = listeners.get(view) ?? new Set();
  listeners.set(view, all.add(listener));
  return () => all.delete(listener);
}

/** Says something to those who do not see: CodeMirror's own live region. */
export function announce(view: EditorView, message: string): void {
  view.dispatch({ effects: EditorView.announce.of(message) });
}
