import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from './tree';

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Blocks that hold words, each with a direction of its own, and quotes, whose line stands where their words begin. */
const BLOCKS = new Set([
  ...['p', 'li', 'dt', 'dd', 'td', 'th', 'figcaption', 'summary', 'blockquote'],
  ...['h2', 'h3', 'h4', 'h5', 'h6'],
]);

/** Lets blocks with letters that are written from right to left run as their first letter does. */
export function directions(): (tree: Root) => void {
  return (tree) => {
    if (!RIGHT_TO_LEFT.test(textOf(tree))) return;
    visit(tree, 'element', (node: Element) => {
      if (!BLOCKS.has(node.tagName) || node.properties.dir !== undefined) return;
      const text = textOf(node);
      if (!RIGHT_TO_LEFT.test(text)) return;
      // `auto` does not look into what has a direction of its own, as the paragraphs of a quote do.
      const holdsBlocks = node.children.some(
        (child) => child.type === 'element' && BLOCKS.has(child.tagName),
      );
      if (!holdsBlocks) node.properties.dir = 'auto';
      else if (RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '')) node.properties.dir = 'rtl';
    });
  };
}
