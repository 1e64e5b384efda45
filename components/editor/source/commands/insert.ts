import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type StateCommand, type Transaction } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { selectedLines } from './blocks';

/** An address that can be linked to. */
export const address = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i;

/** The innermost node of one of the kinds around the cursor. */
export function nodeAround(state: EditorState, ...names: string[]): SyntaxNode | null {
  const { head } = state.selection.main;
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(head, side); node; node = node.parent) {
      if (names.includes(node.name)) return node;
    }
  }
  return null;
}

/**
 * A block on lines of its own in place of a range, with blank lines where others are next to it.
 *
 * @param cursor offset in `text`; its end by default.
 */
export function blockTransaction(
  state: EditorState,
  text: string,
  { from, to }: { from: number; to: number },
  cursor = text.length,
): Transaction {
  const before = state.doc.lineAt(from);
  const after = state.doc.lineAt(to);
  const rest = state.sliceDoc(before.from, from);
  const tail = state.sliceDoc(to, after.to);
  const isOwnStart = rest.trim() === '';
  const above = before.number > 1 ? state.doc.line(before.number - 1).text.trim() : '';
  const below = after.number < state.doc.lines ? state.doc.line(after.number + 1).text.trim() : '';
  const lead = isOwnStart ? (above === '' ? '' : '\n') : '\n\n';
  const trail = tail.trim() !== '' ? '\n\n' : below === '' ? '' : '\n';
  const start = isOwnStart ? before.from : from;
  const insert = lead + text + trail;
  return state.update({
    changes: { from: start, to, insert },
    selection: EditorSelection.cursor(start + lead.length + cursor),
    userEvent: 'input',
    scrollIntoView: true,
  });
}

/** What a command puts in the place of the selected lines, and where in it the cursor goes; its end by default. */
interface Block {
  text: string;
  cursor?: number;
}

function block(make: (selected: string) => Block): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { from, to, empty } = state.selection.main;
    const lines = selectedLines(state);
    const range = empty ? { from, to } : { from: lines[0]?.from ?? from, to: lines.at(-1)?.to ?? to };
    const { text, cursor } = make(empty ? '' : state.sliceDoc(range.from, range.to));
    dispatch(blockTransaction(state, text, range, cursor));
    return true;
  };
}

/** `[words](address)`; the cursor goes where something is missing. In a link, its address is selected. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const around = nodeAround(state, 'Link');
  const url = around?.getChild('URL');
  if (around && url) {
    dispatch(state.update({ selection: EditorSelection.range(url.from, url.to), scrollIntoView: true }));
    return true;
  }
  const { from, to } = state.selection.main;
  const text = state.sliceDoc(from, to);
  const isAddress = address.test(text.trim());
  const words = isAddress ? '' : text.replace(/\s*\n\s*/g, ' ');
  const target = isAddress ? text.trim() : '';
  const insert = `[${words}](${target})`;
  const cursor = words === '' ? from + 1 : from + words.length + 3;
  dispatch(
    state.update({
      changes: { from, to, insert },
      selection: EditorSelection.cursor(cursor),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** A fence around the selected lines, or an empty one; the cursor goes to the name of the language. */
export const insertCodeBlock: StateCommand = block((selected) => {
  const longest = Math.max(2, ...(selected.match(/^[ \t]*`{3,}/gm) ?? []).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  return { text: `${fence}\n${selected}${selected === '' ? '' : '\n'}${fence}`, cursor: fence.length };
});

/** A formula on lines of its own. */
export const insertFormulaBlock: StateCommand = block((selected) => ({
  text: `$$\n${selected}\n$$`,
  cursor: 3 + selected.length,
}));

/** `<!--more-->` ends what lists show; a second one would mean nothing, so the cursor goes to the first. */
export const insertMore: StateCommand = (target) => {
  const { state, dispatch } = target;
  const at = state.doc.toString().search(/^<!--\s*more\s*-->\s*$/m);
  if (at < 0) {
    return block((selected) => ({
      text: selected === '' ? '<!--more-->\n\n' : `${selected}\n\n<!--more-->`,
    }))(target);
  }
  dispatch(state.update({ selection: EditorSelection.cursor(at), scrollIntoView: true }));
  return true;
};

const label = /\[\^([^\]\s[]+)\]/g;

/** Labels of footnotes in the document, in order. */
export function footnoteLabels(source: string): string[] {
  return [...new Set([...source.matchAll(label)].map((match) => match[1] ?? ''))];
}

/** A reference here, and its note at the end, where the cursor goes. In a note, back to its reference. */
export const insertFootnote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const source = state.doc.toString();
  const note = nodeAround(state, 'FootnoteDefinition');
  const own = note && /^\[\^[^\]]+\]/.exec(state.sliceDoc(note.from, note.to))?.[0];
  if (own) {
    const at = source.search(new RegExp(`${own.replace(/[[\]^$.*+?(){}|\\]/g, '\\$&')}(?!:)`));
    if (at >= 0)
      dispatch(state.update({ selection: EditorSelection.cursor(at + own.length), scrollIntoView: true }));
    return true;
  }
  const used = new Set(footnoteLabels(source));
  let number = 1;
  while (used.has(String(number))) number++;
  const mark = `[^${String(number)}]`;
  const { to } = state.selection.main;
  const trailing = source.length - source.trimEnd().length;
  const lastLine = state.doc.lineAt(source.length - trailing).text;
  const gap = /^\[\^[^\]\s]+\]:/.test(lastLine) ? '\n' : '\n\n';
  // Behind the reference, should that be the last thing in the document.
  const end = Math.max(source.length - trailing, to);
  const changes = state.changes([
    { from: to, insert: mark },
    { from: end, to: Math.max(end, source.length), insert: `${gap}${mark}: ` },
  ]);
  dispatch(
    state.update({
      changes,
      selection: EditorSelection.cursor(changes.newLength),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};
