import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { element, isBlank, replace, textOf } from './tree';

/** Characters of a box's name. */
const NAME_LENGTH = 60;

/**
 * Tables scroll inside a box that the keyboard reaches and that is called by what the table says of itself; their head
 * cells say what they head.
 */
export function tables(context: Context): (tree: Root) => void {
  return (tree) => {
    replace(tree, (node) => {
      if (node.tagName !== 'table') return undefined;
      scopes(node, false);
      corner(node);
      const name = nameOf(node);
      const box = {
        className: ['table-scroll'],
        role: 'group',
        ariaLabel: name === '' ? context.labels.table : `${context.labels.table}: ${name}`,
        tabIndex: 0,
      };
      return [element('div', box, [node], { role: 'table' })];
    });
  };
}

function scopes(node: Element, inHead: boolean): void {
  node.children.forEach((child) => {
    if (child.type !== 'element') return;
    if (child.tagName === 'th' && child.properties.scope === undefined) {
      child.properties.scope =
        inHead || node.tagName !== 'tr' ? 'col' : isFirst(node, child) && hasCell(node) ? 'row' : 'col';
    }
    scopes(child, inHead || child.tagName === 'thead');
  });
}

/** Head cells that say nothing head nothing. Where the corner is one, the cells below it head their rows. */
function corner(table: Element): void {
  const head = childrenOf(table, 'thead')[0];
  const row = head && childrenOf(head, 'tr')[0];
  const first = row && cellsOf(row)[0];
  const headsRows = row && first?.tagName === 'th' && isEmpty(first) && cellsOf(row).length > 1;
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'th' || !isEmpty(cell)) return;
    cell.tagName = 'td';
    delete cell.properties.scope;
  });
  if (!headsRows) return;
  for (const body of childrenOf(table, 'tbody')) {
    for (const line of childrenOf(body, 'tr')) {
      const cell = cellsOf(line)[0];
      if (cell?.tagName !== 'td' || isEmpty(cell)) continue;
      cell.tagName = 'th';
      cell.properties.scope = 'row';
    }
  }
}

/** A table's caption; without one, what its head cells say. */
function nameOf(table: Element): string {
  const caption = childrenOf(table, 'caption')[0];
  let words = caption ? wordsOf(caption) : '';
  if (words === '') {
    const heads: string[] = [];
    visit(table, 'element', (node) => {
      if (node.tagName === 'th' && node.properties.scope === 'col') heads.push(wordsOf(node));
    });
    words = heads.join(', ');
  }
  const letters = [...words];
  return letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH).join('').trimEnd()}…` : words;
}

function wordsOf(node: Element): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function isEmpty(cell: Element): boolean {
  return cell.children.every(isBlank);
}

function childrenOf(node: Element, name: string): Element[] {
  return node.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === name,
  );
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

function isFirst(row: Element, cell: Element): boolean {
  return row.children.find((child) => child.type === 'element') === cell;
}

function hasCell(row: Element): boolean {
  return row.children.some((child) => child.type === 'element' && child.tagName === 'td');
}
