import { hrefOf, localizePath } from '@/lib/i18n';
import { mediaFacts } from '@/lib/media';
import { authorByHandle, categoryBySlug, feedPosts, tagBySlug, type Scope } from '@/lib/posts';
import { settings, siteView } from '@/lib/settings';
import { version } from '@/package.json';
import type { Feed } from './types';

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

/**
 * Gathers a feed.
 *
 * @param language of the feed: its channel, and each item where the post has that language.
 * @param count of items; the site's setting where it is not given.
 * @returns the feed, or null where there is no such category, tag or author.
 */
export async function loadFeed(scope: FeedScope, language: string, count?: number): Promise<Feed | null> {
  const [site, { feedItems }, of] = await Promise.all([
    siteView(language),
    settings(),
    nameAndPath(scope, language),
  ]);
  const posts = of && (await feedPosts(scope, language, count ?? feedItems));
  if (!of || !posts) return null;
  const absolute = (path: string) => site.origin + hrefOf(path);
  const at = (path: string) => absolute(localizePath(path, language));
  const images = await mediaFacts(posts.flatMap(({ leadImage }) => (leadImage ? [leadImage.src] : [])));
  const changes = posts.map(({ updatedAt }) => updatedAt.getTime());
  return {
    title: of.name ? `${of.name} · ${site.name}` : site.name,
    description: site.description || site.name,
    siteUrl: at(of.path),
    selfUrl: at(`${of.path}index.xml`),
    language,
    updatedAt: changes.length > 0 ? new Date(Math.max(...changes)) : null,
    image: site.logo && { url: absolute(site.logo.src), width: site.logo.width, height: site.logo.height },
    copyright: site.copyright,
    generator: `Nonmun ${version}`,
    items: posts.map((post) => {
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
        contentHtml: post.feedHtml,
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
        alternates: post.alternates.map((other) => ({ language: other.language, url: absolute(other.path) })),
      };
    }),
  };
}
