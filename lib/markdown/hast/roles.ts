import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { hasClass, remember } from './tree';

/** Remembers what elements are that came through the sanitiser, and takes the notes to ourselves off them. */
export function roles(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node) => {
      if (node.properties.dataMore !== undefined) remember(node, { role: 'more' });
      if (node.properties.dataCallout !== undefined) remember(node, { role: 'callout' });
      if (hasClass(node, 'task-box')) remember(node, { role: 'task' });
      delete node.properties.dataCallout;
      delete node.properties.dataMore;
    });
  };
}
