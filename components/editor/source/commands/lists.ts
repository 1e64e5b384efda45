import { insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { selectedLines } from './blocks';

/** Goes on with lists, tasks and quotes; on an empty item, ends the list. */
export const continueList: StateCommand = insertNewlineContinueMarkupCommand({ nonTightLists: false });

interface Entry {
  /** Quote marks that all lines of the list share. */
  quote: string;
  indent: number;
  /** `- `, `1. `, with its white space; empty for a line that is no item. */
  marker: string;
  rest: string;
}

function entryOf(text: string): Entry {
  const quote = /^(?:[ \t]{0,3}>[ \t]?)*/.exec(text)?.[0] ?? '';
  const match = /^([ \t]*)((?:[-+*]|\d{1,9}[.)])(?:[ \t]+|$))?(.*)$/.exec(text.slice(quote.length));
  return {
    quote,
    indent: (match?.[1] ?? '').replaceAll('\t', '    ').length,
    marker: match?.[2] ?? '',
    rest: match?.[3] ?? '',
  };
}

function textOf({ quote, indent, marker, rest }: Entry): string {
  return `${quote}${' '.repeat(indent)}${marker}${rest}`;
}

const isBlank = (entry: Entry): boolean => entry.marker === '' && entry.rest.trim() === '';

/** The outermost list around a line, by its first and last line. */
function listAround(state: EditorState, at: number): { first: number; last: number } | null {
  const line = state.doc.lineAt(at);
  const start = line.from + (/^[\s>]*/.exec(line.text)?.[0].length ?? 0);
  let found: SyntaxNode | null = null;
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(start, 1); node; node = node.parent) {
    if (node.name === 'FencedCode' || node.name === 'CodeBlock') return null;
    if (node.name === 'BulletList' || node.name === 'OrderedList') found = node;
  }
  if (!found) return null;
  const last = state.doc.lineAt(found.to).number;
  return { first: state.doc.lineAt(found.from).number, last: Math.max(last, line.number) };
}

/** Tab in a list: the items go under the one before them. False outside of lists. */
export const indentItem: StateCommand = (target) => shift(target, 1);

/** Shift-Tab in a list: the items go to the level of the one they are under. False outside of lists. */
export const outdentItem: StateCommand = (target) => shift(target, -1);

function shift({ state, dispatch }: Parameters<StateCommand>[0], direction: 1 | -1): boolean {
  if (state.readOnly) return false;
  const selected = selectedLines(state).filter((line) => line.text.trim() !== '');
  const [top] = selected;
  const list = top ? listAround(state, top.from) : null;
  if (!list || selected.some((line) => line.number > list.last)) return false;
  const numbers = new Set(selected.map((line) => line.number));
  const entries: Entry[] = [];
  for (let number = list.first; number <= list.last; number++)
    entries.push(entryOf(state.doc.line(number).text));
  const before = entries.map(textOf);
  if (!entries.some((entry, index) => numbers.has(list.first + index) && entry.marker !== '')) return false;

  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (!entry || !numbers.has(list.first + index) || entry.marker === '') continue;
    const change = direction === 1 ? room(entries, index) : surplus(entries, index);
    const old = entry.indent;
    // What belongs to the item goes with it; items of its own that are selected too have moved then.
    entry.indent += change;
    for (let below = index + 1; below < entries.length; below++) {
      const other = entries[below];
      if (!other || (!isBlank(other) && other.indent <= old)) break;
      if (!isBlank(other)) other.indent = Math.max(0, other.indent + change);
      numbers.delete(list.first + below);
    }
  }
  renumber(entries);

  const changes: ChangeSpec[] = entries.flatMap((entry, index) => {
    const text = textOf(entry);
    if (text === before[index]) return [];
    const line = state.doc.line(list.first + index);
    const length = line.text.length - entry.rest.length;
    return [
      { from: line.from, to: line.from + length, insert: text.slice(0, text.length - entry.rest.length) },
    ];
  });
  const set = state.changes(changes);
  dispatch(
    state.update({
      changes: set,
      selection: EditorSelection.range(
        set.mapPos(state.selection.main.anchor, 1),
        set.mapPos(state.selection.main.head, 1),
      ),
      userEvent: 'input.indent',
      scrollIntoView: true,
    }),
  );
  return true;
}

/** How far an item can go in: to where the words of the item before it on its level begin. */
function room(entries: readonly Entry[], index: number): number {
  const own = entries[index];
  for (let above = index - 1; own && above >= 0; above--) {
    const entry = entries[above];
    if (!entry || isBlank(entry) || entry.marker === '') continue;
    if (entry.indent < own.indent) return 0;
    if (entry.indent === own.indent) return entry.marker.trimEnd().length + 1;
  }
  return 0;
}

/** How far an item has to go out, as a negative number. */
function surplus(entries: readonly Entry[], index: number): number {
  const own = entries[index];
  for (let above = index - 1; own && above >= 0; above--) {
    const entry = entries[above];
    if (entry && entry.marker !== '' && entry.indent < own.indent) return entry.indent - own.indent;
  }
  return own ? -own.indent : 0;
}

/** Numbers count up from the first of their list. */
function renumber(entries: Entry[]): void {
  const open: { indent: number; next: number | null }[] = [];
  for (const entry of entries) {
    if (entry.marker === '') continue;
    while ((open.at(-1)?.indent ?? -1) > entry.indent) open.pop();
    let list = open.at(-1);
    const number = /^(\d+)([.)])([ \t]*)$/.exec(entry.marker);
    if (list?.indent !== entry.indent) {
      // A list inside another begins at 1, whatever its first item was before.
      const first = number ? (open.length > 0 ? 1 : Number(number[1])) : null;
      list = { indent: entry.indent, next: first };
      open.push(list);
    }
    if (!number) {
      list.next = null;
      continue;
    }
    list.next ??= Number(number[1]);
    entry.marker = `${String(list.next)}${number[2] ?? '.'}${number[3] ?? ' '}`;
    list.next += 1;
  }
}
