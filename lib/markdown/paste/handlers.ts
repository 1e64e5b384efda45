import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Code, FootnoteDefinition, Html, Image, Nodes as MdastNodes, RootContent } from 'mdast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import { defListHastToMdast } from 'remark-definition-list';
import {
  classesOf,
  findElement,
  isElement,
  isNamed,
  noteTag,
  property,
  referenceProperty,
  textOf,
  verbatimProperty,
} from './prepare';

/** How addresses of the source become addresses here; null drops the link and keeps its text. */
export interface Addresses {
  link(href: string): string | null;
  image(src: string): string | null;
  /** For pictures that the HTML holds itself, `data:…`. Without it they are left out. */
  data?(src: string): string | null;
}

function html(value: string): Html {
  return { type: 'html', value };
}

/** HTML that is part of a line; the name tells the library that it does not begin a block. */
function lineHtml(value: string): Html {
  return { type: 'html', value, data: { hName: 'span' } };
}

/** An element that Markdown cannot say, in a line: its tags as HTML, its content as Markdown. */
function inlineHtml(state: State, node: Element): MdastNodes[] {
  const title = property(node, 'title');
  const attribute =
    title === '' ? '' : ` title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  return [lineHtml(`<${node.tagName}${attribute}>`), ...state.all(node), lineHtml(`</${node.tagName}>`)];
}

/** The same for blocks: blank lines around the content let Markdown and formulas work inside. */
function blockHtml(state: State, node: Element, opening: string): MdastNodes[] {
  return [html(opening), ...state.toFlow(state.all(node)), html(`</${node.tagName}>`)];
}

/** A whole element as HTML on one line, so that no blank line ends it. */
function wholeHtml(node: Element, addresses: Addresses): Html {
  const copy = structuredClone(node);
  readdress(copy, addresses);
  return html(toHtml(copy, { characterReferences: { useNamedReferences: true } }).replace(/\s*\n\s*/g, ' '));
}

function readdress(node: Element, addresses: Addresses): void {
  // Footnotes and formulas that were found inside go back to what they show.
  const shown = property(node, verbatimProperty) || property(node, referenceProperty);
  if (shown !== '') Object.assign(node, { properties: {}, children: [{ type: 'text', value: shown }] });
  if (isElement(node, 'a')) {
    const href = addresses.link(property(node, 'href'));
    node.properties = href === null ? {} : { href };
  }
  if (isElement(node, 'img')) node.properties.src = addresses.image(property(node, 'src')) ?? '';
  delete node.properties.className;
  delete node.properties.id;
  for (const child of node.children) if (child.type === 'element') readdress(child, addresses);
}

const blocks = new Set([
  'p',
  'ul',
  'ol',
  'dl',
  'pre',
  'table',
  'blockquote',
  'div',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);

/** Whether a table says more than rows of cells in a line. */
function isComplex(table: Element): boolean {
  return (
    findElement(table, (element) => {
      if (isNamed(element, 'caption')) return textOf(element).trim() !== '';
      if (!isNamed(element, 'td', 'th')) return false;
      const spans =
        Number(element.properties.colSpan ?? 1) > 1 || Number(element.properties.rowSpan ?? 1) > 1;
      const inner = element.children.filter((child) => child.type === 'element' && blocks.has(child.tagName));
      const isOneParagraph = inner.length === 1 && isElement(inner[0], 'p');
      return spans || (inner.length > 0 && !isOneParagraph);
    }) !== null
  );
}

/** The language of a code block, as highlighters write it. */
function languageOf(pre: Element): string {
  const code = findElement(pre, (element) => isElement(element, 'code'));
  for (const node of [code, pre]) {
    if (!node) continue;
    for (const name of classesOf(node)) {
      const match = /^(?:language|lang|highlight-source|sourceCode|brush:?)-?(.+)$/.exec(name);
      if (match?.[1]) return match[1];
    }
    const said = property(node, 'dataLang') || property(node, 'dataLanguage') || property(node, 'lang');
    if (said !== '') return said;
    const brush = /brush:\s*([\w+#-]+)/.exec(classesOf(node).join(' '))?.[1];
    if (brush) return brush;
  }
  return '';
}

function code(node: Element): Code {
  const language = languageOf(node).replace(/[\s`{}]/g, '');
  const known = /^(?:text|plaintext|plain|fallback|none)$/.test(language) ? '' : language;
  return { type: 'code', lang: known || null, meta: null, value: codeText(node).replace(/^\n|\n$/g, '') };
}

/** The text of code, with the breaks that some editors write as elements. */
function codeText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (!isElement(child)) return '';
      return isElement(child, 'br') ? '\n' : codeText(child);
    })
    .join('');
}

function image(node: Element, addresses: Addresses): MdastNodes | undefined {
  const source = [property(node, 'src'), property(node, 'dataSrc'), property(node, 'dataOriginal')].find(
    (value) => value !== '' && !value.startsWith('data:'),
  );
  const held = property(node, 'src');
  const url = source !== undefined ? addresses.image(source) : ((held && addresses.data?.(held)) ?? null);
  const alt = property(node, 'alt');
  if (!url) return alt === '' ? undefined : { type: 'text', value: alt };
  const title = property(node, 'title');
  const style = /(?:zoom|width|height)\s*:\s*[\d.]+\s*(?:%|px|em|rem)?/gi;
  const sized = property(node, 'style').match(style) ?? [];
  const { width, height } = node.properties;
  if (sized.length === 0 && width === undefined && height === undefined) {
    return { type: 'image', url, alt, title: title === '' ? null : title };
  }
  const properties = {
    src: url,
    alt,
    ...(title !== '' && { title }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(sized.length > 0 && { style: sized.join('; ') }),
  };
  return lineHtml(toHtml({ type: 'element', tagName: 'img', properties, children: [] }));
}

/** A picture with its caption, which Markdown says with a title; captions of more than text stay HTML. */
function figure(state: State, node: Element, addresses: Addresses): MdastNodes | MdastNodes[] {
  const caption = findElement(node, (element) => isElement(element, 'figcaption'));
  if (!caption) return state.toFlow(state.all(node));
  const pictures: Element[] = [];
  findElement(node, (element) => isElement(element, 'img') && pictures.push(element) < 0);
  const [picture] = pictures;
  const others = textOf(node).trim().length - textOf(caption).trim().length;
  const isPlain =
    findElement(caption, (element) => !isElement(element, 'figcaption', 'p', 'span', 'h4')) === null;
  const made =
    picture && pictures.length === 1 && others === 0 && isPlain ? image(picture, addresses) : undefined;
  const isLinked = findElement(node, (element) => isElement(element, 'a')) !== null;
  if (made?.type === 'image' && !isLinked) {
    const title = textOf(caption).replace(/\s+/g, ' ').trim();
    return { type: 'paragraph', children: [{ ...made, title } satisfies Image] };
  }
  return wholeHtml(node, addresses);
}

function embed(node: Element, addresses: Addresses): MdastNodes | undefined {
  const source = property(node, 'src') || property(node, 'dataSrc');
  const id = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(source)?.[1];
  const vimeo = /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)/.exec(source)?.[1];
  const url = id
    ? `https://www.youtube.com/watch?v=${id}`
    : vimeo
      ? `https://vimeo.com/${vimeo}`
      : addresses.link(source);
  if (url === null) return undefined;
  const label = property(node, 'title') || url;
  return {
    type: 'paragraph',
    children: [
      { type: 'link', url, title: null, children: [{ type: 'text', value: id || vimeo ? url : label }] },
    ],
  };
}

/** Handlers for elements of which the library's own lose something, or say it in another way than the dialect. */
export function handlersFor(addresses: Addresses): Record<string, Handle> {
  const all: Handle = (state, node) => state.all(node);
  return {
    ...(defListHastToMdast as unknown as Record<string, Handle>),
    span: (state, node) => {
      const source = property(node, verbatimProperty);
      // The writer puts out what a formula holds as it is, delimiters included.
      if (source !== '') return { type: 'inlineMath', value: source };
      const label = property(node, referenceProperty);
      return label === '' ? state.all(node) : { type: 'footnoteReference', identifier: label, label };
    },
    [noteTag]: (state, node) => {
      const label = property(node, 'label');
      const children = state.toFlow(state.all(node)) as FootnoteDefinition['children'];
      return { type: 'footnoteDefinition', identifier: label, label, children };
    },
    mark: inlineHtml,
    sub: inlineHtml,
    sup: inlineHtml,
    kbd: inlineHtml,
    abbr: inlineHtml,
    u: all,
    var: defaultHandlers.em,
    li: (state, node) => {
      const item = defaultHandlers.li(state, node);
      // The library takes an item with a nested list for a loose one, and so every line for a paragraph.
      return {
        ...item,
        spread: node.children.some((child) => isElement(child, 'p')) && item.children.length > 1,
      };
    },
    ul: list,
    ol: list,
    center: (state, node) => blockHtml(state, node, '<center>'),
    details: (state, node) => {
      const summary = node.children.find((child) => isElement(child, 'summary'));
      const rest = { ...node, children: node.children.filter((child) => child !== summary) };
      const label = isElement(summary) ? wholeHtml(summary, addresses).value : '';
      return blockHtml(state, rest, `<details>${label}`);
    },
    div: (state, node) => {
      const align = property(node, 'align').toLowerCase();
      const isAligned = ['left', 'center', 'right'].includes(align);
      return isAligned ? blockHtml(state, node, `<div align="${align}">`) : state.toFlow(state.all(node));
    },
    figure: (state, node) => figure(state, node, addresses),
    pre: (_, node) => code(node),
    img: (_, node) => image(node, addresses),
    image: (_, node) => image(node, addresses),
    iframe: (_, node) => embed(node, addresses),
    a: (state, node) => {
      const url = addresses.link(property(node, 'href').trim());
      const children = state.all(node);
      if (url === null || children.length === 0 || !children.every(isPhrasing)) return children;
      return { type: 'link', url, title: property(node, 'title') || null, children } as MdastNodes;
    },
    table: (state, node) =>
      isComplex(node) ? wholeHtml(node, addresses) : defaultHandlers.table(state, node),
  };
}

const list: Handle = (state, node) => {
  const isLoose = node.children.some(
    (child) => isElement(child, 'li') && child.children.some((inner) => isElement(inner, 'p')),
  );
  return { ...defaultHandlers[node.tagName === 'ol' ? 'ol' : 'ul'](state, node), spread: isLoose };
};

const flow = new Set([
  'paragraph',
  'heading',
  'list',
  'code',
  'blockquote',
  'table',
  'thematicBreak',
  'footnoteDefinition',
]);

/** Links may not hold blocks in Markdown; those of HTML give their address up rather than their content. */
function isPhrasing(node: RootContent): boolean {
  return !flow.has(node.type);
}
