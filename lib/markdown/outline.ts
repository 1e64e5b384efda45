import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from './hast/tree';
import type { OutlineItem } from './types';

/** Headings of an article in order, for its table of contents. */
export function outlineOf(tree: Root): OutlineItem[] {
  const items: OutlineItem[] = [];
  visit(tree, 'element', (node) => {
    const level = /^h([2-6])$/.exec(node.tagName)?.[1];
    const { id } = node.properties;
    if (level === undefined || typeof id !== 'string') return;
    items.push({ id, text: textOf(node).replace(/\s+/g, ' ').trim(), level: Number(level) });
  });
  return items;
}
