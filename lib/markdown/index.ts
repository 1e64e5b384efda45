/**
 * Markdown → page, feed, excerpt, outline, text: the one renderer there is. This door is for the server; client
 * components import `./preview`, which needs nothing of Node.
 */
export { Article, articleElement, type Preview } from './article';
export { imageName } from './hast/addresses';
export { goldmarkHeadingId } from './heading-ids';
export { prepareSource } from './source';
export { renderingKey, renderPost } from './render';
export { rendererVersion } from './version';
export type {
  MarkdownOptions,
  OutlineItem,
  Problem,
  ProblemKind,
  RenderedPost,
  ResolvedImage,
} from './types';
