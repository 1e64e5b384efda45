import type { StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { cellsOf, columnsOf, parseTable, tableText } from './table-model';
import {
  addColumn,
  addRow,
  alignColumn,
  cellBelow,
  deleteColumn,
  deleteRow,
  insertTable,
  nextCell,
  previousCell,
  tidyTable,
} from './tables';
import { run } from './testing';

const table = '| 모델 | FID |\n| ---- | --- |\n| A    | 3.1 |\n| B    | 2.9 |';

function at(row: string): string {
  return table.replace(row, `${row}‸`);
}

describe('the model', () => {
  it('splits at bars that no backslash precedes', () => {
    expect(cellsOf('| a \\| b | $x$ |').map(({ text }) => text)).toEqual(['a \\| b', '$x$']);
    expect(cellsOf('a | b').map(({ text }) => text)).toEqual(['a', 'b']);
    expect(cellsOf('> | a | |').map(({ text }) => text)).toEqual(['a', '']);
  });

  it('counts Hangul as two columns and keeps the sides', () => {
    expect([columnsOf('모델a'), columnsOf('😀')]).toEqual([5, 2]);
    const parsed = parseTable(['|a|b|c|', '|:-|:-:|-:|', '|가나다|1|2|', '|x|']);
    expect(parsed && tableText(parsed)).toBe(
      '| a      |  b  |   c |\n| :----- | :-: | --: |\n| 가나다 |  1  |   2 |\n| x      |     |     |',
    );
  });

  it('is no table without its rule', () => {
    expect(parseTable(['| a | b |', '| c | d |'])).toBeNull();
  });
});

describe('a table', () => {
  it('is inserted on lines of its own, the cursor in its first cell', () => {
    expect(run('앞‸', insertTable(2, 1))).toBe('앞\n\n| ‸    |     |\n| --- | --- |\n|     |     |');
  });

  it.each<[string, StateCommand, string]>([
    ['모델', nextCell, table.replace('FID', '‸FID‸')],
    ['FID', nextCell, table.replace('A', '‸A‸')],
    ['3.1', nextCell, table.replace('B', '‸B‸')],
    ['2.9', nextCell, `${table}\n| ‸     |     |`],
    ['B', previousCell, table.replace('3.1', '‸3.1‸')],
    ['A', previousCell, table.replace('FID', '‸FID‸')],
    ['A', cellBelow, table.replace('B', '‸B‸')],
    ['2.9', cellBelow, `${table}\n|      | ‸    |`],
    ['A', addRow, table.replace('| B', '| ‸     |     |\n| B')],
    ['모델', addRow, table.replace('| A', '| ‸     |     |\n| A')],
    ['B', deleteRow, '| 모델 | FID |\n| ---- | --- |\n| ‸A‸    | 3.1 |'],
    ['모델', deleteRow, at('모델')],
    ['A', deleteColumn, '| FID |\n| --- |\n| ‸3.1‸ |\n| 2.9 |'],
    ['3.1', alignColumn('right'), table.replace('| --- |', '| --: |').replace('3.1', '‸3.1‸')],
  ])('at %s', (cell, command, after) => {
    expect(run(at(cell), command)).toBe(after);
  });

  it('gets a column', () => {
    expect(run(at('A'), addColumn)).toBe(
      '| 모델 |     | FID |\n| ---- | --- | --- |\n| A    | ‸    | 3.1 |\n| B    |     | 2.9 |',
    );
  });

  it('is left from an empty last row', () => {
    expect(run(`${table}\n| ‸ | |`, cellBelow)).toBe(`${table}\n\n‸`);
  });

  it('in a quote stays in it', () => {
    expect(run('> |a|b|\n> |-|-|\n> |가나|d‸|', tidyTable)).toBe(
      '> | a    | b   |\n> | ---- | --- |\n> | 가나 | ‸d‸   |',
    );
  });

  it('elsewhere there is nothing to do', () => {
    expect(run('글‸', nextCell)).toBeNull();
    expect(run('글‸', addRow)).toBeNull();
  });
});
