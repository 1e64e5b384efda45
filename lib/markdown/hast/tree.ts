import type { Element, ElementContent, ElementData, Nodes, Properties, Root, Text } from 'hast';

/** What the pipeline remembers of an element beyond its markup; never serialised. */
export interface Remembered {
  /** A formula's LaTeX as the author wrote it. */
  tex?: string;
  /** A formula on lines of its own. */
  display?: boolean;
  /** Of a formula that KaTeX refused or that was never tried. */
  faulty?: boolean;
  /** Of an image that is not shown: what may become its caption. */
  title?: string;
  /** Of an image that is not shown: what a feed shows instead. */
  image?: { src: string; alt: string };
  /** What the element is, for the feed. */
  role?:
    | 'code'
    | 'callout'
    | 'enlarge'
    | 'footnotes'
    | 'heading'
    | 'image-missing'
    | 'image-elsewhere'
    | 'more'
    | 'source'
    | 'table'
    | 'task'
    | 'video-card'
    | 'back-reference'
    | 'note-reference';
}

declare module 'hast' {
  interface ElementData {
    nonmun?: Remembered;
  }
}

/** An element; `properties` as in hast (`className`, `ariaLabel`). */
export function element(
  tagName: string,
  properties: Properties = {},
  children: (ElementContent | string)[] = [],
  remembered?: Remembered,
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
    ...(remembered && { data: dataOf(remembered) }),
  };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

export function rememberedOf(node: Nodes): Remembered | undefined {
  return node.type === 'element' ? node.data?.nonmun : undefined;
}

export function remember(node: Element, remembered: Remembered): void {
  node.data = { ...node.data, ...dataOf({ ...node.data?.nonmun, ...remembered }) };
}

// The parser of raw HTML declares data of its own as if every element had it.
function dataOf(remembered: Remembered): ElementData {
  return { nonmun: remembered } as ElementData;
}

export function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name);
}

/** 1-based line of a node in the source; 1 where it is unknown. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** Text of a tree as it stands, formulas as their LaTeX, without the signs that only lead back and forth. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const remembered = rememberedOf(node);
  if (remembered?.tex !== undefined) return remembered.tex;
  if (remembered?.role === 'back-reference' || remembered?.role === 'note-reference') return '';
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return node.children.map(textOf).join('');
}

/** A property's value where it is one word or number; empty otherwise. */
export function stringOf(value: Properties[string]): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether a node is white space between blocks. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/**
 * Replaces elements for which `change` returns something; does not enter what it returned. What takes an element's place
 * stands where that was written.
 */
export function replace(
  tree: Root | Element,
  change: (node: Element, parents: Element[]) => ElementContent[] | undefined,
): void {
  const enter = (parent: Root | Element, parents: Element[]) => {
    const next: ElementContent[] = [];
    let changed = false;
    for (const child of parent.children as ElementContent[]) {
      const result = child.type === 'element' ? change(child, parents) : undefined;
      if (result) {
        for (const made of result) if (made.type === 'element') made.position ??= child.position;
        next.push(...result);
        changed = true;
        continue;
      }
      if (child.type === 'element') enter(child, [...parents, child]);
      next.push(child);
    }
    if (changed) parent.children = next;
  };
  enter(tree, []);
}
