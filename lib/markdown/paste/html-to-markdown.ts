import type { Root as HtmlRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Root } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import rehypeParse from 'rehype-parse';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkDefinitionList from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { handlersFor, type Addresses } from './handlers';
import { prepareHtml, textOf } from './prepare';
import { withoutNeedlessEscapes } from './escapes';
import { prepareSource } from '../source';

const reader = unified().use(rehypeParse, { fragment: true });

const writer = unified()
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  })
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkDefinitionList)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  // The plugins for CJK would write tasks as plain items.
  .use(remarkStringify, {
    handlers: { ...gfmTaskListItemToMarkdown().handlers, inlineMath: writeVerbatim },
  });

/** Formulas carry their delimiters with them, as they stood in the source. */
function writeVerbatim(node: InlineMath): string {
  return node.value;
}
writeVerbatim.peek = (node: InlineMath): string => node.value.charAt(0);

export interface ConvertOptions extends Addresses {
  /** Whether a first paragraph that a heading follows is what lists are to show. */
  leadIsExcerpt?: boolean;
  /** Characters of Markdown from which on needless backslashes stay: to find them takes longer than all the rest. */
  tidyBelow?: number;
}

/** What became of a text in HTML. */
export interface Converted {
  markdown: string;
  /** Whether the HTML was nested so deeply that only its text could be taken. */
  textOnly: boolean;
}

/**
 * Turns HTML, well-formed or not, into Markdown of Nonmun's dialect without loss of text. What Markdown cannot say and
 * the dialect allows stays HTML; formulas become LaTeX between dollars.
 */
export function htmlToMarkdown(html: string, options: ConvertOptions): Converted {
  try {
    return { markdown: treeToMarkdown(parseHtml(html), options), textOnly: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { markdown: `${stripTags(html)}\n`, textOnly: true };
  }
}

/** A tree of what may be any HTML. */
export function parseHtml(html: string): HtmlRoot {
  return reader.parse(prepareSource(html));
}

/** As {@link htmlToMarkdown}, of a tree, which it changes. Throws `RangeError` for what is nested too deeply. */
export function treeToMarkdown(tree: HtmlRoot, options: ConvertOptions): string {
  prepareHtml(tree);
  const root = toMdast(tree, { document: true, handlers: handlersFor(options) }) as Root;
  if (options.leadIsExcerpt) separateLead(root);
  const markdown = writer.stringify(root);
  const isShort = markdown.length < (options.tidyBelow ?? Infinity);
  return prepareSource(isShort ? withoutNeedlessEscapes(markdown) : markdown).trim() + '\n';
}

/** The text of HTML on one line. */
export function htmlText(html: string): string {
  try {
    return textOf(reader.parse(html)).replace(/\s+/g, ' ').trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return stripTags(html);
  }
}

function stripTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/**
 * Marks a first paragraph that a heading follows as what lists show of the post. The mark is a comment and changes no
 * text; without it the paragraph would be cut at the length of an excerpt, although the author has set it apart.
 */
function separateLead(root: Root): void {
  const [first, second] = root.children;
  const isMarked = root.children.some(
    (node: Nodes) => node.type === 'html' && /^<!--\s*more\s*-->$/.test(node.value),
  );
  if (first?.type === 'paragraph' && second?.type === 'heading' && !isMarked) {
    root.children.splice(1, 0, { type: 'html', value: '<!--more-->' });
  }
}
