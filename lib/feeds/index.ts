export { loadFeed, type FeedScope } from './load';
export { toRss } from './rss';
export type { Feed, FeedItem } from './types';
