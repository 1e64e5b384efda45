import type { Element, Root } from 'hast';
import type { Context } from '../context';
import { element, replace } from './tree';

/** Tables scroll inside a box that the keyboard reaches, and their head cells say what they head. */
export function tables(context: Context): (tree: Root) => void {
  return (tree) => {
    replace(tree, (node) => {
      if (node.tagName !== 'table') return undefined;
      scopes(node, false);
      const box = {
        className: ['table-scroll'],
        role: 'group',
        ariaLabel: context.labels.table,
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

function isFirst(row: Element, cell: Element): boolean {
  return row.children.find((child) => child.type === 'element') === cell;
}

function hasCell(row: Element): boolean {
  return row.children.some((child) => child.type === 'element' && child.tagName === 'td');
}
