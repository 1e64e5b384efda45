import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { element, remember, stringOf } from './tree';

/**
 * Footnotes with the ids that Goldmark gives them (`fn:1`, `fnref:1`), in a labelled section instead of below a
 * heading that the table of contents would list.
 */
export function footnotes(context: Context): (tree: Root) => void {
  const prefix = context.options.idPrefix ?? '';
  return (tree) => {
    const section = tree.children.find(
      (node): node is Element =>
        node.type === 'element' && node.tagName === 'section' && node.properties.dataFootnotes !== undefined,
    );
    if (!section) return;
    const list = section.children.find(
      (node): node is Element => node.type === 'element' && node.tagName === 'ol',
    );
    if (!list) return;

    const numbers = new Map<string, number>();
    let count = 0;
    for (const item of list.children) {
      if (item.type !== 'element' || item.tagName !== 'li') continue;
      numbers.set(stringOf(item.properties.id).replace(/^fn-/, ''), ++count);
      item.properties = { id: `${prefix}fn:${count}` };
    }
    const uses = new Map<number, number>();
    visit(tree, 'element', (node, _index, parent) => {
      if (node.properties.dataFootnoteRef !== undefined) {
        const number = numbers.get(keyOf(node.properties.href, '#fn-')) ?? 0;
        const use = uses.get(number) ?? 0;
        uses.set(number, use + 1);
        node.properties = {
          href: `#${prefix}fn:${number}`,
          id: referenceId(prefix, number, use),
          role: 'doc-noteref',
          className: ['footnote-ref'],
        };
        if (parent?.type === 'element' && parent.tagName === 'sup')
          remember(parent, { role: 'note-reference' });
      } else if (node.properties.dataFootnoteBackref !== undefined) {
        const [, key = '', use = '1'] =
          /^#fnref-(.*?)(?:-(\d+))?$/.exec(stringOf(node.properties.href)) ?? [];
        // A key may itself end in `-2`; then the whole is the key.
        const number = numbers.get(key) ?? numbers.get(keyOf(node.properties.href, '#fnref-')) ?? 0;
        const place = numbers.has(key) ? Number(use) - 1 : 0;
        node.properties = {
          href: `#${referenceId(prefix, number, place)}`,
          role: 'doc-backlink',
          className: ['footnote-back'],
          ariaLabel: node.properties.ariaLabel,
        };
        remember(node, { role: 'back-reference' });
      }
    });
    Object.assign(
      section,
      element(
        'section',
        { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: context.labels.footnotes },
        [list],
        {
          role: 'footnotes',
        },
      ),
    );
  };
}

function keyOf(href: unknown, start: string): string {
  return typeof href === 'string' && href.startsWith(start) ? href.slice(start.length) : '';
}

function referenceId(prefix: string, number: number, use: number): string {
  return `${prefix}fnref${use === 0 ? '' : String(use)}:${number}`;
}
