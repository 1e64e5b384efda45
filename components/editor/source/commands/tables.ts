import { syntaxTree } from '@codemirror/language';
import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { blockTransaction } from './insert';
import { cellsOf, emptyTable, parseTable, prefixOf, tableText, type Align, type Table } from './table-model';

interface Found {
  /** Number of its first line. */
  first: number;
  last: number;
  table: Table;
  prefix: string;
  /** Of the cursor: 0 is the head, 1 the rule below it. */
  row: number;
  column: number;
}

/** The table that the cursor is in. */
export function tableAround(state: EditorState): Found | null {
  const { head } = state.selection.main;
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(head, side); node; node = node.parent) {
      if (node.name === 'Table') return found(state, node.from, node.to);
    }
  }
  return null;
}

function found(state: EditorState, from: number, to: number): Found | null {
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const lines: string[] = [];
  for (let number = first; number <= last; number++) lines.push(state.doc.line(number).text);
  const table = parseTable(lines);
  const line = state.doc.lineAt(state.selection.main.head);
  if (!table || line.number < first || line.number > last) return null;
  const offset = state.selection.main.head - line.from;
  const cells = cellsOf(line.text);
  const column = cells.findLastIndex((cell) => cell.from <= offset + 1);
  return {
    first,
    last,
    table,
    prefix: prefixOf(lines[1] ?? ''),
    row: line.number - first,
    column: Math.max(0, Math.min(column, table.head.length - 1)),
  };
}

/** Where the words of a cell are in the document. */
function cellRange(state: EditorState, line: number, column: number) {
  const { from, text } = state.doc.line(line);
  const cells = cellsOf(text);
  const cell = cells[column] ?? cells.at(-1);
  return EditorSelection.range(from + (cell?.from ?? text.length), from + (cell?.to ?? text.length));
}

/** Puts another table in the place of one; the cursor goes into a cell, by its line in the table. */
function replace(
  state: EditorState,
  { first, last, prefix }: Found,
  table: Table,
  row: number,
  column: number,
) {
  const from = state.doc.line(first).from;
  const to = state.doc.line(last).to;
  const lead = prefixOf(state.doc.line(first).text);
  const insert = lead + tableText(table, prefix).slice(prefix.length);
  const changes = state.changes({ from, to, insert });
  const after = changes.apply(state.doc);
  const line = after.line(Math.min(first + row, after.lines));
  const cells = cellsOf(line.text);
  const cell = cells[Math.min(column, cells.length - 1)];
  return state.update({
    changes,
    selection: EditorSelection.range(line.from + (cell?.from ?? 0), line.from + (cell?.to ?? 0)),
    userEvent: 'input.table',
    scrollIntoView: true,
  });
}

function onTable(
  change: (found: Found) => { table: Table; row: number; column: number } | null,
): StateCommand {
  return ({ state, dispatch }) => {
    const here = tableAround(state);
    if (!here || state.readOnly) return false;
    const made = change(here);
    if (made) dispatch(replace(state, here, made.table, made.row, made.column));
    return true;
  };
}

/** A table of so many columns and rows below its head; the cursor goes into its first cell. */
export function insertTable(columns: number, rows: number): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { to } = state.selection.main;
    const text = tableText(emptyTable(columns, rows));
    dispatch(blockTransaction(state, text, { from: to, to }, 2));
    return true;
  };
}

/** Below the cursor's row. */
export const addRow = onTable(({ table, row, column }) => {
  const index = Math.max(0, row - 1);
  const empty = table.head.map(() => '');
  return { table: { ...table, body: table.body.toSpliced(index, 0, empty) }, row: index + 2, column };
});

/** To the right of the cursor's column. */
export const addColumn = onTable(({ table, row, column }) => ({
  table: {
    head: table.head.toSpliced(column + 1, 0, ''),
    align: table.align.toSpliced(column + 1, 0, null),
    body: table.body.map((cells) => cells.toSpliced(column + 1, 0, '')),
  },
  row: row === 1 ? 0 : row,
  column: column + 1,
}));

/** The head stays. */
export const deleteRow = onTable(({ table, row, column }) =>
  row < 2
    ? null
    : {
        table: { ...table, body: table.body.toSpliced(row - 2, 1) },
        row: table.body.length > row - 1 ? row : row === 2 ? 0 : row - 1,
        column,
      },
);

/** The last column stays. */
export const deleteColumn = onTable(({ table, row, column }) =>
  table.head.length < 2
    ? null
    : {
        table: {
          head: table.head.toSpliced(column, 1),
          align: table.align.toSpliced(column, 1),
          body: table.body.map((cells) => cells.toSpliced(column, 1)),
        },
        row: row === 1 ? 0 : row,
        column: Math.max(0, column - 1),
      },
);

export function alignColumn(align: Align): StateCommand {
  return onTable(({ table, row, column }) => ({
    table: { ...table, align: table.align.with(column, align) },
    row: row === 1 ? 0 : row,
    column,
  }));
}

/** Puts the columns in line. */
export const tidyTable = onTable(({ table, row, column }) => ({ table, row: row === 1 ? 0 : row, column }));

function move(state: EditorState, line: number, column: number) {
  return state.update({
    selection: EditorSelection.create([cellRange(state, line, column)]),
    scrollIntoView: true,
    userEvent: 'select',
  });
}

/** To the next cell; behind the last one, a new row. False outside of tables. */
export const nextCell: StateCommand = (target) => {
  const { state, dispatch } = target;
  const here = tableAround(state);
  if (!here) return false;
  const { row, column, table, first } = here;
  if (column + 1 < table.head.length && row !== 1) dispatch(move(state, first + row, column + 1));
  else if (row === 0 && table.body.length > 0) dispatch(move(state, first + 2, 0));
  else if (row >= 1 && row <= table.body.length) dispatch(move(state, first + row + 1, 0));
  else {
    const body = [...table.body, table.head.map(() => '')];
    dispatch(replace(state, here, { ...table, body }, body.length + 1, 0));
  }
  return true;
};

export const previousCell: StateCommand = ({ state, dispatch }) => {
  const here = tableAround(state);
  if (!here) return false;
  const { row, column, table, first } = here;
  if (column > 0 && row !== 1) dispatch(move(state, first + row, column - 1));
  else if (row >= 1) dispatch(move(state, first + (row <= 2 ? 0 : row - 1), table.head.length - 1));
  return true;
};

/** Enter in a table: the cell below, or a new row; in an empty last row, out of the table. */
export const cellBelow: StateCommand = (target) => {
  const { state, dispatch } = target;
  const here = tableAround(state);
  if (!here || !state.selection.main.empty) return false;
  const { row, column, table, first, last } = here;
  const line = state.doc.lineAt(state.selection.main.head);
  // Before the first bar a new line above the table is meant.
  if (state.selection.main.head === line.from) return false;
  const isLast = row === table.body.length + 1;
  if (isLast && table.body.length > 0 && table.body.at(-1)?.every((cell) => cell === '')) {
    const from = state.doc.line(last - 1).to;
    const { to } = state.doc.line(last);
    const rest = last < state.doc.lines && state.doc.line(last + 1).text.trim() === '' ? '\n' : '\n\n';
    dispatch(
      state.update({
        changes: { from, to, insert: rest },
        selection: EditorSelection.cursor(from + rest.length),
        userEvent: 'input',
        scrollIntoView: true,
      }),
    );
    return true;
  }
  if (row === 0 && table.body.length > 0) dispatch(move(state, first + 2, column));
  else if (row >= 1 && !isLast) dispatch(move(state, first + row + 1, column));
  else {
    const body = [...table.body, table.head.map(() => '')];
    dispatch(replace(state, here, { ...table, body }, body.length + 1, column));
  }
  return true;
};
