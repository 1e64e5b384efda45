export { toRss } from './rss';
export type { Feed, FeedItem } from './types';
