import type { FeedFormat } from './types';

/** A feed that readers can subscribe to. */
export interface FeedListing {
  name: string;
  /** Absolute address of the page that it is of. */
  page: string;
  /** Absolute address of the feed in each format. */
  addresses: Record<FeedFormat, string>;
  /** Public posts in it; null for the site's own. */
  count: number | null;
}

/** Every feed of the site in one language. */
export interface FeedDirectory {
  site: FeedListing;
  categories: FeedListing[];
  authors: FeedListing[];
  tags: FeedListing[];
  /** Absolute address of all of them as one list of subscriptions. */
  opml: string;
}
