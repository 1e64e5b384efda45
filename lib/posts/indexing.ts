import { z } from 'zod';
import { db, namesSchema, transaction, type Transaction } from '@/lib/db';
import { dayOf } from '@/lib/i18n';
import type { JobHandler } from '@/lib/jobs';
import {
  AUTHOR_RENAMED,
  missingFromIndex,
  NAMES_CHANGED,
  PAPER_CHANGED,
  putIntoIndex,
  putNames,
  takeFromIndex,
} from '@/lib/search';
import { settings } from '@/lib/settings';

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

/** What has a name of its own beside posts. */
export interface NamedThing {
  kind: 'tag' | 'author' | 'category';
  id: string;
  /** By language, as stored. */
  names: unknown;
  createdAt: Date;
}

/** Brings what quick find knows of a tag, an author or a category in step with its names. */
export async function refreshNames(
  tx: Transaction,
  { kind, id, names, createdAt }: NamedThing,
): Promise<void> {
  const entries = Object.entries(namesSchema.parse(names));
  await putNames(
    tx,
    id,
    entries.map(([language, name]) => ({ kind, language, name, at: createdAt })),
  );
}

/**
 * Brings the index of the search in step with what readers see of a post: its public texts are in it with the names
 * around them, the others are not. Part of every transaction that changes one of these.
 */
export async function refreshIndex(tx: Transaction, postId: string): Promise<void> {
  const named = { id: true, names: true, createdAt: true } as const;
  const post = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      kind: true,
      listedAt: true,
      category: { select: named },
      authors: { orderBy: { position: 'asc' }, select: { member: { select: named } } },
      tags: { select: { tag: { select: named } } },
      papers: {
        select: {
          paper: {
            select: { id: true, title: true, authors: true, doi: true, arxivId: true, createdAt: true },
          },
        },
      },
      translations: {
        select: {
          id: true,
          language: true,
          state: true,
          searchEntry: { select: { number: true } },
          publishedRevision: { select: { title: true, summary: true, source: true } },
        },
      },
    },
  });
  const { listedAt, category } = post;
  const authors = post.authors.map(({ member }) => member);
  const tags = post.tags.map(({ tag }) => tag);
  const papers = post.papers.map(({ paper }) => paper);
  const gone: string[] = [];
  let isPublic = false;
  for (const { id, language, state, publishedRevision, searchEntry } of post.translations) {
    if (post.kind === 'post' && listedAt && state === 'published' && publishedRevision) {
      isPublic = true;
      await putIntoIndex(tx, {
        translationId: id,
        postId,
        language,
        categoryId: category?.id ?? null,
        authorIds: authors.map((author) => author.id),
        listedAt,
        year: await yearOf(tx, listedAt),
        names: [
          ...[...tags, ...authors, ...(category ? [category] : [])].flatMap(namesOf),
          ...papers.flatMap(paperNames),
        ],
        ...publishedRevision,
      });
    } else if (searchEntry) gone.push(id);
  }
  if (gone.length > 0) await takeFromIndex(tx, gone);
  if (!isPublic) return;
  // What became public with the post can be found by its own name from now on.
  for (const tag of tags) await refreshNames(tx, { kind: 'tag', ...tag });
  for (const author of authors) await refreshNames(tx, { kind: 'author', ...author });
  if (category) await refreshNames(tx, { kind: 'category', ...category });
  for (const { id, title, createdAt } of papers) {
    await putNames(tx, id, [{ kind: 'paper', language: 'en', name: title, at: createdAt }]);
  }
}

async function yearOf(tx: Transaction, at: Date): Promise<number> {
  const { timeZone } = await settings(tx);
  return Number(dayOf(at, timeZone).slice(0, 4));
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
const namedSchema = z.object({ kind: z.enum(['category', 'tag']), id: z.string() });
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
  [NAMES_CHANGED]: async ({ payload }) => {
    const { kind, id } = namedSchema.parse(payload);
    const of = kind === 'category' ? { categoryId: id } : { tags: { some: { tagId: id } } };
    const posts = await db().post.findMany({
      where: { ...of, listedAt: { not: null } },
      select: { id: true },
    });
    await refreshAll(posts.map((post) => ({ postId: post.id })));
  },
  [PAPER_CHANGED]: async ({ payload }) => {
    const { paperId } = paperSchema.parse(payload);
    const where = { paperId, post: { listedAt: { not: null } } };
    await refreshAll(await db().postPaper.findMany({ where, select: { postId: true } }));
  },
};
