import { hrefOf, localizePath } from '@/lib/i18n';
import { publicPaperIds } from '@/lib/papers';
import { authorList, categoryList, countPublic, publicAddresses, tagList } from '@/lib/posts';
import { siteView } from '@/lib/settings';
import { element, emptyElement } from './xml';

/** Posts, papers or lists in one part; with more posts or papers than this, the sitemap is an index of parts. */
export const ENTRIES_PER_PART = 1000;

/** What parts are made of. */
export const SITEMAP_PARTS = ['lists', 'papers', 'posts'] as const;
export type SitemapPart = (typeof SITEMAP_PARTS)[number];

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

interface Entry {
  languages: { language: string; path: string }[];
  changedAt: Date | null;
}

const isLarge = (posts: number, papers: number): boolean => Math.max(posts, papers) > ENTRIES_PER_PART;

/** @returns the whole sitemap or, of a large site, the index of its parts (sitemaps.org/protocol.html). */
export async function sitemap(): Promise<string> {
  const [posts, papers, lists, { origin }] = await Promise.all([
    countPublic(),
    publicPaperIds(),
    listAddresses(),
    siteView('ko'),
  ]);
  const listed = [...lists, ...paperAddresses(papers)];
  if (!isLarge(posts, papers.length)) {
    return urlSet([...(await inAllLanguages(listed)), ...(await publicAddresses())]);
  }
  const counts: Record<SitemapPart, number> = { lists: lists.length, papers: papers.length, posts };
  const parts = SITEMAP_PARTS.flatMap((kind) =>
    Array.from({ length: Math.ceil(counts[kind] / ENTRIES_PER_PART) }, (_, index) => `${kind}-${index + 1}`),
  ).map((name) => `<sitemap>${element('loc', `${origin}/sitemap-${name}.xml`)}</sitemap>`);
  return [DECLARATION, `<sitemapindex xmlns="${NAMESPACE}">`, ...parts, '</sitemapindex>\n'].join('\n');
}

/**
 * @param part 1-based number among the parts of its kind; posts with single pages, oldest first, so that full parts stay as
 *   they are.
 * @returns a part of the sitemap of a large site; null where there is none of this number.
 */
export async function sitemapPart(kind: SitemapPart, part: number): Promise<string | null> {
  const [posts, papers] = await Promise.all([countPublic(), publicPaperIds()]);
  if (!isLarge(posts, papers.length)) return null;
  const from = (part - 1) * ENTRIES_PER_PART;
  const entries = await entriesOf(kind, papers, from, from + ENTRIES_PER_PART);
  return entries.length === 0 ? null : urlSet(entries);
}

async function entriesOf(kind: SitemapPart, papers: string[], from: number, to: number): Promise<Entry[]> {
  switch (kind) {
    case 'posts':
      return publicAddresses(from, to - from);
    case 'papers':
      return inAllLanguages(paperAddresses(papers.slice(from, to)));
    case 'lists':
      return inAllLanguages((await listAddresses()).slice(from, to));
  }
}

const paperAddresses = (ids: readonly string[]): string[] => ids.map((id) => `/papers/${id}/`);

/** Lists with something in them, without language prefix. */
async function listAddresses(): Promise<string[]> {
  const [categories, tags, authors, papers] = await Promise.all([
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
  ];
}

/** What every language of the site has a page for. */
async function inAllLanguages(paths: readonly string[]): Promise<Entry[]> {
  const { languages } = await siteView('ko');
  return paths.map((path) => ({
    languages: languages.map((language) => ({ language, path: localizePath(path, language) })),
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
