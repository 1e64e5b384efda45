import { closeCompletion } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';

/** Suggestions that are open when Hangul begins to be put together are not for it. */
const closeSuggestions = EditorView.domEventHandlers({
  compositionstart: (_, view) => {
    closeCompletion(view);
    return false;
  },
});

/**
 * The search panel reads its field when a key is let go. Input methods and dictation write without keys, so it is told
 * after every input.
 */
const searchByInput = ViewPlugin.define((view) => {
  const tell = (event: Event): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement && target.closest('.cm-search'))
      target.dispatchEvent(new Event('change'));
  };
  view.dom.addEventListener('input', tell);
  return { destroy: () => view.dom.removeEventListener('input', tell) };
});

/** What input methods need beyond CodeMirror. */
export const composition: Extension = [closeSuggestions, searchByInput];
