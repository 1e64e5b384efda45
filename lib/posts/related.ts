import { dependsOn, tags } from '@/lib/cache';
import { db, LISTED_POST } from '@/lib/db';
import { localizePath } from '@/lib/i18n';
import { findSimilar } from '@/lib/search';
import { findCards, namedLink, publicTranslations, type CardRow, type PublicTranslation } from './cards';
import type { RelatedPost } from './views';

const MOST_RELATED = 4;
/** A tag or a paper that more posts have tells nothing of what is near; it also bounds what a page looks at. */
const MOST_SHARING = 100;
/** Tags and papers that are looked at. */
const MOST_SHARED = 8;
/** Texts that share words, looked at. */
const MOST_SIMILAR = 12;
/** What a shared paper counts, against a tag that two posts share (1) and the most similar text (0.5). */
const PAPER = 4;
const SIMILAR = 0.5;

interface Candidate {
  score: number;
  papers: string[];
  tags: string[];
}

/** @returns posts that have the tag, the post itself left out; null for a tag of too many. */
async function sharingTag(tagId: string, own: string): Promise<string[] | null> {
  // Not through the client: what it asks sorts all posts of the tag before it stops.
  const rows = await db().$queryRaw<{ postId: string }[]>`
    SELECT t."postId" FROM "PostTag" t JOIN "Post" p ON p."id" = t."postId"
    WHERE t."tagId" = ${tagId} AND t."postId" <> ${own} AND p."kind" = 'post' AND p."listedAt" IS NOT NULL
    LIMIT ${MOST_SHARING}`;
  return rows.length < MOST_SHARING ? rows.map(({ postId }) => postId) : null;
}

/** @returns posts by the papers that they are about, the post itself left out. */
async function sharingPapers(paperIds: string[], own: string): Promise<Map<string, string[]>> {
  const posts = new Map<string, string[]>();
  if (paperIds.length === 0) return posts;
  const rows = await db().postPaper.findMany({
    where: { paperId: { in: paperIds }, postId: { not: own }, post: LISTED_POST },
    select: { paperId: true, postId: true },
    take: MOST_SHARING * MOST_SHARED,
  });
  for (const { paperId, postId } of rows) posts.set(paperId, [...(posts.get(paperId) ?? []), postId]);
  return posts;
}

/**
 * Posts that a reader of this one may want next: those about the same paper first, then those with tags that few posts
 * have, then those whose texts share telling words. See docs/decisions/010-related-posts.md.
 *
 * @param row of the post. @param shown its text on the page.
 * @param language of the page; titles are in it where they exist.
 * @returns at most four, the nearest first; never the post itself.
 */
export async function relatedPosts(
  row: CardRow,
  shown: PublicTranslation,
  language: string,
): Promise<RelatedPost[]> {
  const candidates = new Map<string, Candidate>();
  const candidate = (id: string): Candidate => {
    const known = candidates.get(id) ?? { score: 0, papers: [], tags: [] };
    candidates.set(id, known);
    return known;
  };
  const papers = await db().postPaper.findMany({
    where: { postId: row.id },
    orderBy: { position: 'asc' },
    take: MOST_SHARED,
    select: { paper: { select: { id: true, title: true, posts: true } } },
  });
  const telling = papers.flatMap(({ paper }) => (paper.posts <= MOST_SHARING ? [paper] : []));
  const [byPaper, byTag, similar] = await Promise.all([
    sharingPapers(
      telling.map(({ id }) => id),
      row.id,
    ),
    Promise.all(row.tags.slice(0, MOST_SHARED).map(({ tag }) => sharingTag(tag.id, row.id))),
    findSimilar({ title: shown.revision.title, source: shown.revision.source }, language, MOST_SIMILAR),
  ]);
  for (const paper of telling) {
    dependsOn(tags.paperList(paper.id));
    for (const id of byPaper.get(paper.id) ?? []) {
      const found = candidate(id);
      found.score += PAPER;
      found.papers.push(paper.title);
    }
  }
  row.tags.slice(0, MOST_SHARED).forEach(({ tag }, index) => {
    const posts = byTag[index] ?? null;
    if (posts === null) return;
    dependsOn(tags.tagList(tag.id));
    for (const id of posts) {
      const found = candidate(id);
      found.score += 1 / Math.log2(1 + posts.length);
      found.tags.push(namedLink(tag, language).name);
    }
  });
  similar
    .filter(({ postId }) => postId !== row.id)
    .forEach(({ postId }, rank, { length }) => {
      candidate(postId).score += SIMILAR * (1 - rank / length);
    });
  const nearest = [...candidates]
    .sort(([idA, a], [idB, b]) => b.score - a.score || (idA < idB ? 1 : -1))
    .slice(0, MOST_RELATED);
  return present(nearest, language);
}

async function present(nearest: [string, Candidate][], language: string): Promise<RelatedPost[]> {
  if (nearest.length === 0) return [];
  const rows = new Map((await findCards(nearest.map(([id]) => id))).map((row) => [row.id, row]));
  return nearest.flatMap(([id, { papers, tags: names }]) => {
    dependsOn(tags.post(id));
    const row = rows.get(id);
    const translation = row && publicTranslations(row, language)[0];
    if (!row || !translation) return [];
    const why = papers.length > 0 ? 'paper' : names.length > 0 ? 'tag' : 'text';
    return [
      {
        path: localizePath(row.path, language),
        title: translation.revision.title,
        language: translation.language,
        publishedAt: row.publishedAt ?? translation.publishedAt,
        why,
        shared: why === 'paper' ? papers : names,
      } satisfies RelatedPost,
    ];
  });
}
