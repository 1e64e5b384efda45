import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const SERVICES: readonly [RegExp, string][] = [
  [/^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/, 'YouTube'],
  [/^(?:www\.|player\.)?vimeo\.com$/, 'Vimeo'],
  [/^(?:(?:www|mobile)\.)?(?:twitter|x)\.com$/, 'X'],
];

/** The service that an address belongs to when it would be worth embedding elsewhere. */
export function serviceOf(address: string): string | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return SERVICES.find(([pattern]) => pattern.test(host))?.[1];
}

/** A link to a video or a tweet alone in a paragraph becomes a card: nothing of the other site is loaded. */
export function embeds(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'paragraph', (node, _index, parent) => {
      if (parent?.type === 'listItem') return;
      const [only, ...others] = node.children.filter(
        (child) => child.type !== 'text' || child.value.trim() !== '',
      );
      if (only?.type !== 'link' || others.length > 0) return;
      const service = serviceOf(only.url);
      if (!service) return;
      node.data = { ...node.data, hProperties: { className: ['card'], dataCard: service } };
    });
  };
}
