import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import { markdownSyntax } from '../syntax';

/** A state of a text in which `‸` is the cursor, or two of them enclose the selection. */
export function stateOf(text: string): EditorState {
  const parts = text.split('‸');
  const doc = parts.join('');
  const anchor = parts[0]?.length ?? 0;
  const head = parts.length > 2 ? anchor + (parts[1]?.length ?? 0) : anchor;
  const state = EditorState.create({
    doc,
    selection: EditorSelection.range(anchor, head),
    extensions: markdownSyntax(),
  });
  ensureSyntaxTree(state, doc.length, 5000);
  return state;
}

/** The text of a state, written as {@link stateOf} reads it. */
export function textOf(state: EditorState): string {
  const { from, to } = state.selection.main;
  const doc = state.doc.toString();
  if (from === to) return `${doc.slice(0, from)}‸${doc.slice(from)}`;
  return `${doc.slice(0, from)}‸${doc.slice(from, to)}‸${doc.slice(to)}`;
}

/** What commands make of a text, one after the other; null when the last had nothing to do. */
export function run(text: string, ...commands: StateCommand[]): string | null {
  let state = stateOf(text);
  let did = false;
  for (const command of commands) {
    did = command({
      state,
      dispatch: (transaction) => {
        state = transaction.state;
        ensureSyntaxTree(state, state.doc.length, 5000);
      },
    });
  }
  return did ? textOf(state) : null;
}
