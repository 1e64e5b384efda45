import { feedUrl, type Feed, type FeedItem } from './types';

/**
 * A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1) with whole posts. The same feed gives the same bytes: nothing in
 * it tells when it was made.
 */
export function toJsonFeed(feed: Feed): string {
  const next = feed.paging.kind === 'newest' ? feed.paging.next : feed.paging.prevArchive;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: wellFormed(feed.title),
    home_page_url: feed.siteUrl,
    feed_url: feedUrl(feed, 'json'),
    description: wellFormed(feed.description),
    ...(next !== null && { next_url: feedUrl({ ...feed, query: next }, 'json') }),
    ...(feed.image && { icon: feed.image.url }),
    language: feed.language,
    ...(feed.hub !== null && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map(jsonItem),
  };
  return `${JSON.stringify(document)}\n`;
}

function jsonItem(item: FeedItem) {
  return {
    id: wellFormed(item.guid),
    url: item.url,
    ...(item.papers[0] && { external_url: item.papers[0].url }),
    title: wellFormed(item.title),
    content_html: wellFormed(item.contentHtml),
    summary: wellFormed(item.summary),
    ...(item.image && { image: item.image.url }),
    date_published: item.publishedAt.toISOString(),
    ...(item.updatedAt > item.publishedAt && { date_modified: item.updatedAt.toISOString() }),
    // An author without a name and an address is none.
    authors: item.authors.map(({ name, url }) => ({ name: wellFormed(name), ...(url !== null && { url }) })),
    tags: [...(item.category ? [item.category.name] : []), ...item.tags.map(({ name }) => name)].map(
      wellFormed,
    ),
    language: item.language,
  };
}

/** JSON on the wire is UTF-8 (RFC 8259 §8.1), which has no halves of surrogate pairs; controls are of no use to a reader. */
const wellFormed = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
