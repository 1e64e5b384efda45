import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { headingName } from './hast/headings';
import { rememberedOf } from './hast/tree';
import type { OutlineItem } from './types';

/** Headings of an article in order, for its table of contents. */
export function outlineOf(tree: Root): OutlineItem[] {
  const items: OutlineItem[] = [];
  visit(tree, 'element', (node) => {
    // Most elements of a post are those that its formulas are drawn with.
    if (rememberedOf(node)?.tex !== undefined) return SKIP;
    const level = /^h([2-6])$/.exec(node.tagName)?.[1];
    const { id } = node.properties;
    if (level === undefined || typeof id !== 'string') return undefined;
    const text = headingName(node);
    // A link needs words.
    if (text !== '') items.push({ id, text, level: Number(level) });
    return undefined;
  });
  return items;
}
