import { databaseEngine, db } from '@/lib/db';
import { check } from '@/lib/access';
import { labelOf, nameColumns, nameOf } from './names';
import { ownFilter, readsEverything, type Writer } from './rights';
import { deskRows } from './rows';
import type { DeskFilters, DeskGroup, DeskList, DeskQuery, DeskRow } from './types';

/** Lines on a page of the desk. */
export const ROWS_PER_PAGE = 30;
/** Words that are looked for; further ones are left out. */
const MAX_WORDS = 8;
/** Most single pages that are listed. */
const MOST_PAGES = 500;

const GROUPS = {
  drafts: { state: 'draft', post: { discardedAt: null } },
  review: { reviewRequestedAt: { not: null }, post: { discardedAt: null } },
  scheduled: { scheduledFor: { not: null }, post: { discardedAt: null } },
  published: { state: 'published', post: { discardedAt: null } },
  hidden: { state: 'hidden', post: { discardedAt: null } },
  discarded: { post: { discardedAt: { not: null } } },
} as const satisfies Record<DeskGroup, unknown>;

const LATEST_FIRST = [{ updatedAt: 'desc' }, { id: 'desc' }] as const;

const ORDERS = {
  drafts: LATEST_FIRST,
  /** Who waits longest comes first. */
  review: [{ reviewRequestedAt: 'asc' }, { id: 'asc' }],
  scheduled: [{ scheduledFor: 'asc' }, { id: 'asc' }],
  published: [{ post: { publishedAt: 'desc' } }, { id: 'desc' }],
  hidden: LATEST_FIRST,
  discarded: [{ post: { discardedAt: 'desc' } }, { id: 'desc' }],
} as const satisfies Record<DeskGroup, unknown>;

/** Text that contains a word, in any case; SQLite makes no difference by itself, in Latin letters. */
function containing(word: string): { contains: string } {
  const filter = { contains: word };
  return databaseEngine() === 'postgresql' ? Object.assign(filter, { mode: 'insensitive' }) : filter;
}

function wordFilter(words: string) {
  return words
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS)
    .map((word) => {
      const contains = containing(word);
      const inText = { OR: [{ title: contains }, { summary: contains }, { source: contains }] };
      return { OR: [{ draft: inText }, { draft: null, revisions: { some: inText } }] };
    });
}

function filterOf(viewer: Writer, { whose, words, category, author }: DeskQuery) {
  return {
    AND: [
      { post: { kind: 'post' as const } },
      // Whoever may read only their own is never asked for more.
      ...(whose === 'own' || !readsEverything(viewer) ? [{ post: ownFilter(viewer) }] : []),
      ...(category === null ? [] : [{ post: { category: { slug: category } } }]),
      ...(author === null ? [] : [{ post: { authors: { some: { member: { handle: author } } } } }]),
      ...wordFilter(words),
    ],
  };
}

/**
 * One page of a list of the desk. A text may be in several groups: what is public can wait for review at the same time.
 *
 * @returns an empty page where there is none of that number.
 */
export async function deskList(viewer: Writer, query: DeskQuery): Promise<DeskList> {
  check(viewer, 'post.create');
  const filter = filterOf(viewer, query);
  const groups = Object.keys(GROUPS) as DeskGroup[];
  const numbers = await Promise.all(
    groups.map((group) => db().translation.count({ where: { AND: [filter, GROUPS[group]] } })),
  );
  const counts = Object.fromEntries(groups.map((group, index) => [group, numbers[index] ?? 0])) as Record<
    DeskGroup,
    number
  >;
  const total = counts[query.group];
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const found =
    query.page < 1 || query.page > pages
      ? []
      : await db().translation.findMany({
          where: { AND: [filter, GROUPS[query.group]] },
          orderBy: [...ORDERS[query.group]],
          skip: (query.page - 1) * ROWS_PER_PAGE,
          take: ROWS_PER_PAGE,
          select: { id: true },
        });
  const ids = found.map(({ id }) => id);
  return { rows: await deskRows(viewer, ids), total, pages, counts };
}

/** @returns the single pages of the site, such as /about/, in the order of their addresses. @throws {AccessError} */
export async function deskPages(viewer: Writer): Promise<DeskRow[]> {
  check(viewer, 'page.write');
  const found = await db().translation.findMany({
    where: { post: { kind: 'page' } },
    orderBy: [{ post: { path: 'asc' } }, { language: 'asc' }],
    take: MOST_PAGES,
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  return deskRows(viewer, ids);
}

/** @returns what the lists of the desk can be filtered by. */
export async function deskFilters(viewer: Writer): Promise<DeskFilters> {
  check(viewer, 'post.create');
  const mayReadEveryones = readsEverything(viewer);
  const categories = await db().category.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, names: true },
  });
  const authors = mayReadEveryones
    ? await db().member.findMany({ where: { posts: { some: {} } }, select: nameColumns })
    : [];
  const { language } = viewer;
  return {
    categories: categories.map((row) => ({ slug: row.slug, name: labelOf(row, language) })),
    authors: authors
      .map((row) => ({ handle: row.handle, name: nameOf(row, language) ?? row.handle }))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
    mayReadEveryones,
  };
}
