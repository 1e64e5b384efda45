import { hrefOf, localizePath } from '@/lib/i18n';
import { mediaFacts } from '@/lib/media';
import {
  authorByHandle,
  categoryBySlug,
  feedPosts,
  tagBySlug,
  type FeedWindow,
  type Scope,
} from '@/lib/posts';
import { arxivUrl, doiUrl, type PaperView } from '@/lib/papers';
import { settings, siteView } from '@/lib/settings';
import { version } from '@/package.json';
import { itemHtml } from './item-html';
import type { Feed, FeedPaper } from './types';

/** Which feed: of the whole site, or of a category, tag or author. */
export type FeedScope = Extract<Scope, { kind: 'all' | 'category' | 'tag' | 'author' }>;

async function nameAndPath(
  scope: FeedScope,
  language: string,
): Promise<{ name: string; path: string } | null> {
  switch (scope.kind) {
    case 'all':
      return { name: '', path: '/' };
    case 'category': {
      const category = await categoryBySlug(scope.slug, language);
      return category && { name: category.name, path: `/${category.slug}/` };
    }
    case 'tag': {
      const tag = await tagBySlug(scope.slug, language);
      return tag && { name: tag.name, path: `/tags/${tag.slug}/` };
    }
    case 'author': {
      const author = await authorByHandle(scope.handle, language);
      return author && { name: author.name, path: `/authors/${author.handle}/` };
    }
  }
}

/** A document of a feed: which posts, and how many it holds. */
export interface FeedRequest {
  window?: FeedWindow;
  /** The site's setting where it is not given. */
  count?: number;
}

/**
 * Gathers a document of a feed.
 *
 * @param language of the feed: its channel, and each item where the post has that language.
 * @returns null where there is no such category, tag or author, or no such part of its feed.
 */
export async function loadFeed(
  scope: FeedScope,
  language: string,
  { window = NEWEST, count }: FeedRequest = {},
): Promise<Feed | null> {
  const [site, { feedItems, feedContent, feedLine, hub }, of] = await Promise.all([
    siteView(language),
    settings(),
    nameAndPath(scope, language),
  ]);
  const size = count ?? feedItems;
  const slice = of && (await feedPosts(scope, language, size, window));
  if (!of || !slice) return null;
  const { posts } = slice;
  const absolute = (path: string) => site.origin + hrefOf(path);
  const at = (path: string) => absolute(localizePath(path, language));
  const images = await mediaFacts(posts.flatMap(({ leadImage }) => (leadImage ? [leadImage.src] : [])));
  const changes = [
    ...posts.map(({ updatedAt }) => updatedAt),
    ...(slice.visibilityChangedAt ? [slice.visibilityChangedAt] : []),
  ];
  return {
    title: of.name ? `${of.name} · ${site.name}` : site.name,
    description: site.description || site.name,
    siteUrl: at(of.path),
    ...placeAmong(window, slice.total, size, count),
    language,
    styleSheet: at('/feed.css'),
    updatedAt: changes.length > 0 ? new Date(Math.max(...changes.map((date) => date.getTime()))) : null,
    image: site.logo && { url: absolute(site.logo.src), width: site.logo.width, height: site.logo.height },
    copyright: site.copyright,
    hub: hub || null,
    generator: `Nonmun ${version}`,
    items: posts.map((post) => {
      const papers = post.papers.map((paper) => feedPaper(paper, at(`/papers/${paper.id}/`)));
      const image = post.leadImage && images.get(post.leadImage.src);
      return {
        guid: post.guid,
        title: post.title,
        url: absolute(post.path),
        language: post.language,
        publishedAt: post.publishedAt,
        updatedAt: post.updatedAt,
        authors: post.authors.map(({ name, handle }) => ({ name, url: at(`/authors/${handle}/`) })),
        category: post.category && { name: post.category.name, url: at(`/${post.category.slug}/`) },
        tags: post.tags.map(({ name, slug }) => ({ name, url: at(`/tags/${slug}/`) })),
        summary: post.excerptText,
        contentHtml: itemHtml({
          ...(feedContent === 'full' ? { html: post.feedHtml } : { summary: post.excerptText }),
          url: absolute(post.path),
          origin: site.origin,
          language: post.language,
          papers,
          line: feedLine,
        }),
        image:
          post.leadImage && image
            ? {
                url: absolute(post.leadImage.src),
                type: image.type,
                size: image.size,
                width: post.leadImage.width,
                height: post.leadImage.height,
              }
            : null,
        papers,
        alternates: post.alternates.map((other) => ({ language: other.language, url: absolute(other.path) })),
      };
    }),
  };
}

function feedPaper(paper: PaperView, page: string): FeedPaper {
  const { title, authors, year, doi, arxivId } = paper;
  return {
    title,
    authors,
    year,
    doi,
    url: doi !== null ? doiUrl(doi) : arxivId !== null ? arxivUrl(arxivId) : (paper.url ?? page),
  };
}

const NEWEST: FeedWindow = { kind: 'newest', number: 1 };

/** Where a document stands in its feed, and the query that names it. */
function placeAmong(
  { kind, number }: FeedWindow,
  total: number,
  size: number,
  count: number | undefined,
): Pick<Feed, 'query' | 'paging'> {
  const query = (parameters: Record<string, number>): string => {
    const all = new URLSearchParams();
    if (count !== undefined) all.set('n', String(count));
    for (const [name, value] of Object.entries(parameters)) all.set(name, String(value));
    return all.size === 0 ? '' : `?${all.toString()}`;
  };
  const page = (wanted: number) => query(wanted === 1 ? {} : { page: wanted });
  const archive = (wanted: number) => (wanted < 1 ? null : query({ archive: wanted }));
  // Only full ones are archives: what is not in one is in the feed, which holds as many.
  const archives = Math.floor(total / size);
  if (kind === 'archive') {
    return {
      query: query({ archive: number }),
      paging: {
        kind,
        current: query({}),
        prevArchive: archive(number - 1),
        nextArchive: number < archives ? archive(number + 1) : null,
      },
    };
  }
  const pages = Math.max(1, Math.ceil(total / size));
  return {
    query: page(number),
    paging: {
      kind,
      first: page(1),
      last: page(pages),
      previous: number > 1 ? page(number - 1) : null,
      next: number < pages ? page(number + 1) : null,
      prevArchive: number === 1 && total > size ? archive(archives) : null,
    },
  };
}
