import { hrefOf, localizePath } from '@/lib/i18n';
import { arxivUrl, doiUrl } from '@/lib/papers';
import type { PaperView } from '@/lib/papers/types';
import type { AuthorView, PostPage, SinglePage, SiteView } from '@/lib/posts/views';
import type { PictureLink } from './pictures';

/** A node of JSON-LD in the vocabulary of schema.org. */
export interface Thing {
  '@type': string | string[];
  '@id'?: string;
  [property: string]: unknown;
}

/** What every page knows when it describes itself. */
export interface Place {
  site: SiteView;
  /** Language of the page. */
  locale: string;
}

/** A step from the first page to this one; `path` without language prefix, decoded. */
export interface Step {
  name: string;
  path: string;
}

const at = ({ site }: Place, path: string): string => site.origin + hrefOf(path);
const here = (place: Place, path: string): string => at(place, localizePath(path, place.locale));
const originOf = ({ site }: Place): string => site.origin;
const siteId = ({ site }: Place): string => `${site.origin}/#site`;
const groupId = ({ site }: Place): string => `${site.origin}/#group`;
/** What is empty says nothing, and is left out. */
const unless = (text: string): string | undefined => (text === '' ? undefined : text);
const several = <Item>(items: Item[]): Item[] | undefined => (items.length === 0 ? undefined : items);

function group(place: Place): Thing {
  const { site } = place;
  return {
    '@type': 'Organization',
    '@id': groupId(place),
    name: site.name,
    url: `${site.origin}/`,
    ...(site.logo && { logo: site.origin + site.logo.src }),
  };
}

/** The site, with the form by which it is searched. */
export function siteNode(place: Place): Thing {
  const { site, locale } = place;
  return {
    '@type': 'WebSite',
    '@id': siteId(place),
    name: site.name,
    description: unless(site.description),
    url: here(place, '/'),
    inLanguage: locale,
    publisher: group(place),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        // The braces are the vocabulary's own; they stay as they are.
        urlTemplate: `${here(place, '/search/')}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

function person(place: Place, author: AuthorView): Thing {
  const url = here(place, `/authors/${author.handle}/`);
  return { '@type': 'Person', '@id': `${url}#person`, name: author.name || author.handle, url };
}

/** A paper, with what identifies it elsewhere. */
export function paperNode(place: Place, paper: PaperView): Thing {
  const doi = paper.doi === null ? null : doiUrl(paper.doi);
  const arxiv = paper.arxivId === null ? null : arxivUrl(paper.arxivId);
  const elsewhere = [doi, arxiv, paper.url].filter((url) => url !== null);
  const url = here(place, `/papers/${paper.id}/`);
  return {
    '@type': 'ScholarlyArticle',
    '@id': `${originOf(place)}/papers/${paper.id}/#paper`,
    name: paper.title,
    url,
    author: several(paper.authors.map((name) => ({ '@type': 'Person', name }))),
    datePublished: paper.year === null ? undefined : String(paper.year),
    isPartOf: paper.venue === '' ? undefined : { '@type': 'CreativeWork', name: paper.venue },
    identifier: several(
      [
        ['DOI', paper.doi],
        ['arXiv', paper.arxivId],
      ].flatMap(([propertyID, value]) =>
        value === null ? [] : [{ '@type': 'PropertyValue', propertyID, value }],
      ),
    ),
    sameAs: several([...new Set(elsewhere)]),
  };
}

/** A post: an article of the group and, where it is about papers, a review of them. */
export function postNode(place: Place, post: PostPage, picture: PictureLink): Thing {
  // Where the post lacks the language of the page, the page shows another one's text, and is that for a machine.
  const shown: Place = { site: place.site, locale: post.language };
  const own = post.languages.find(({ language }) => language === post.language);
  const url = at(place, own?.path ?? post.path);
  const textId = (path: string) => `${at(place, path)}#post`;
  const original = post.languages.find(({ language }) => language === post.originalLanguage);
  const translations = post.languages.filter(({ language }) => language !== post.originalLanguage);
  const isOriginal = post.language === post.originalLanguage;
  const modified = new Date(Math.max(post.publishedAt.getTime(), post.revisedAt?.getTime() ?? 0));
  const authors = post.authors.map((author) => person(shown, author));
  return {
    '@type': post.papers.length > 0 ? ['BlogPosting', 'Review'] : 'BlogPosting',
    '@id': `${url}#post`,
    url,
    mainEntityOfPage: url,
    headline: post.title,
    description: unless(post.excerptText),
    inLanguage: post.language,
    datePublished: post.publishedAt.toISOString(),
    dateModified: modified.toISOString(),
    // What nobody is named for is the group's.
    author: authors.length > 0 ? authors : { '@id': groupId(place) },
    publisher: group(place),
    isPartOf: { '@id': siteId(place) },
    image: [picture.src, ...(post.leadImage ? [post.leadImage.src] : [])].map((src) => originOf(place) + src),
    articleSection: post.category?.name,
    keywords: several(post.tags.map(({ name }) => name)),
    timeRequired: `PT${Math.max(1, Math.round(post.minutes))}M`,
    itemReviewed: several(post.papers.map((paper) => paperNode(shown, paper))),
    translationOfWork: !isOriginal && original ? { '@id': textId(original.path) } : undefined,
    workTranslation: isOriginal
      ? several(translations.map(({ path }) => ({ '@id': textId(path) })))
      : undefined,
  };
}

/** A single page such as `/about/`. */
export function singlePageNode(place: Place, page: SinglePage): Thing {
  const own = page.languages.find(({ language }) => language === page.language);
  const url = at(place, own?.path ?? page.path);
  return {
    '@type': page.slug === 'about' ? 'AboutPage' : 'WebPage',
    '@id': url,
    url,
    name: page.title,
    description: unless(page.excerptText),
    inLanguage: page.language,
    dateModified: page.updatedAt.toISOString(),
    isPartOf: { '@id': siteId(place) },
  };
}

/** What a list says of itself, and of what is on this page of it. */
export interface Collection {
  name: string;
  description?: string;
  path: string;
  /** Number of the first item within the whole list, 1-based. */
  from?: number;
  items: { name: string; /** Address with language prefix, decoded. */ path: string }[];
}

/** A page that lists things. */
export function collectionNode(
  place: Place,
  { name, description = '', path, from = 1, items }: Collection,
): Thing {
  const url = here(place, path);
  return {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name,
    description: unless(description),
    inLanguage: place.locale,
    isPartOf: { '@id': siteId(place) },
    ...(items.length > 0 && {
      mainEntity: {
        '@type': 'ItemList',
        itemListElement: items.map((item, index) => ({
          '@type': 'ListItem',
          position: from + index,
          name: item.name,
          url: at(place, item.path),
        })),
      },
    }),
  };
}

/** The page of an author. */
export function profileNode(place: Place, author: AuthorView): Thing {
  const url = here(place, `/authors/${author.handle}/`);
  const links = author.links.map((link) => link.url).filter((address) => /^https?:/.test(address));
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: place.locale,
    isPartOf: { '@id': siteId(place) },
    mainEntity: {
      ...person(place, author),
      description: unless(author.about),
      image: author.avatar === null ? undefined : originOf(place) + author.avatar.src,
      sameAs: several(links),
      memberOf: { '@id': groupId(place) },
    },
  };
}

/** The way from the first page to this one, the last step included. */
export function breadcrumbNode(place: Place, steps: readonly Step[]): Thing {
  const all = [{ name: place.site.name, path: '/' }, ...steps];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: here(place, path),
    })),
  };
}

/**
 * @returns a document of JSON-LD that may stand in a `<script>` of HTML: nothing in it can end the element, begin a
 *   comment, or be a line end to a script (U+2028).
 */
export function structuredText(nodes: readonly Thing[]): string {
  const document = { '@context': 'https://schema.org', '@graph': nodes };
  return JSON.stringify(document).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
