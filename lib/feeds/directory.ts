import { hrefOf, localizePath } from '@/lib/i18n';
import { authorList, categoryList, tagList } from '@/lib/posts';
import { siteView } from '@/lib/settings';
import { FEED_FILES, FEED_FORMATS, type FeedFormat } from './types';
import type { FeedDirectory, FeedListing } from './views';
import { element, emptyElement, nested, XML_DECLARATION } from './xml';

/** @returns every feed whose posts are told in the language. */
export async function feedDirectory(language: string): Promise<FeedDirectory> {
  const [site, categories, authors, tags] = await Promise.all([
    siteView(language),
    categoryList(language),
    authorList(language),
    tagList(language),
  ]);
  const at = (path: string) => site.origin + hrefOf(localizePath(path, language));
  const listing = (name: string, path: string, count: number | null): FeedListing => ({
    name,
    page: at(path),
    addresses: Object.fromEntries(
      FEED_FORMATS.map((format) => [format, at(path + FEED_FILES[format].file)]),
    ) as Record<FeedFormat, string>,
    count,
  });
  return {
    site: listing(site.name, '/', null),
    categories: categories.map(({ name, slug, count }) => listing(name, `/${slug}/`, count)),
    authors: authors.map(({ name, handle, count }) => listing(name, `/authors/${handle}/`, count)),
    tags: tags.map(({ name, slug, count }) => listing(name, `/tags/${slug}/`, count)),
    opml: at('/feeds.opml'),
  };
}

/**
 * All feeds as a list of subscriptions that readers import: OPML 2.0 (opml.org/spec2.opml).
 *
 * @param groups what the groups of feeds are called in the language of the list.
 */
export function toOpml(
  { site, categories, authors, tags }: FeedDirectory,
  groups: { categories: string; authors: string; tags: string },
): string {
  const outline = ({ name, page, addresses }: FeedListing) =>
    emptyElement('outline', { type: 'rss', text: name, title: name, xmlUrl: addresses.rss, htmlUrl: page });
  const group = (name: string, feeds: readonly FeedListing[]) =>
    feeds.length === 0 ? [] : [nested('outline', feeds.map(outline), { text: name, title: name })];
  const body = [
    outline(site),
    ...group(groups.categories, categories),
    ...group(groups.authors, authors),
    ...group(groups.tags, tags),
  ];
  return `${XML_DECLARATION}${nested(
    'opml',
    [nested('head', [element('title', site.name)]), nested('body', body)],
    { version: '2.0' },
  )}\n`;
}
