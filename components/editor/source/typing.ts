import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const pairs: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  $: '$',
  '~': '~',
  '(': ')',
  '[': ']',
  '"': '"',
};

/** A mark that is typed on selected words goes around them. */
export const surroundSelection = EditorView.inputHandler.of((view, _from, _to, text) => {
  const closing = pairs[text];
  const { state } = view;
  if (closing === undefined || view.composing || state.readOnly) return false;
  if (
    state.selection.ranges.some((range) => range.empty || state.sliceDoc(range.from, range.to).trim() === '')
  ) {
    return false;
  }
  const change = state.changeByRange((range) => ({
    changes: [
      { from: range.from, insert: text },
      { from: range.to, insert: closing },
    ],
    range: EditorSelection.range(range.anchor + 1, range.head + 1),
  }));
  view.dispatch(change, { userEvent: 'input.type' });
  return true;
});
