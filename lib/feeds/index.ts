export { feedDirectory, toOpml } from './directory';
export { feedDocument, movedFeed, type FeedDocument } from './document';
export type { FeedScope } from './load';
export { openSearch } from './open-search';
export { feedStyleSheet } from './style-sheet';
export { ENTRIES_PER_PART, sitemap, SITEMAP_PARTS, sitemapPart } from './sitemap';
export { FEED_FILES, FEED_FORMATS, type FeedFormat } from './types';
export { reviewDocument } from './review';
export type * from './views';
