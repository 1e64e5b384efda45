import { hrefOf, localizePath } from '@/lib/i18n';
import { publicPaperIds } from '@/lib/papers';
import { authorList, categoryList, countPublic, publicAddresses, tagList } from '@/lib/posts';
import { siteView } from '@/lib/settings';
import { element, emptyElement } from './xml';

/** Posts in one part; from one more on, the sitemap is an index of parts. Each language of a post is an address. */
export const POSTS_PER_PART = 1000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

interface Entry {
  languages: { language: string; path: string }[];
  changedAt: Date | null;
}

/** @returns the whole sitemap or, of a large site, the index of its parts (sitemaps.org/protocol.html). */
export async function sitemap(): Promise<string> {
  const posts = await countPublic();
  if (posts <= POSTS_PER_PART) return urlSet([...(await lists()), ...(await publicAddresses())]);
  const { origin } = await siteView('ko');
  const parts = 1 + Math.ceil(posts / POSTS_PER_PART);
  const names = Array.from(
    { length: parts },
    (_, index) => `<sitemap>${element('loc', `${origin}/sitemap-${index + 1}.xml`)}</sitemap>`,
  );
  return [DECLARATION, `<sitemapindex xmlns="${NAMESPACE}">`, ...names, '</sitemapindex>\n'].join('\n');
}

/**
 * @param part 1 for the lists, from 2 on posts and single pages, oldest first.
 * @returns a part of the sitemap; null where there is none of this number.
 */
export async function sitemapPart(part: number): Promise<string | null> {
  if ((await countPublic()) <= POSTS_PER_PART) return null;
  if (part === 1) return urlSet(await lists());
  const entries = await publicAddresses((part - 2) * POSTS_PER_PART, POSTS_PER_PART);
  return entries.length === 0 ? null : urlSet(entries);
}

/** Lists with something in them, each in every language of the site. */
async function lists(): Promise<Entry[]> {
  const [site, categories, tags, authors, papers] = await Promise.all([
    siteView('ko'),
    categoryList('ko'),
    tagList('ko'),
    authorList('ko'),
    publicPaperIds(),
  ]);
  const filled = categories.filter(({ count }) => count > 0);
  const index = (path: string, items: readonly unknown[]) => (items.length > 0 ? [path] : []);
  return [
    '/',
    '/archive/',
    ...index('/categories/', filled),
    ...filled.map(({ slug }) => `/${slug}/`),
    ...index('/tags/', tags),
    ...tags.map(({ slug }) => `/tags/${slug}/`),
    ...index('/authors/', authors),
    ...authors.map(({ handle }) => `/authors/${handle}/`),
    ...index('/papers/', papers),
    ...papers.map((id) => `/papers/${id}/`),
  ].map((path) => ({
    languages: site.languages.map((language) => ({ language, path: localizePath(path, language) })),
    changedAt: null,
  }));
}

async function urlSet(entries: readonly Entry[]): Promise<string> {
  const { origin, languages: all } = await siteView('ko');
  const url = (path: string) => origin + hrefOf(path);
  const urls = entries.flatMap(({ languages, changedAt }) => {
    const known = languages.map(({ language, path }) => ({ language, href: url(path) }));
    const fallback = known.find(({ language }) => language === all[0]) ?? known[0];
    const alternates = [...known, ...(fallback ? [{ language: 'x-default', href: fallback.href }] : [])]
      .map(({ language, href }) => emptyElement('xhtml:link', { rel: 'alternate', hreflang: language, href }))
      .join('');
    const changed = changedAt ? element('lastmod', changedAt.toISOString()) : '';
    return known.map(({ href }) => `<url>${element('loc', href)}${changed}${alternates}</url>`);
  });
  return [
    DECLARATION,
    `<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`,
    ...urls,
    '</urlset>\n',
  ].join('\n');
}
