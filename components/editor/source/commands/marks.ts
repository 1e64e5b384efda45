import { syntaxTree } from '@codemirror/language';
import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** What marks around a part of a line say. */
export type Mark = 'bold' | 'italic' | 'strikethrough' | 'code' | 'formula';

const marks: Readonly<Record<Mark, { mark: string; node: string; markNode: string }>> = {
  bold: { mark: '**', node: 'StrongEmphasis', markNode: 'EmphasisMark' },
  italic: { mark: '*', node: 'Emphasis', markNode: 'EmphasisMark' },
  strikethrough: { mark: '~~', node: 'Strikethrough', markNode: 'StrikethroughMark' },
  code: { mark: '`', node: 'InlineCode', markNode: 'CodeMark' },
  formula: { mark: '$', node: 'InlineMath', markNode: 'MathMark' },
};

/** What stands before the words of a line and is not to be marked: quotes, bullets, tasks, heading marks. */
export const lineMarkup =
  /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])(?:[ \t]+\[[ xX]\](?=[ \t]))?|#{1,6}(?=[ \t])))*[ \t]*/;

/** Puts marks around what is selected, or takes them away; without a selection, around what is written next. */
export function toggleMark(mark: Mark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => toggled(state, range, mark));
    dispatch(state.update(changes, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

interface Toggled {
  range: SelectionRange;
  changes?: ChangeSpec;
}

function toggled(state: EditorState, range: SelectionRange, kind: Mark): Toggled {
  const { from, to } = trimmed(state, range);
  const around = enclosing(state, from, to, kind);
  if (around) return unmarked(state, range, around, kind);
  return range.empty ? emptyPair(state, range, kind) : marked(state, from, to, kind);
}

/** Emphasis does not open before or close after white space. */
function trimmed(state: EditorState, { from, to }: SelectionRange) {
  const text = state.sliceDoc(from, to);
  const start = text.length - text.trimStart().length;
  const end = text.length - text.trimEnd().length;
  return start === text.length ? { from, to } : { from: from + start, to: to - end };
}

/** The innermost node of a kind that holds a range. */
export function enclosing(state: EditorState, from: number, to: number, kind: Mark): SyntaxNode | null {
  const { node: name } = marks[kind];
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, side);
    for (; node; node = node.parent) {
      const touches = from === to && (from === node.from || from === node.to);
      if (node.name === name && node.from <= from && node.to >= to && !touches) return node;
    }
  }
  return null;
}

function unmarked(state: EditorState, range: SelectionRange, node: SyntaxNode, kind: Mark): Toggled {
  const own = node.getChildren(marks[kind].markNode);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first === last) return { range };
  // Behind the last word: go on without the mark.
  if (range.empty && range.head === last.from && first.to < last.from) {
    return { range: EditorSelection.cursor(last.to) };
  }
  const changes = state.changes([
    { from: first.from, to: first.to },
    { from: last.from, to: last.to },
  ]);
  return { changes, range: range.map(changes) };
}

function emptyPair(state: EditorState, range: SelectionRange, kind: Mark): Toggled {
  const { mark } = marks[kind];
  const at = range.head;
  const size = mark.length;
  const [character = ''] = mark;
  const isPair = state.sliceDoc(at - size, at) === mark && state.sliceDoc(at, at + size) === mark;
  const isLonger = state.sliceDoc(at - size - 1, at - size) === character;
  if (isPair && !isLonger) {
    return {
      changes: { from: at - size, to: at + size },
      range: EditorSelection.cursor(at - size),
    };
  }
  return { changes: { from: at, insert: mark + mark }, range: EditorSelection.cursor(at + size) };
}

/** Each line for itself: marks do not reach over paragraphs, nor over the bullets of a list. */
function marked(state: EditorState, from: number, to: number, kind: Mark): Toggled {
  const changes: { from: number; to?: number; insert?: string }[] = [];
  // From the start of the words to their end, for the new selection.
  let start = -1;
  let end = from;
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at);
    const markup = lineMarkup.exec(line.text)?.[0].length ?? 0;
    const lineFrom = Math.max(at, line.from + markup);
    const lineTo = Math.min(to, line.to);
    const text = state.sliceDoc(lineFrom, lineTo);
    if (lineFrom < lineTo && text.trim() !== '') {
      const wordsFrom = lineFrom + text.length - text.trimStart().length;
      const wordsTo = lineTo - (text.length - text.trimEnd().length);
      changes.push(...inner(state, wordsFrom, wordsTo, kind));
      const [before, after] = fences(state.sliceDoc(wordsFrom, wordsTo), kind);
      changes.push({ from: wordsFrom, insert: before }, { from: wordsTo, insert: after });
      if (start < 0) start = wordsFrom;
      end = wordsTo;
    }
    at = line.to + 1;
  }
  if (start < 0) return { range: EditorSelection.range(from, to) };
  const set = state.changes(changes);
  const isOne = state.doc.lineAt(start).number === state.doc.lineAt(end).number;
  const size = isOne ? marks[kind].mark.length : 0;
  return {
    changes: set,
    // The words without the marks, so that the same command takes them away.
    range: EditorSelection.range(set.mapPos(start, -1) + size, set.mapPos(end, 1) - size),
  };
}

/** Marks of the same kind inside, which would end the new ones. */
function inner(state: EditorState, from: number, to: number, kind: Mark): { from: number; to: number }[] {
  // Code may hold code: its fence is longer.
  if (kind === 'code') return [];
  const { node: name, markNode } = marks[kind];
  const found: { from: number; to: number }[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: ({ node }) => {
      if (node.name !== name || node.from < from || node.to > to) return;
      for (const { from: start, to: end } of node.getChildren(markNode)) found.push({ from: start, to: end });
    },
  });
  return found;
}

function fences(text: string, kind: Mark): [string, string] {
  const { mark } = marks[kind];
  if (kind !== 'code' || !text.includes('`')) return [mark, mark];
  const longest = Math.max(...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence} `, ` ${fence}`];
}
