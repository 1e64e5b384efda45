import { dependsOn, tags } from '@/lib/cache';
import { db, LISTED_POST } from '@/lib/db';
import { arxivOf } from './identifiers';
import { paperColumns, presentPaper } from './stored';
import type { PaperCount, PaperList, PaperView } from './types';

/** Papers on one page of their list. */
export const PAPERS_PER_PAGE = 30;

/** Posts in one query; SQLite takes about 900 values. */
const BATCH = 500;

/**
 * @param postIds any number of posts.
 * @returns which papers each is about, in order; posts without papers are not in it. The reader depends on each paper.
 */
export async function papersOf(postIds: string[]): Promise<Map<string, PaperView[]>> {
  const found = new Map<string, PaperView[]>();
  for (let start = 0; start < postIds.length; start += BATCH) {
    const rows = await db().postPaper.findMany({
      where: { postId: { in: postIds.slice(start, start + BATCH) } },
      orderBy: [{ postId: 'asc' }, { position: 'asc' }],
      select: { postId: true, paper: { select: paperColumns } },
    });
    for (const { postId, paper } of rows) {
      dependsOn(tags.paper(paper.id));
      found.set(postId, [...(found.get(postId) ?? []), presentPaper(paper)]);
    }
  }
  return found;
}

/** @returns a paper that public posts are about, or null where there is none of this id. */
export async function paperById(id: string): Promise<PaperCount | null> {
  dependsOn(tags.paper(id));
  const row = await db().paper.findUnique({
    where: { id },
    select: { ...paperColumns, posts: true, listedAt: true },
  });
  return row === null || row.listedAt === null ? null : { ...presentPaper(row), posts: row.posts };
}

/** @returns ids of all papers that public posts are about, oldest first. */
export async function publicPaperIds(): Promise<string[]> {
  dependsOn(tags.papers);
  const rows = await db().paper.findMany({
    where: { listedAt: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Papers that public posts are about, those first about which something was published last.
 *
 * @param page 1-based.
 * @returns null where the page does not exist; the first page of an empty list exists.
 */
export async function paperList(page = 1): Promise<PaperList | null> {
  dependsOn(tags.papers);
  const where = { listedAt: { not: null } };
  const total = await db().paper.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAPERS_PER_PAGE));
  if (page < 1 || page > pages) return null;
  const rows = await db().paper.findMany({
    where,
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    take: PAPERS_PER_PAGE,
    skip: (page - 1) * PAPERS_PER_PAGE,
    select: { ...paperColumns, posts: true },
  });
  return { papers: counted(rows), page, pages, total };
}

function counted(rows: (Parameters<typeof presentPaper>[0] & { posts: number })[]): PaperCount[] {
  return rows.map((row) => {
    dependsOn(tags.paper(row.id));
    return { ...presentPaper(row), posts: row.posts };
  });
}

/**
 * @param handle of a member.
 * @returns papers that their public posts are about, those of the newest posts first, with the number of their own posts.
 */
export async function papersOfAuthor(handle: string): Promise<PaperCount[]> {
  const member = await db().member.findUnique({ where: { handle }, select: { id: true } });
  if (!member) return [];
  dependsOn(tags.authorList(member.id));
  const rows = await db().postPaper.findMany({
    where: { post: { ...LISTED_POST, authors: { some: { memberId: member.id } } } },
    orderBy: [{ post: { listedAt: 'desc' } }, { postId: 'desc' }, { position: 'asc' }],
    select: { paper: { select: paperColumns } },
  });
  const papers = new Map<string, PaperCount>();
  for (const { paper } of rows) {
    dependsOn(tags.paper(paper.id));
    const known = papers.get(paper.id);
    if (known) known.posts += 1;
    else papers.set(paper.id, { ...presentPaper(paper), posts: 1 });
  }
  return [...papers.values()];
}

/** @returns the paper that readers find under an arXiv id, `2212.04356` in any spelling; or null. */
export async function paperIdOf(text: string): Promise<string | null> {
  const arxiv = arxivOf(text);
  if (!arxiv) return null;
  const row = await db().paper.findUnique({
    where: { arxivId: arxiv.id },
    select: { id: true, listedAt: true },
  });
  if (!row) {
    dependsOn(tags.papers);
    return null;
  }
  dependsOn(tags.paper(row.id));
  return row.listedAt === null ? null : row.id;
}
