import { z } from 'zod';
import { db, transaction, type Transaction } from '@/lib/db';
import type { JobHandler } from '@/lib/jobs';
import { namesSchema } from './stored';
import { AUTHOR_RENAMED, missingFromIndex, PAPER_CHANGED, putIntoIndex, takeFromIndex } from '@/lib/search';

const namesOf = (row: { names: unknown }): string[] => Object.values(namesSchema.parse(row.names));

/** Authors of a paper by whom its posts are found; some papers have thousands. */
const MOST_PAPER_AUTHORS = 20;

/** What a paper is called: title, authors, identifiers. */
const paperNames = (paper: {
  title: string;
  authors: unknown;
  doi: string | null;
  arxivId: string | null;
}) => [
  paper.title,
  ...z.array(z.string()).parse(paper.authors).slice(0, MOST_PAPER_AUTHORS),
  ...[paper.doi, paper.arxivId].filter((id) => id !== null),
];

/**
 * Brings the index of the search in step with what readers see of a post: its public texts are in it with the names
 * around them, the others are not. Part of every transaction that changes one of these.
 */
export async function refreshIndex(tx: Transaction, postId: string): Promise<void> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      kind: true,
      category: { select: { names: true } },
      authors: { select: { member: { select: { names: true } } } },
      tags: { select: { tag: { select: { names: true } } } },
      papers: { select: { paper: { select: { title: true, authors: true, doi: true, arxivId: true } } } },
      translations: {
        select: {
          id: true,
          state: true,
          searchEntry: { select: { number: true } },
          publishedRevision: { select: { title: true, summary: true, source: true } },
        },
      },
    },
  });
  const names = [
    ...post.tags.flatMap(({ tag }) => namesOf(tag)),
    ...post.authors.flatMap(({ member }) => namesOf(member)),
    ...(post.category ? namesOf(post.category) : []),
    ...post.papers.flatMap(({ paper }) => paperNames(paper)),
  ];
  const gone: string[] = [];
  for (const { id, state, publishedRevision, searchEntry } of post.translations) {
    if (post.kind === 'post' && state === 'published' && publishedRevision) {
      await putIntoIndex(tx, { translationId: id, names, ...publishedRevision });
    } else if (searchEntry) gone.push(id);
  }
  if (gone.length > 0) await takeFromIndex(tx, gone);
}

/** Posts of one transaction; what else wants to write waits for no more. */
const BATCH = 20;

/**
 * Puts public texts into the index that are not in it, as after an upgrade.
 *
 * @param stop asked between two batches.
 * @returns how many posts were indexed.
 */
export async function completeIndex(stop: () => boolean = () => false): Promise<number> {
  let done = 0;
  for (;;) {
    const posts = stop() ? [] : await missingFromIndex(BATCH);
    if (posts.length === 0) return done;
    await transaction(async (tx) => {
      for (const postId of posts) await refreshIndex(tx, postId);
    });
    done += posts.length;
  }
}

const renamedSchema = z.object({ memberId: z.string() });
const paperSchema = z.object({ paperId: z.string() });

async function refreshAll(posts: { postId: string }[]): Promise<void> {
  for (let start = 0; start < posts.length; start += BATCH) {
    await transaction(async (tx) => {
      for (const { postId } of posts.slice(start, start + BATCH)) await refreshIndex(tx, postId);
    });
  }
}

/** Work on the index that is done after the transaction that asked for it, as handlers for `startJobs`. */
export const indexJobs: Readonly<Record<string, JobHandler>> = {
  [AUTHOR_RENAMED]: async ({ payload }) => {
    const { memberId } = renamedSchema.parse(payload);
    const where = { memberId, post: { listedAt: { not: null } } };
    await refreshAll(await db().postAuthor.findMany({ where, select: { postId: true } }));
  },
  [PAPER_CHANGED]: async ({ payload }) => {
    const { paperId } = paperSchema.parse(payload);
    const where = { paperId, post: { listedAt: { not: null } } };
    await refreshAll(await db().postPaper.findMany({ where, select: { postId: true } }));
  },
};
