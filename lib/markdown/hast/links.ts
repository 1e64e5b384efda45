import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { report, type Context } from '../context';
import { fragmentOf, hostOf, isOutside, safeAddress } from './addresses';
import { element, lineOf, textOf } from './tree';

/** Takes unsafe addresses away, marks links that leave the site, and lays out cards. */
export function links(context: Context): (tree: Root) => void {
  const prefix = context.options.idPrefix ?? '';
  return (tree) => {
    const ids = prefix === '' ? new Set<string>() : idsOf(tree);
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName !== 'a') return;
      const { href } = node.properties;
      if (typeof href !== 'string') return;
      const address = safeAddress(href);
      if (address === null) {
        report(context, 'link-unsafe', lineOf(node), href);
        delete node.properties.href;
        return;
      }
      node.properties.href = ids.has(prefix + fragmentOf(address))
        ? `#${prefix}${fragmentOf(address)}`
        : address;
      if (isOutside(address, context.options.origin)) node.properties.rel = ['noopener'];
      const card = parent?.type === 'element' && parent.properties.dataCard;
      if (typeof card !== 'string' || parent?.type !== 'element') return;
      delete parent.properties.dataCard;
      const shown = textOf(node).trim();
      node.children = [
        element('span', { className: ['card-label'] }, [card]),
        { type: 'text', value: ' ' },
        element('span', { className: ['card-title'] }, [shown === '' ? hostOf(address) : shown]),
      ];
    });
  };
}

/** Reports links that the sanitiser is about to take the address of. */
export function unsafeLinks(context: Context): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node) => {
      const { href } = node.properties;
      if (typeof href === 'string' && safeAddress(href) === null && href.trim() !== '') {
        report(context, 'link-unsafe', lineOf(node), href);
      }
    });
  };
}

function idsOf(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (node) => {
    if (typeof node.properties.id === 'string') ids.add(node.properties.id);
  });
  return ids;
}
