import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FEED_FILES, FEED_FORMATS } from '@/lib/feeds';
import { hrefOf, i18nFor, isLanguage, localizePath, type I18n } from '@/lib/i18n';
import { sitePicture, type MetaTags, type PictureLink } from '@/lib/metadata';
import type { SiteView } from '@/lib/posts/views';
import { siteView } from '@/lib/settings';

/** What every reading page begins with. */
export interface Reading {
  locale: string;
  i18n: I18n;
  site: SiteView;
}

/** @param locale first part of the inner address; anything but a language of the site is no page. */
export async function reading(locale: string): Promise<Reading> {
  if (!isLanguage(locale)) notFound();
  const site = await siteView(locale);
  if (!site.languages.includes(locale)) notFound();
  return { locale, i18n: i18nFor(locale, site.timeZone), site };
}

/** @returns a parameter of an address, decoded, NFC. */
export function parameter(value: string): string {
  try {
    return decodeURIComponent(value).normalize('NFC');
  } catch {
    // Pages get parameters encoded, `generateMetadata` and route handlers decoded; there a bare `%` is just that.
    return value.normalize('NFC');
  }
}

/** @returns the number of a page of a list; anything but 2, 3, 4 … is no page. */
export function pageNumber(value: string): number {
  return /^[1-9]\d{0,5}$/.test(value) && value !== '1' ? Number(value) : notFound();
}

function address(site: SiteView, path: string): string {
  return site.origin + hrefOf(path);
}

const openGraphLocales: Record<string, string> = { ko: 'ko_KR', en: 'en_US' };

/** What a page says of itself in its head. */
export interface PageFacts {
  title: string;
  description?: string;
  /** Without language prefix, decoded: `/ai/`. */
  path: string;
  /** Languages that the content really exists in; all of the site's where it is a list. */
  languages?: { language: string; path: string }[];
  /** Language of the content, where it may differ from the page's. */
  contentLanguage?: string;
  /** Feeds of what the page shows, besides the site's: address without prefix. */
  feed?: { path: string; name: string };
  /** Picture that stands for the page where it is shared; the site's where it has none of its own. */
  picture?: PictureLink;
  article?: {
    publishedAt: Date;
    revisedAt: Date | null;
    /** `path` is that of their page, without language prefix. */
    authors: { name: string; path: string }[];
    tags: string[];
    section?: string;
  };
  /** Further elements of the head, for reference managers. */
  tags?: MetaTags;
}

/** @returns feeds to announce, by type: of each format the page's own before the site's, its language first. */
function feedLinks(site: SiteView, locale: string, own: PageFacts['feed']) {
  const others = site.languages.filter((language) => language !== locale);
  const feeds = [
    ...(own ? [{ path: localizePath(own.path, locale), title: own.name }] : []),
    { path: localizePath('/index.xml', locale), title: site.name },
    ...others.map((language) => ({
      path: localizePath('/index.xml', language),
      title: `${site.name} (${language})`,
    })),
  ];
  return Object.fromEntries(
    FEED_FORMATS.map((format) => [
      FEED_FILES[format].type,
      feeds.map(({ path, title }) => ({
        url: address(site, path.replace(/index\.xml$/, FEED_FILES[format].file)),
        // Readers that offer a choice show nothing else.
        title: format === 'rss' ? title : `${title} (${format === 'atom' ? 'Atom' : 'JSON'})`,
      })),
    ]),
  );
}

/** @returns the head of a page: title, canonical address, languages, feeds, sharing. */
export function pageMetadata({ site, locale }: Reading, facts: PageFacts): Metadata {
  const languages =
    facts.languages ??
    site.languages.map((language) => ({ language, path: localizePath(facts.path, language) }));
  const fallback = languages.find(({ language }) => language === site.languages[0]) ?? languages[0];
  // A page in a language that the post lacks shows the post in another; for a search engine it is that other page.
  const shown = facts.contentLanguage ?? locale;
  const canonical =
    languages.find(({ language }) => language === shown)?.path ?? localizePath(facts.path, locale);
  const isHome = facts.path === '/';
  const picture = facts.picture ?? sitePicture(site, locale);
  const { src, width, height, type, alt } = picture;
  const images = [{ url: site.origin + src, width, height, type, alt }];
  // What is about nothing in particular is of the site.
  const description = facts.description || site.description || undefined;
  const authors = facts.article?.authors.map(({ name, path }) => ({
    name,
    url: address(site, localizePath(path, shown)),
  }));
  return {
    metadataBase: new URL(site.origin),
    title: isHome ? { absolute: facts.title } : { absolute: `${facts.title} · ${site.name}` },
    description,
    ...(authors && { authors }),
    alternates: {
      canonical: address(site, canonical),
      languages: Object.fromEntries<string>([
        ...languages.map(({ language, path }) => [language, address(site, path)] as const),
        ...(fallback ? [['x-default', address(site, fallback.path)] as const] : []),
      ]),
      types: feedLinks(site, locale, facts.feed),
    },
    openGraph: {
      siteName: site.name,
      title: facts.title,
      description,
      url: address(site, canonical),
      locale: openGraphLocales[shown] ?? locale,
      alternateLocale: languages
        .filter(({ language }) => language !== shown)
        .map(({ language }) => openGraphLocales[language] ?? language),
      images,
      ...(facts.article
        ? {
            type: 'article',
            publishedTime: facts.article.publishedAt.toISOString(),
            modifiedTime: (facts.article.revisedAt ?? facts.article.publishedAt).toISOString(),
            authors: authors?.map(({ url }) => url),
            tags: facts.article.tags,
            section: facts.article.section,
          }
        : { type: 'website' }),
    },
    twitter: {
      card: 'summary_large_image',
      title: facts.title,
      description,
      images: [{ url: site.origin + src, alt }],
    },
    // Search engines may show the picture as large as it is.
    robots: { 'max-image-preview': 'large' },
    ...(facts.tags && { other: facts.tags }),
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/favicon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
  };
}
