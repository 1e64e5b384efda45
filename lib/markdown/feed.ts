import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { digestOf } from './digest';
import { hasClass, isBlank, rememberedOf, textOf, element } from './hast/tree';
import { fragmentOf } from './hast/addresses';
import { asLetters, presentationOf, readableMath } from './hast/linear-math';
import type { MarkdownOptions } from './types';

/** Attributes that mean something to a reader without style sheets and scripts. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  '*': ['lang', 'dir', 'title'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  video: ['src', 'width', 'height', 'controls'],
  td: ['colSpan', 'rowSpan', 'align'],
  th: ['colSpan', 'rowSpan', 'align', 'scope'],
  p: ['align'],
  div: ['align'],
  ol: ['start'],
  details: ['open'],
};

/**
 * The article for feed readers, made from the finished tree of the page: absolute addresses, MathML, code without
 * colours, callouts as quotes; no classes, styles or scripts.
 */
export function feedTree(tree: Root, source: string, options: MarkdownOptions): Root {
  // Readers show many items on one page, so ids need something of the item in them.
  const prefix = `n${digestOf(source)}-`;
  const ids = new Set<string>();
  collectIds(tree, ids);
  const state: State = { options, prefix, ids, base: `${options.origin}${options.path ?? '/'}` };
  return { type: 'root', children: tree.children.flatMap((node) => convert(node, state)) };
}

interface State {
  options: MarkdownOptions;
  prefix: string;
  ids: ReadonlySet<string>;
  base: string;
}

function collectIds(node: Nodes, ids: Set<string>): void {
  if (node.type === 'element' && typeof node.properties.id === 'string') ids.add(node.properties.id);
  if ('children' in node) for (const child of node.children) collectIds(child, ids);
}

function convert(node: Nodes, state: State): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const remembered = rememberedOf(node);
  if (remembered?.tex !== undefined) return formula(node, remembered.tex, remembered.display === true, state);
  switch (remembered?.role) {
    case 'table':
    case 'enlarge':
      return all(node, state);
    case 'heading':
      return node.children.slice(0, 1).flatMap((child) => convert(child, state));
    case 'task':
      return [{ type: 'text', value: textOf(node) }];
    case 'code': {
      const pre = node.children.find(
        (child): child is Element => child.type === 'element' && child.tagName === 'pre',
      );
      return [element('pre', {}, [element('code', {}, [textOf(pre ?? node)])])];
    }
    // A page asks nothing of another site and shows no broken picture. A feed is read elsewhere, later: there the
    // picture is what the author wrote, and its words where it cannot be had.
    case 'image-elsewhere':
    case 'image-missing': {
      const { image } = remembered;
      if (!image) return [];
      return [element('img', { src: absolute(image.src, state), alt: image.alt })];
    }
    case 'callout': {
      const [title, ...rest] = node.children.filter((child) => !isBlank(child));
      const head =
        title?.type === 'element' ? [element('p', {}, [element('strong', {}, all(title, state))])] : [];
      return [element('blockquote', {}, [...head, ...rest.flatMap((child) => convert(child, state))])];
    }
    case 'footnotes':
      return [element('hr'), ...all(node, state)];
    default:
  }
  const children = all(node, state);
  const properties = kept(node, state);
  if (node.tagName === 'span' && Object.keys(properties).length === 0) return children;
  if (node.tagName === 'mark' && hasClass(node, 'code-line')) return children;
  if (node.tagName === 'center') return [element('div', { align: 'center' }, children)];
  if (node.tagName === 'section') return children;
  const isEmpty = children.every(isBlank);
  if ((node.tagName === 'p' || node.tagName === 'figcaption' || node.tagName === 'figure') && isEmpty)
    return [];
  return [element(node.tagName, properties, children)];
}

function all(node: Element, state: State): ElementContent[] {
  return node.children.flatMap((child) => convert(child, state));
}

/**
 * MathML that can be read without being drawn (see hast/linear-math.ts), with the LaTeX as its `alttext`; letters in
 * italics where those say it all. KaTeX's drawing needs its style sheet, and its annotation would show the LaTeX a
 * second time.
 */
function formula(node: Element, tex: string, display: boolean, state: State): ElementContent[] {
  const presentation = presentationOf(node);
  const id = idOf(node, state);
  if (!presentation)
    return [display ? element('p', id, [element('code', {}, [tex])]) : element('code', id, [tex])];
  const letters = display || id.id !== undefined ? undefined : asLetters(presentation);
  if (letters) return letters;
  const properties: Properties = {
    ...id,
    xmlns: 'http://www.w3.org/1998/Math/MathML',
    alttext: asAlternative(tex),
    display: display ? 'block' : 'inline',
  };
  const made = element(
    'math',
    properties,
    presentation.map((child) => readableMath(structuredClone(child))),
  );
  return [display ? element('p', {}, [made]) : made];
}

/** The LaTeX on one line, and without the signs by which simple readers tell where a tag begins and ends. */
function asAlternative(tex: string): string {
  return tex.replace(/\s+/g, ' ').replaceAll('<', '\\lt ').replaceAll('>', '\\gt ');
}

function kept(node: Element, state: State): Properties {
  const properties: Properties = idOf(node, state);
  for (const name of [...(KEPT['*'] ?? []), ...(KEPT[node.tagName] ?? [])]) {
    const value = node.properties[name];
    if (value !== undefined && value !== null) properties[name] = value;
  }
  const alignment =
    typeof node.properties.style === 'string' &&
    /text-align:(left|center|right|justify)/.exec(node.properties.style)?.[1];
  if (alignment && ['p', 'div', 'td', 'th'].includes(node.tagName)) properties.align = alignment;
  for (const name of ['href', 'src']) {
    const address = properties[name];
    if (typeof address === 'string') properties[name] = absolute(address, state);
  }
  return properties;
}

function idOf(node: Element, state: State): Properties {
  const { id } = node.properties;
  return typeof id === 'string' ? { id: state.prefix + id } : {};
}

/** Fragments of the article stay fragments, so that footnotes work inside of the item. */
function absolute(address: string, state: State): string {
  if (address.startsWith('#')) {
    const id = fragmentOf(address);
    return state.ids.has(id) ? `#${state.prefix}${id}` : state.base + address;
  }
  return URL.canParse(address, state.base) ? new URL(address, state.base).href : state.base;
}
