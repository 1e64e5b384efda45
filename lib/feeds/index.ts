export { loadFeed, type FeedScope } from './load';
export { toRss } from './rss';
export { sitemap } from './sitemap';
export type { Feed, FeedItem } from './types';
