import type { Element, Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { Context } from '../context';
import { element, replace, stringOf, textOf } from './tree';

const PICTURES = new Set(['img', 'video']);

/**
 * Gives each heading a link to itself, beside it and not in it, so that its name stays what the author wrote. A heading
 * without words or picture heads nothing and is left out.
 */
export function headingLinks(context: Context): (tree: Root) => void {
  return (tree) => {
    replace(tree, (node) => {
      if (!/^h[2-6]$/.test(node.tagName)) return undefined;
      const name = headingName(node);
      if (name === '' && !hasPicture(node)) return [];
      const id = stringOf(node.properties.id);
      if (id === '') return undefined;
      const anchor = element('a', {
        href: `#${encodeURIComponent(id)}`,
        className: ['anchor'],
        ariaLabel: context.labels.headingLink(name),
      });
      return [element('div', { className: ['heading'] }, [node, anchor], { role: 'heading' })];
    });
  };
}

/** What a heading is called in lists: its words, formulas as LaTeX; of a picture alone, what the picture shows. */
export function headingName(node: Element): string {
  const words = textOf(node).replace(/\s+/g, ' ').trim();
  if (words !== '') return words;
  let alt = '';
  visit(node, 'element', (inner) => {
    alt ||= stringOf(inner.properties.alt).trim();
    return alt === '' ? undefined : EXIT;
  });
  return alt;
}

function hasPicture(node: Element): boolean {
  let found = false;
  visit(node, 'element', (inner) => {
    if (!PICTURES.has(inner.tagName)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}
