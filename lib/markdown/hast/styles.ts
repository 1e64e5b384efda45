import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { styleProperty } from './trust';

/** Applies what is left of a member's `style`: sizes of images for hast/images.ts, and the alignment of text. */
export function styles(context: Context): (tree: Root) => void {
  const property = styleProperty(context);
  return (tree) => {
    visit(tree, 'element', (node) => {
      const { [property]: style, ...others } = node.properties;
      if (typeof style !== 'string') return;
      node.properties = others;
      apply(node, style);
    });
  };
}

const SIZED = new Set(['img', 'video', 'table', 'td', 'th', 'col']);

function apply(node: Element, style: string): void {
  const kept: string[] = [];
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(':');
    if (name === 'text-align') kept.push(`text-align:${value}`);
    else if (node.tagName === 'img') {
      if (name === 'zoom') node.properties.dataZoom = value;
      else if (node.properties[name] === undefined) node.properties[name] = value;
    } else if (SIZED.has(node.tagName) && name === 'width') kept.push(`width:${value}`);
  }
  if (kept.length > 0) node.properties.style = kept.join(';');
}
