import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { excerptOf } from './excerpt';
import { feedTree } from './feed';
import { measureText, plainText } from './hast/text';
import './languages';
import { compile, compileAsSource, type Compiled } from './pipeline';
import { staticMarkup } from './static-markup';
import type { MarkdownOptions, RenderedPost } from './types';

/**
 * Everything that is made of a post's source (Markdown without front matter), in one go. Pure and synchronous: same
 * source, same options, same result. Never throws; what went wrong is among the problems, and shown in its place.
 */
export function renderPost(source: string, options: MarkdownOptions): RenderedPost {
  try {
    return finish(compile(source, options), options);
  } catch (error) {
    // Only a tree deeper than the stack gets here; the limits are there to prevent it.
    return finish(compileAsSource(source, options, error), options);
  }
}

function finish({ element, tree, context }: Compiled, options: MarkdownOptions): RenderedPost {
  const excerpt = excerptOf(tree, context.moreAt);
  return {
    html: staticMarkup(element),
    feedHtml: serialise(feedTree(tree, context.source, options)),
    excerptHtml: serialise(excerpt.tree),
    excerptText: excerpt.text,
    text: plainText(tree),
    outline: context.outline,
    problems: context.problems.toSorted((a, b) => a.line - b.line),
    leadImage: context.leadImage,
    imageAddresses: [...context.imageAddresses],
    ...measureText(tree),
  };
}

function serialise(tree: Root): string {
  return toHtml(tree, { closeSelfClosing: true }).trim();
}
