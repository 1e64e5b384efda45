/**
 * The door for client components: nothing here needs Node. On the server, use the room's index.
 *
 * Grammars of programming languages are loaded apart (most of the weight); until `loadHighlighting` has resolved,
 * code is plain, and rendering again afterwards colours it.
 */
export { Article, articleElement, type Preview } from './article';
export { ArticleRenderer, type ArticleBlock, type LiveArticle } from './article-renderer';
export { isHighlightingLoaded } from './highlight';
export { rendererVersion } from './version';

/** Loads the grammars once; render again when it resolves. */
export async function loadHighlighting(): Promise<void> {
  await import('./languages');
}
