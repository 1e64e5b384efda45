import type { Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Nodes as MdastNodes, Root as MdastRoot, RootContent } from 'mdast';
import type { ReactElement } from 'react';
import Markdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
// Declares where remark-parse looks for extensions of the syntax.
import type {} from 'remark-parse';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { createContext, report, type Context } from './context';
import { code } from './hast/code';
import { directions } from './hast/directions';
import { footnotes } from './hast/footnotes';
import { formulas as typesetFormulas } from './hast/formulas';
import { headingLinks } from './hast/headings';
import { centredCaptions, images } from './hast/images';
import { links, unsafeLinks } from './hast/links';
import { roles } from './hast/roles';
import { styles } from './hast/styles';
import { tables } from './hast/tables';
import { element, rememberedOf } from './hast/tree';
import { putAside, putBack, schema } from './hast/trust';
import { LIMITS } from './limits';
import type { Memo } from './memo';
import { addresses, fences, moreMark, tasks } from './mdast/blocks';
import { callouts } from './mdast/callouts';
import { definitionLists } from './mdast/definition-lists';
import { embeds } from './mdast/embeds';
import { formulas as prepareFormulas } from './mdast/formulas';
import { headings } from './mdast/headings';
import { rawHtml } from './mdast/raw-html';
import { typography } from './mdast/typography';
import { outlineOf } from './outline';
import { emptyScope, knownLabels, parseInParts } from './parts';
import { prepareSource, refusal } from './source';
import { mathDelimiters } from './syntax/math';
import { findMathBlocks } from './syntax/math-blocks';
import type { MarkdownOptions, Problem } from './types';

/** One run of the pipeline: the element for React, and the tree that it was made from, for everything else. */
export interface Compiled {
  element: ReactElement;
  tree: HastRoot;
  context: Context;
}

/**
 * Source to element and tree, through react-markdown. Never throws: what cannot be rendered block by block either is
 * shown as source.
 */
export function compile(source: string, options: MarkdownOptions): Compiled {
  return compileWith(source, options, null);
}

/** `compile` for a text that is being written: what did not change since the last time is taken from the memo. */
export function compileAgain(
  source: string,
  options: MarkdownOptions,
  memo: Memo,
): Omit<Compiled, 'element'> {
  return compileWith(source, options, memo);
}

function compileWith(source: string, options: MarkdownOptions, memo: Memo | null): Compiled {
  const prepared = prepareSource(source);
  const refused = refusal(prepared);
  if (refused) return asSource(prepared, options, refused);
  try {
    return run(createContext(prepared, options, false, memo));
  } catch {
    // Again, with each step confined to one block, so that only the block that fails is lost.
  }
  try {
    return run(createContext(prepared, options, true));
  } catch (error) {
    return asSource(prepared, options, { kind: 'plugin-failed', line: 1, detail: messageOf(error) });
  }
}

function run(context: Context): Compiled {
  let tree: HastRoot = { type: 'root', children: [] };
  const capture = () => (result: HastRoot) => {
    const more = result.children.findIndex((node) => rememberedOf(node)?.role === 'more');
    if (more >= 0) result.children.splice(more, 1);
    context.moreAt = more;
    tree = result;
    // With a memo, whoever asked makes elements block by block.
    return context.memo ? ({ type: 'root', children: [] } satisfies HastRoot) : undefined;
  };
  const made = Markdown({
    children: context.source,
    remarkPlugins: [
      [remarkGfm, { singleTilde: false }],
      remarkMath,
      syntax(context),
      remarkDefinitionList,
      remarkCjkFriendly,
      [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
      () => depthGuard(context),
      ...[
        moreMark(),
        rawHtml(context),
        addresses(context),
        headings(context),
        callouts(context),
        tasks(context),
        fences(),
        prepareFormulas(context),
        embeds(),
        typography(context),
      ].map((step) => () => step),
    ],
    remarkRehypeOptions: {
      handlers: definitionLists,
      clobberPrefix: '',
      footnoteLabel: context.labels.footnotes,
      footnoteBackContent: '↩',
      footnoteBackLabel: (reference, use) =>
        context.labels.backToReference(
          use > 1 ? `${String(reference + 1)}-${String(use)}` : String(reference + 1),
        ),
    },
    rehypePlugins: [
      ...[
        putAside(context),
        rehypeRaw(),
        unsafeLinks(context),
        rehypeSanitize(schema(context)),
        putBack(context),
        styles(context),
        roles(),
        footnotes(context),
        images(context),
        centredCaptions(),
        links(context),
        tables(context),
        // Before formulas are drawn: most elements of a post are those that they are drawn with.
        directions(),
        headingLinks(context),
        code(context),
        typesetFormulas(context),
      ].map((step) => confined(step, context)),
      () => (result: HastRoot) => {
        context.outline.push(...outlineOf(result));
      },
      capture,
    ],
  });
  return { element: made, tree, context };
}

/** remark-math's syntax with the delimiters of the dialect; with a memo, a parser that goes part by part. */
function syntax({ source, memo }: Context): Plugin {
  return function (this: Processor) {
    const scope = emptyScope();
    const blocks = findMathBlocks(source);
    scope.blocks = blocks;
    const extensions = (this.data().micromarkExtensions ??= []);
    extensions.push(mathDelimiters(() => scope.blocks));
    const { parser } = this;
    if (!memo || !parser) return;
    extensions.push(knownLabels(scope));
    this.parser = (text, file) =>
      parseInParts(text, blocks, scope, memo, (part) => parser(part, file) as MdastRoot);
  };
}

type HastStep = (tree: HastRoot, file: VFile) => unknown;

/** In isolation, runs a step for each block of its own and shows the source of blocks for which it fails. */
function confined(step: HastStep, context: Context): Plugin<[], HastRoot> {
  if (!context.isolate) return () => (tree, file) => (step(tree, file) as HastRoot | undefined) ?? undefined;
  return () => (tree, file) => {
    tree.children = tree.children.flatMap((child) => {
      const block: HastRoot = { type: 'root', children: [child] };
      try {
        return ((step(block, file) as HastRoot | undefined) ?? block).children;
      } catch (error) {
        return [sourceBlock(child, context, error)];
      }
    });
  };
}

/** Blocks that are nested too deeply are shown as source: everything behind here goes down by recursion. */
function depthGuard(context: Context) {
  return (tree: MdastRoot): void => {
    tree.children = tree.children.map((block): RootContent => {
      if (!isDeeperThan(block, LIMITS.depth)) return block;
      const { start, end } = block.position ?? {};
      report(context, 'too-deep', start?.line ?? 1, block.type);
      return {
        type: 'code',
        value: context.source.slice(start?.offset ?? 0, end?.offset ?? 0),
        position: block.position,
      };
    });
  };
}

function isDeeperThan(node: MdastNodes, limit: number): boolean {
  const pending: [MdastNodes, number][] = [[node, 1]];
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const [current, depth] = entry;
    if (depth > limit) return true;
    if ('children' in current) for (const child of current.children) pending.push([child, depth + 1]);
  }
  return false;
}

function sourceBlock(node: HastNodes, context: Context, error: unknown) {
  const { start, end } = node.position ?? {};
  report(context, 'plugin-failed', start?.line ?? 1, messageOf(error));
  return sourceElement(context.source.slice(start?.offset ?? 0, end?.offset ?? 0), context);
}

function sourceElement(source: string, context: Context) {
  return element(
    'div',
    { className: ['not-rendered'] },
    [
      element('p', { className: ['not-rendered-label'] }, [context.labels.notRendered]),
      element('pre', { tabIndex: 0 }, [element('code', {}, [source])]),
    ],
    { role: 'source' },
  );
}

/** A post of which nothing can be rendered, as source. */
export function compileAsSource(source: string, options: MarkdownOptions, error: unknown): Compiled {
  return asSource(prepareSource(source), options, {
    kind: 'plugin-failed',
    line: 1,
    detail: messageOf(error),
  });
}

/** Some nodes of an article as an element, the way that `compile` makes the whole. */
export function elementOf(children: HastRoot['children']): ReactElement {
  return Markdown({ children: '', rehypePlugins: [() => () => ({ type: 'root', children })] });
}

/** The whole post as source. Goes through react-markdown like everything else, with a tree instead of a text. */
function asSource(source: string, options: MarkdownOptions, problem: Problem): Compiled {
  const context = createContext('', options, false);
  context.problems.push(problem);
  const tree: HastRoot = { type: 'root', children: [sourceElement(source, context)] };
  const made = Markdown({ children: '', rehypePlugins: [() => () => tree] });
  return { element: made, tree, context };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
