import { createHash } from 'node:crypto';
import { mediaContent } from './media';
import { FEED_FILES, feedUrl, pagingLinks, type Feed, type FeedItem } from './types';
import { element, emptyElement, nested, styledBy, XML_DECLARATION } from './xml';

/**
 * A feed as Atom 1.0 (RFC 4287) with whole posts. The same feed gives the same bytes: nothing in it tells when it was
 * made.
 */
export function toAtom(feed: Feed): string {
  const self = feedUrl(feed, 'atom');
  const fields = [
    element('id', feedUrl({ ...feed, query: '' }, 'atom')),
    element('title', feed.title, { type: 'text' }),
    element('subtitle', feed.description, { type: 'text' }),
    // Required also where there is nothing yet (§4.1.1).
    element('updated', rfc3339(feed.updatedAt ?? new Date(0))),
    emptyElement('link', { rel: 'self', type: FEED_FILES.atom.type, href: self }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.siteUrl }),
    ...(feed.hub === null ? [] : [emptyElement('link', { rel: 'hub', href: feed.hub })]),
    ...pagingLinks(feed, 'atom').map(({ rel, href }) =>
      emptyElement('link', { rel, type: FEED_FILES.atom.type, href }),
    ),
    ...(feed.paging.kind === 'archive' ? [emptyElement('fh:archive', {})] : []),
    ...(feed.image === null ? [] : [element('logo', feed.image.url)]),
    ...(feed.copyright === null ? [] : [element('rights', feed.copyright, { type: 'text' })]),
    element('generator', feed.generator),
    ...feed.items.map((item) => entry(item, feed)),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
    'xmlns:prism': 'http://prismstandard.org/namespaces/basic/2.0/',
    'xml:lang': feed.language,
  };
  return `${XML_DECLARATION}${styledBy(feed.styleSheet)}${nested('feed', fields, root)}\n`;
}

function entry(item: FeedItem, feed: Feed): string {
  const { category } = item;
  // An entry without an author is in no feed without one (§4.1.2); the site then stands for whoever wrote.
  const authors = item.authors.length > 0 ? item.authors : [{ name: feed.title, url: feed.siteUrl }];
  const fields = [
    element('id', iriOf(item.guid)),
    element('title', item.title, { type: 'text' }),
    element('published', rfc3339(item.publishedAt)),
    element('updated', rfc3339(item.updatedAt)),
    ...authors.map(({ name, url }) =>
      nested('author', [element('name', name), ...(url === null ? [] : [element('uri', url)])]),
    ),
    // Many readers take the first link for the post's.
    emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang: item.language, href: item.url }),
    ...item.alternates.map(({ language, url }) =>
      emptyElement('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
    ),
    ...item.papers.map(({ url, title }) => emptyElement('link', { rel: 'related', href: url, title })),
    ...item.papers.flatMap(({ url, doi }) => [
      element('dc:relation', url),
      ...(doi === null ? [] : [element('prism:doi', doi)]),
    ]),
    ...[...(category === null ? [] : [category]), ...item.tags].map(({ name, url }) =>
      emptyElement('category', { term: name, scheme: url, label: name }),
    ),
    element('summary', item.summary, { type: 'text' }),
    element('content', item.contentHtml, { type: 'html' }),
    ...mediaContent(item),
  ];
  return nested('entry', fields, { 'xml:lang': item.language });
}

/**
 * The permanent id of an entry, which has to be an IRI (§4.2.6): the guid itself where it is one. Of any other that came
 * with an import, the name-based UUID (RFC 9562 §5.5), which follows from it alone.
 */
export function iriOf(guid: string): string {
  if (/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}\p{Surrogate}]+$/iu.test(guid)) return guid;
  const digest = createHash('sha1').update(NAMESPACE).update(guid).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** For names within a feed of this program; chosen once. */
const NAMESPACE = Buffer.from('5d2ba3d8a6de4f3c9f0a3f5ce1a4b7c2', 'hex');

/** RFC 3339 has years of four digits. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

const rfc3339 = (date: Date): string =>
  new Date(Math.min(Math.max(date.getTime(), EARLIEST), LATEST)).toISOString();
