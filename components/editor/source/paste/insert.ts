import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/**
 * What begins the lines after the first, where a text of several lines goes into a quote or an item of a list: quote
 * marks, and white space for bullets.
 */
export function continuation(state: EditorState, at: number): string {
  const line = state.doc.lineAt(at);
  const markup =
    /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])(?:[ \t]+\[[ xX]\](?=[ \t]))?))*[ \t]*/.exec(
      line.text,
    )?.[0] ?? '';
  if (at < line.from + markup.length || markup.trim() === '') return '';
  return markup.replace(/\[[ xX]\][ \t]/, '').replace(/[^>\s]/g, ' ');
}

/** How a text of blocks goes into a place: with blank lines where words are next to it. */
export function blockInsertion(state: EditorState, from: number, to: number, text: string): TransactionSpec {
  const before = state.doc.lineAt(from);
  const after = state.doc.lineAt(to);
  const prefix = continuation(state, from);
  const lead = state.sliceDoc(before.from, from);
  const isAtStart =
    lead.trim() === '' || (prefix !== '' && /^[\s>]*(?:[-+*]|\d+[.)])?\s*(?:\[[ xX]\]\s*)?$/.test(lead));
  const above = before.number > 1 ? state.doc.line(before.number - 1).text.trim() : '';
  const below = after.number < state.doc.lines ? state.doc.line(after.number + 1).text.trim() : '';
  const rest = state.sliceDoc(to, after.to).trim();
  const gap = `\n${prefix.trimEnd()}\n${prefix}`;
  const opening = !isAtStart ? gap : above !== '' && prefix === '' ? '\n' : '';
  const closing = rest !== '' ? gap : below !== '' && prefix === '' ? '\n' : '';
  const lines = text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line === '' ? prefix.trimEnd() : prefix + line));
  const insert = opening + lines.join('\n');
  return {
    changes: { from, to, insert: insert + closing },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
  };
}

/**
 * Puts the plain text of the clipboard into a place and then what became of it, so that one undo gives the plain text
 * back, and another takes it away.
 */
export function insertTwice(
  view: EditorView,
  plain: string,
  then: (state: EditorState, from: number, to: number) => TransactionSpec,
): void {
  const { from, to } = view.state.selection.main;
  if (plain !== '') insertPlain(view, plain);
  const spec = then(view.state, from, plain === '' ? to : from + plain.length);
  view.dispatch({ ...spec, userEvent: 'input.paste', annotations: isolateHistory.of('full') });
}

/** The text as it is, in place of every selection. */
export function insertPlain(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), {
    userEvent: 'input.paste',
    annotations: isolateHistory.of('full'),
    scrollIntoView: true,
  });
}
