import { localizePath } from '@/lib/i18n';
import { presentHandle } from '@/lib/members';
import { presentCategorySlug, wasCategory } from '@/lib/posts';
import { toAtom } from './atom';
import { toJsonFeed } from './json';
import { loadFeed, type FeedScope } from './load';
import { toRss } from './rss';
import { FEED_FILES, feedUrl, type Feed, type FeedFormat } from './types';

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};

/** A document of a feed as it is sent. */
export interface FeedDocument {
  body: string;
  /** Media type, without charset. */
  type: string;
  /** Latest change of anything in it; null where that is not known, or would lie ahead. */
  changedAt: Date | null;
  /** Absolute address of the document. */
  self: string;
  /** Address of the hub that tells of changes; null where there is none. */
  hub: string | null;
}

/**
 * @param options `n`: items in it, the site's setting where it is not given; `page`: 1-based, newest first; `archive`: a
 *   part of the history, 1-based, counted from the oldest (RFC 5005), which wins over a page.
 * @returns null where there is no such feed, or no such document of it.
 */
export async function feedDocument(
  scope: FeedScope,
  language: string,
  format: FeedFormat,
  {
    n,
    page = 1,
    archive,
  }: { n?: number | undefined; page?: number | undefined; archive?: number | undefined },
): Promise<FeedDocument | null> {
  const feed = await loadFeed(scope, language, {
    ...(n !== undefined && { count: n }),
    window: archive === undefined ? { kind: 'newest', number: page } : { kind: 'archive', number: archive },
  });
  if (!feed) return null;
  // A server does not tell of a change that lies ahead (RFC 9110 §8.8.2.1), as that of a post dated so.
  const isAhead = feed.updatedAt !== null && feed.updatedAt > new Date();
  return {
    body: WRITERS[format](feed),
    type: FEED_FILES[format].type,
    changedAt: isAhead ? null : feed.updatedAt,
    self: feedUrl(feed, format),
    hub: feed.hub,
  };
}

/** Sections under which static sites keep all of their posts; here they are the site's own feed, unless a category is called so. */
const WHOLE_SITE = new Set(['posts', 'post', 'blog']);

/**
 * Where a feed is that no longer has its address.
 *
 * @returns its present path, or that it is gone with its category; null where there never was one.
 */
export async function movedFeed(
  scope: FeedScope,
  language: string,
  format: FeedFormat,
): Promise<{ path: string } | 'gone' | null> {
  const at = (path: string) => ({ path: localizePath(path + FEED_FILES[format].file, language) });
  if (scope.kind === 'author') {
    const handle = await presentHandle(scope.handle);
    return handle === null ? null : at(`/authors/${handle}/`);
  }
  if (scope.kind !== 'category') return null;
  const slug = await presentCategorySlug(scope.slug);
  if (slug !== null) return at(`/${slug}/`);
  if (WHOLE_SITE.has(scope.slug)) return at('/');
  return (await wasCategory(scope.slug)) ? 'gone' : null;
}
