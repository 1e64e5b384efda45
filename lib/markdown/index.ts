/**
 * Markdown → page, feed, excerpt, outline, text: the one renderer there is. This door is for the server; client
 * components import `./preview`, which needs nothing of Node.
 *
 * The pipeline is loaded when something is rendered: it takes 70 MB, and a server whose posts are rendered already
 * does without.
 */
import type { MarkdownOptions, RenderedPost } from './types';

export { imageName } from './hast/addresses';
export { goldmarkHeadingId } from './heading-ids';
export { prepareSource } from './source';
export { renderingKey } from './key';
export { rendererVersion } from './version';
export type {
  MarkdownOptions,
  OutlineItem,
  Problem,
  ProblemKind,
  RenderedPost,
  ResolvedImage,
} from './types';

/** `renderPost` of the pipeline, which see. Same source, same options, same result; never throws. */
export async function renderPost(source: string, options: MarkdownOptions): Promise<RenderedPost> {
  const pipeline = await import('./render');
  return pipeline.renderPost(source, options);
}
