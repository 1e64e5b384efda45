import { siteOrigin } from '@/lib/config';
import type { Transaction } from '@/lib/db';
import { FEED_FILES, FEED_FORMATS } from '@/lib/feeds';
import { hrefOf, localizePath } from '@/lib/i18n';

/** Most feeds of one look; when thousands of posts come at once, feeds of single tags are left to those who poll. */
const MOST_TOPICS = 600;
/** Posts in one query; SQLite takes about 900 values. */
const BATCH = 500;
/** Milliseconds by which clocks of instances may differ. */
const SKEW = 60_000;

const after = (tag: string, prefix: string): string[] =>
  tag.startsWith(prefix) ? [tag.slice(prefix.length)] : [];

/**
 * Addresses of the feeds that changed.
 *
 * @param marks tags of `lib/cache` that were touched: membership of lists, and posts.
 * @param since when feeds were looked at before.
 * @param languages of the site.
 * @returns the site's first, then those of categories, authors and tags; each language in each format.
 */
export async function changedTopics(
  tx: Transaction,
  marks: readonly string[],
  { since, languages }: { since: Date; languages: readonly string[] },
): Promise<string[]> {
  const categoryIds = new Set(marks.flatMap((tag) => after(tag, 'list:category:')));
  const memberIds = new Set(marks.flatMap((tag) => after(tag, 'list:author:')));
  const tagIds = new Set(marks.flatMap((tag) => after(tag, 'list:tag:')));
  let isSiteChanged = marks.includes('list');

  const postIds = marks.flatMap((tag) => after(tag, 'post:'));
  for (const post of await correctedPosts(tx, postIds, since)) {
    isSiteChanged = true;
    if (post.categoryId !== null) categoryIds.add(post.categoryId);
    for (const { memberId } of post.authors) memberIds.add(memberId);
    for (const { tagId } of post.tags) tagIds.add(tagId);
  }

  const first = <T>(ids: Set<T>) => ({ in: [...ids].slice(0, BATCH) });
  const categories = await tx.category.findMany({
    where: { id: first(categoryIds) },
    select: { slug: true },
  });
  const members = await tx.member.findMany({ where: { id: first(memberIds) }, select: { handle: true } });
  const tags = await tx.tag.findMany({ where: { id: first(tagIds) }, select: { slug: true } });
  const paths = [
    ...(isSiteChanged ? ['/'] : []),
    ...categories.map(({ slug }) => `/${slug}/`),
    ...members.map(({ handle }) => `/authors/${handle}/`),
    ...tags.map(({ slug }) => `/tags/${slug}/`),
  ];
  return paths
    .flatMap((path) =>
      languages.flatMap((language) =>
        FEED_FORMATS.map(
          (format) => siteOrigin() + hrefOf(localizePath(path + FEED_FILES[format].file, language)),
        ),
      ),
    )
    .slice(0, MOST_TOPICS);
}

/** Of posts that were touched, those whose own text changed: neighbours are touched too, for their pages. */
async function correctedPosts(tx: Transaction, postIds: readonly string[], since: Date) {
  const changed = { updatedAt: { gte: new Date(since.getTime() - SKEW) } };
  const found = [];
  for (let start = 0; start < postIds.length; start += BATCH) {
    const rows = await tx.post.findMany({
      where: {
        id: { in: postIds.slice(start, start + BATCH) },
        kind: 'post',
        listedAt: { not: null },
        OR: [changed, { translations: { some: changed } }],
      },
      select: {
        categoryId: true,
        authors: { select: { memberId: true } },
        tags: { select: { tagId: true } },
      },
    });
    found.push(...rows);
  }
  return found;
}
