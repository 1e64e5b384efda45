import type { Element, Nodes, Root, RootContent } from 'hast';
import type { ReactElement } from 'react';
import { SKIP, visit } from 'unist-util-visit';
import { imageName, isOutside } from './hast/addresses';
import { measureText } from './hast/text';
import { hasClass, rememberedOf } from './hast/tree';
import { Memo } from './memo';
import { compileAgain, compileAsSource, elementOf } from './pipeline';
import { withoutPreloads } from './preloads';
import type { MarkdownOptions, OutlineItem, Problem } from './types';

/** A block of an article, in the order of the page. */
export interface ArticleBlock {
  /** The same for equal HTML of one renderer. */
  id: number;
  /** Sanitised, as on the page, with the white space that follows the block. */
  html: string;
  /** 1-based, of the source; 0 for what has no place there, such as the list of footnotes. */
  line: number;
  endLine: number;
}

/** What a live preview shows of a source. */
export interface LiveArticle {
  blocks: ArticleBlock[];
  outline: (OutlineItem & { line: number })[];
  problems: Problem[];
  /** Addresses of images that the source names (decoded, NFC), found or not. */
  imageAddresses: string[];
  /** Links within the site, decoded. */
  links: { address: string; line: number }[];
  /** Fragments of links within the page that lead to nothing. */
  lostFragments: { address: string; line: number }[];
  words: number;
  minutes: number;
}

/**
 * Renders one text again and again while it changes. The blocks together are the HTML that `renderPost` gives for the
 * same source and options, except that elements inside of blocks say where they were written: `data-line` is their
 * distance in lines from the first line of their block.
 */
export class ArticleRenderer {
  #memo = new Memo();
  readonly #markup: (element: ReactElement) => string;
  readonly #marksLines: boolean;

  /**
   * @param markup React's `renderToStaticMarkup`, of the build for where this runs.
   * @param marksLines whether elements say where they were written.
   */
  constructor(markup: (element: ReactElement) => string, marksLines = true) {
    this.#markup = (element) => withoutPreloads(markup(element));
    this.#marksLines = marksLines;
  }

  /** Renders a source. Never throws. */
  render(source: string, options: MarkdownOptions): LiveArticle {
    try {
      return this.#finish(compileAgain(source, options, this.#memo), options);
    } catch (error) {
      this.#memo = new Memo();
      return this.#finish(compileAsSource(source, options, error), options);
    } finally {
      this.#memo.turn();
    }
  }

  /** Forgets what it knows, for instance because languages of code were loaded. */
  forget(): void {
    this.#memo = new Memo();
  }

  #finish({ tree, context }: ReturnType<typeof compileAgain>, options: MarkdownOptions): LiveArticle {
    const lines = new Map<string, number>();
    const ids = new Set<string>();
    const links: LiveArticle['links'] = [];
    visit(tree, 'element', (node) => {
      const { id, href } = node.properties;
      const line = node.position?.start.line ?? 0;
      if (typeof id === 'string') {
        ids.add(id);
        lines.set(id, line);
      }
      if (rememberedOf(node)?.tex !== undefined) {
        // Labels beyond the first; the drawing has neither ids nor links.
        for (const child of node.children) {
          if (child.type === 'element' && typeof child.properties.id === 'string')
            ids.add(child.properties.id);
        }
        return SKIP;
      }
      if (node.tagName === 'a' && typeof href === 'string' && !hasClass(node, 'enlarge')) {
        const own = !/^mailto:/i.test(href) && !isOutside(href, options.origin);
        if (own) links.push({ address: imageName(href), line });
      }
      return undefined;
    });
    return {
      blocks: groups(tree).map((group) => this.#block(group)),
      outline: context.outline.map((item) => ({ ...item, line: lines.get(item.id) ?? 1 })),
      problems: context.problems.toSorted((a, b) => a.line - b.line),
      imageAddresses: [...context.imageAddresses],
      links: links.filter(({ address }) => !address.startsWith('#')),
      lostFragments: links.filter(({ address }) => address.startsWith('#') && !ids.has(address.slice(1))),
      ...measureText(tree),
    };
  }

  #block(group: RootContent[]): ArticleBlock {
    const first = group.find((node) => node.type === 'element');
    const line = first?.position?.start.line ?? 0;
    const drawn = new Map<number, string>();
    const copies = group.map((node) => this.#copy(node, line, drawn, true));
    const key = JSON.stringify(copies);
    const known =
      this.#memo.blocks.get(key) ?? this.#memo.blocks.set(key, { id: this.#memo.nextId(), html: '' });
    if (known.html === '') {
      known.html = this.#markup(elementOf(copies)).replace(
        PLACE,
        (_, id: string) => drawn.get(Number(id)) ?? '',
      );
    }
    return { ...known, line, endLine: Math.max(line, first?.position?.end.line ?? 0) };
  }

  /** A copy without positions, with numbers in place of formulas: small, and equal for equal HTML. */
  #copy(node: RootContent, origin: number, drawn: Map<number, string>, isOutermost: boolean): RootContent {
    if (node.type === 'text') return { type: 'text', value: node.value };
    if (node.type !== 'element') return node;
    const line = node.position?.start.line;
    const mark =
      this.#marksLines && !isOutermost && origin > 0 && line !== undefined && MARKED.has(node.tagName);
    return {
      type: 'element',
      tagName: node.tagName,
      properties: { ...node.properties, ...(mark && { dataLine: line - origin }) },
      children: node.children.map((child) => {
        if (!isDrawing(child)) {
          return this.#copy(child, origin, drawn, false) as Element['children'][number];
        }
        const { id, html } = this.#memo.drawn(child, () => this.#markup(elementOf([child])));
        drawn.set(id, html);
        // No source holds U+0000.
        return { type: 'text', value: `\0${String(id)}\0` };
      }),
    };
  }
}

const PLACE = /\0(\d+)\0/g;

/** Elements that stand on lines of their own within a block. */
const MARKED = new Set([
  'p',
  'li',
  'tr',
  'dt',
  'dd',
  'pre',
  'blockquote',
  'figure',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Only KaTeX's own elements have these classes: a member's have none. */
function isDrawing(node: Nodes): boolean {
  return node.type === 'element' && (hasClass(node, 'katex') || hasClass(node, 'katex-display'));
}

/** An element and the texts behind it, again and again. */
function groups(tree: Root): RootContent[][] {
  const found: RootContent[][] = [];
  for (const node of tree.children) {
    const last = found.at(-1);
    if (last && node.type !== 'element') last.push(node);
    else found.push([node]);
  }
  return found;
}
