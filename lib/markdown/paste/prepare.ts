import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { mathToLatex } from './mathml';

/** Element that stands for a note, with its number as `label`, until it is turned into Markdown. */
export const noteTag = 'x-note';
/** Properties of a `span` (so that it counts as part of a line) that stands for Markdown not to be escaped. */
export const verbatimProperty = 'xVerbatim';
/** The same for a reference to a note; the value is its label. */
export const referenceProperty = 'xReference';

/** Longest formula that is looked for, in characters. */
const maxFormula = 4000;

const opaque = new Set(['code', 'pre', 'kbd', 'samp', 'tt', 'textarea', 'xmp', 'listing', 'script', 'style']);

export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** As {@link isElement}, for what is known to be an element. */
export function isNamed({ tagName }: Element, ...names: string[]): boolean {
  return names.includes(tagName);
}

export function classesOf({ properties }: Element): string[] {
  const className: unknown = properties.className;
  return Array.isArray(className)
    ? className.map(String)
    : typeof className === 'string'
      ? className.split(/\s+/)
      : [];
}

export function property(node: Element, name: string): string {
  const value = node.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value);
}

/** All text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The first element below a node, itself included, that fits. */
export function findElement(node: Nodes, fits: (element: Element) => boolean): Element | null {
  if (node.type === 'element' && fits(node)) return node;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = findElement(child, fits);
    if (found) return found;
  }
  return null;
}

function standIn(name: string, value: string): Element {
  // Not empty, so that white space around it is kept.
  return {
    type: 'element',
    tagName: 'span',
    properties: { [name]: value },
    children: [{ type: 'text', value: 'x' }],
  };
}

function verbatim(value: string): Element {
  return standIn(verbatimProperty, value);
}

export type Replace = (node: ElementContent, parent: Root | Element) => ElementContent[] | null;

/** Replaces nodes from the bottom up; null leaves one as it is. */
export function replaceNodes(parent: Root | Element, replace: Replace): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    const replacement = replace(child, parent);
    if (replacement !== null) return replacement;
    if (child.type === 'element') replaceNodes(child, replace);
    return [child];
  });
}

/**
 * Makes a tree ready for conversion, in place: formulas become LaTeX again, whatever drew them; footnotes are told
 * from lists; what only decorates is gone.
 */
export function prepareHtml(tree: Root): void {
  replaceNodes(tree, formula);
  replaceNodes(tree, decoration);
  footnotes(tree);
  replaceNodes(tree, (node) =>
    node.type === 'element' && opaque.has(node.tagName) ? [node] : textFormulas(node),
  );
}

/** Formulas as KaTeX, MathJax, Pandoc, WordPress and MathML write them. */
function formula(node: ElementContent, parent: Root | Element): ElementContent[] | null {
  if (!isElement(node)) return null;
  const classes = classesOf(node);
  if (isElement(node, 'script')) {
    if (!isTexScript(node)) return null;
    return [verbatim(delimited(textOf(node), property(node, 'type').includes('mode=display')))];
  }
  if (classes.includes('MathJax_Preview')) return [];
  // What MathJax drew stands before the script that holds its source.
  const isDrawn = classes.some((name) => /^MathJax(?:_Display|_SVG|_CHTML)?$/.test(name));
  if (isDrawn && parent.children.some(isTexScript)) return [];
  if (classes.includes('katex-display')) return latexIn(node, true);
  if (classes.includes('katex') || isElement(node, 'math')) {
    return latexIn(node, property(node, 'display') === 'block');
  }
  if (
    isElement(node, 'img') &&
    (classes.includes('latex') || classes.includes('mwe-math-fallback-image-inline'))
  ) {
    const alt = property(node, 'alt');
    return alt === '' ? null : [verbatim(delimited(alt.replace(/^\$|\$$/g, ''), false))];
  }
  return null;
}

function isTexScript(node: Nodes): boolean {
  return isElement(node, 'script') && property(node, 'type').startsWith('math/tex');
}

/** The LaTeX that MathML carries as an annotation, or what its elements say. */
function latexIn(node: Element, display: boolean): ElementContent[] | null {
  const annotation = findElement(
    node,
    (element) => isElement(element, 'annotation') && /tex/i.test(property(element, 'encoding')),
  );
  const math = findElement(node, (element) => isElement(element, 'math'));
  const latex = annotation
    ? textOf(annotation)
    : math
      ? property(math, 'alttext') || property(math, 'altText')
      : '';
  const isBlock = display || (math !== null && property(math, 'display') === 'block');
  if (latex.trim() !== '') return [verbatim(delimited(latex, isBlock))];
  if (math === null) return null;
  const own = mathToLatex(math);
  return own === '' ? [] : [verbatim(delimited(own, isBlock))];
}

function delimited(latex: string, display: boolean): string {
  const value = latex.trim().replace(/^\{\\(?:displaystyle|textstyle)\s*([\s\S]*)\}$/, '$1');
  return display ? `$$${value}$$` : `$${value}$`;
}

/** Anchors that themes hang on headings, copies of a text for machines, and white space characters of `wbr`. */
function decoration(node: ElementContent): ElementContent[] | null {
  if (node.type === 'comment') return /^\s*more\s*$/.test(node.value) ? null : [];
  if (!isElement(node)) return null;
  const classes = classesOf(node);
  const isAnchor =
    isElement(node, 'a') &&
    classes.some((name) => /^(?:anchor|heading-?anchor|headerlink|hash-link)$/i.test(name));
  const isLineNumbers =
    classes.some((name) => /^(?:lnt?|line-?numbers?|gutter|linenos?)$/i.test(name)) &&
    !isElement(node, 'pre', 'table', 'code', 'div');
  if (isElement(node, 'script', 'style', 'template', 'wbr', 'link', 'meta') || isAnchor || isLineNumbers)
    return [];
  if (isElement(node, 'table') && classes.includes('lntable')) {
    // Chroma's line numbers: the code is in the last cell.
    const cells: Element[] = [];
    findElement(node, (element) => isElement(element, 'pre') && cells.push(element) < 0);
    return cells.slice(-1);
  }
  return null;
}

function isFootnoteList(node: Nodes): node is Element {
  if (!isElement(node, 'div', 'section', 'ol', 'aside')) return false;
  return (
    classesOf(node).some((name) => name === 'footnotes' || name === 'footnotes-list') ||
    property(node, 'role') === 'doc-endnotes' ||
    'dataFootnotes' in node.properties
  );
}

function isBackReference(node: Nodes): boolean {
  return (
    isElement(node, 'a') &&
    (classesOf(node).some((name) =>
      /^(?:footnote-back(?:ref|link)?|data-footnote-backref|reversefootnote)$/.test(name),
    ) ||
      property(node, 'role') === 'doc-backlink' ||
      'dataFootnoteBackref' in node.properties ||
      /^#(?:user-content-)?fnref/.test(property(node, 'href')))
  );
}

/** Footnotes as Goldmark, GFM and Pandoc write them: notes in a list at the end, references as links to their items. */
function footnotes(tree: Root): void {
  const notes = new Map<string, Element>();
  replaceNodes(tree, (node) => {
    if (!isFootnoteList(node)) return null;
    const found: Element[] = [];
    findElement(
      node,
      (element) => isElement(element, 'li') && property(element, 'id') !== '' && found.push(element) < 0,
    );
    for (const item of found) {
      replaceNodes(item, (child) => (isBackReference(child) ? [] : null));
      const last = item.children.findLast((child) => child.type === 'element');
      for (const holder of [item, ...(last?.type === 'element' ? [last] : [])]) trimEnd(holder);
      notes.set(property(item, 'id'), {
        type: 'element',
        tagName: noteTag,
        properties: { label: String(notes.size + 1) },
        children: item.children,
      });
    }
    return found.length === 0 ? null : [];
  });
  if (notes.size === 0) return;
  const referenced = new Set<string>();
  const reference = (node: ElementContent): ElementContent[] | null => {
    if (!isElement(node, 'a', 'sup')) return null;
    const link = isElement(node, 'a') ? node : onlyElement(node);
    const id = isElement(link, 'a')
      ? decodeURIComponent(
          property(link, 'href')
            .replace(/^#/, '')
            .replace(/%(?![\da-f]{2})/gi, '%25'),
        )
      : '';
    const note = notes.get(id);
    if (!note) return null;
    referenced.add(id);
    return [standIn(referenceProperty, property(note, 'label'))];
  };
  replaceNodes(tree, reference);
  for (const note of notes.values()) replaceNodes(note, reference);
  for (const [id, note] of notes) {
    if (referenced.has(id)) tree.children.push(note);
    else tree.children.push({ ...note, tagName: 'p', properties: {} });
  }
}

function onlyElement(node: Element): Element | undefined {
  const content = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = content;
  return content.length === 1 && first?.type === 'element' ? first : undefined;
}

function trimEnd(node: Element): void {
  for (let last = node.children.at(-1); last?.type === 'text'; last = node.children.at(-1)) {
    last.value = last.value.replace(/[\s\u00a0]+$/, '');
    if (last.value !== '') return;
    node.children.pop();
  }
}

const formulas =
  /\$\$(?<display>(?:[^$\\]|\\[\s\S])+)\$\$|(?<![\\$])\$(?<inline>(?:[^$\\]|\\[\s\S])+?)\$(?![$\d])|\\\((?<round>[\s\S]+?)\\\)|\\\[(?<square>[\s\S]+?)\\\]/g;

/** Cuts the formulas that stand in text, for a script to draw, out of the text. */
function textFormulas(node: ElementContent): ElementContent[] | null {
  if (node.type !== 'text' || !/\$|\\[([]/.test(node.value)) return null;
  const parts: ElementContent[] = [];
  let at = 0;
  for (const match of node.value.matchAll(formulas)) {
    const { display, inline, round, square } = match.groups ?? {};
    const content = display ?? inline ?? round ?? square ?? '';
    if (content.length > maxFormula || content.trim() === '') continue;
    if (inline !== undefined && !looksLikeFormula(inline, node.value[match.index - 1] ?? '')) continue;
    parts.push(text(node.value.slice(at, match.index)), verbatim(oneLine(match[0])));
    at = match.index + match[0].length;
  }
  return parts.length === 0
    ? null
    : [...parts, text(node.value.slice(at))].filter((part) => part.type !== 'text' || part.value !== '');
}

function text(value: string): Text {
  return { type: 'text', value };
}

/** Prices and shell variables have dollars too. */
function looksLikeFormula(content: string, before: string): boolean {
  if (content.includes('`')) return false;
  if (/[\\^_{}=<>|]/.test(content)) return !/^\{?[A-Z_]{2,}\}?[/:"' ]/.test(content);
  return (
    !/^\s|\s$/.test(content) &&
    !/^\d[\d.,]*\s/.test(content) &&
    !/[A-Za-z0-9]/.test(before) &&
    content.length < 80
  );
}

/** White space means nothing to LaTeX, but a line of a formula could begin a list or a heading. Comments end lines. */
function oneLine(source: string): string {
  return /(?<!\\)%/.test(source) ? source.replace(/\n\s*\n/g, '\n') : source.replace(/\s+/g, ' ');
}
