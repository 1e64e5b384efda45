import { hrefOf, localizePath } from '@/lib/i18n';
import { categoryList, publicAddresses } from '@/lib/posts';
import { siteView } from '@/lib/settings';
import { element, emptyElement } from './xml';

/** Sitemaps 0.9 allow no more (sitemaps.org/protocol.html). */
const MOST = 50_000;

/** @returns every public address as a sitemap (sitemaps.org/protocol.html), each with those of its other languages. */
export async function sitemap(): Promise<string> {
  const { origin, languages: all } = await siteView('ko');
  const url = (path: string) => origin + hrefOf(path);
  const entries = (languages: { language: string; path: string }[], changed: Date | null) =>
    languages.map(({ path }) => {
      const alternates = languages.map((other) =>
        emptyElement('xhtml:link', { rel: 'alternate', hreflang: other.language, href: url(other.path) }),
      );
      const lastmod = changed ? element('lastmod', changed.toISOString()) : '';
      return `<url>${element('loc', url(path))}${lastmod}${alternates.join('')}</url>`;
    });
  const lists = ['/', '/archive/', ...(await categoryList('ko')).map(({ slug }) => `/${slug}/`)];
  const urls = [
    ...lists.flatMap((path) =>
      entries(
        all.map((language) => ({ language, path: localizePath(path, language) })),
        null,
      ),
    ),
    ...(await publicAddresses()).flatMap(({ languages, changedAt }) => entries(languages, changedAt)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls.slice(0, MOST),
    '</urlset>\n',
  ].join('\n');
}
