import { mediaContent } from './media';
import { FEED_FILES, feedUrl, pagingLinks, type Feed, type FeedItem } from './types';
import { asHtml, element, emptyElement, markupElement, nested, styledBy, XML_DECLARATION } from './xml';

/** Minutes for which readers that heed it wait before they ask again. */
const TTL = 60;
/** Largest image that RSS lets a channel have, in pixels. */
const IMAGE_LIMIT = { width: 144, height: 400 };

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
};

/**
 * A feed as RSS 2.0 (rssboard.org/rss-specification) with whole posts in `content:encoded`. The same feed gives the
 * same bytes: nothing in it tells when it was made.
 */
export function toRss(feed: Feed): string {
  const channel = [
    element('title', feed.title),
    element('link', feed.siteUrl),
    element('description', feed.description),
    element('language', feed.language),
    ...(feed.copyright === null ? [] : [element('copyright', feed.copyright)]),
    ...(feed.updatedAt === null ? [] : [element('lastBuildDate', rfc822(feed.updatedAt))]),
    element('generator', feed.generator),
    element('ttl', String(TTL)),
    ...channelImage(feed),
    emptyElement('atom:link', { href: feedUrl(feed, 'rss'), rel: 'self', type: FEED_FILES.rss.type }),
    ...(feed.hub === null ? [] : [emptyElement('atom:link', { href: feed.hub, rel: 'hub' })]),
    ...pagingLinks(feed, 'rss').map(({ rel, href }) =>
      emptyElement('atom:link', { href, rel, type: FEED_FILES.rss.type }),
    ),
    ...(feed.paging.kind === 'archive' ? [emptyElement('fh:archive', {})] : []),
    ...feed.items.map(rssItem),
  ];
  return `${XML_DECLARATION}${styledBy(feed.styleSheet)}${nested('rss', [nested('channel', channel)], {
    version: '2.0',
    'xml:lang': feed.language,
    ...NAMESPACES,
  })}\n`;
}

function rssItem(item: FeedItem): string {
  const fields = [
    element('title', item.title),
    element('link', item.url),
    element('guid', item.guid, { isPermaLink: item.guid === item.url ? 'true' : 'false' }),
    element('pubDate', rfc822(item.publishedAt)),
    ...(item.updatedAt > item.publishedAt ? [element('atom:updated', item.updatedAt.toISOString())] : []),
    ...item.authors.map(({ name }) => element('dc:creator', name)),
    ...(item.category === null
      ? []
      : [element('category', item.category.name, { domain: item.category.url })]),
    ...item.tags.map(({ name, url }) => element('category', name, { domain: url })),
    element('dc:language', item.language),
    ...item.papers.flatMap(({ url, doi }) => [
      element('dc:relation', url),
      ...(doi === null ? [] : [element('prism:doi', doi)]),
    ]),
    ...item.alternates.map(({ language, url }) =>
      emptyElement('atom:link', { rel: 'alternate', hreflang: language, type: 'text/html', href: url }),
    ),
    // Readers take it for HTML.
    element('description', asHtml(item.summary)),
    markupElement('content:encoded', item.contentHtml),
    ...mediaContent(item),
  ];
  return nested('item', fields);
}

function channelImage({ image, title, siteUrl }: Feed): string[] {
  if (!image) return [];
  const scale = Math.min(1, IMAGE_LIMIT.width / image.width, IMAGE_LIMIT.height / image.height);
  const pixels = (size: number): string => String(Math.max(1, Math.round(size * scale)));
  const fields = [
    element('url', image.url),
    element('title', title),
    element('link', siteUrl),
    element('width', pixels(image.width)),
    element('height', pixels(image.height)),
  ];
  return [`<image>${fields.join('')}</image>`];
}

/** RFC 822 with the year of RFC 1123. */
const rfc822 = (date: Date): string => date.toUTCString();
