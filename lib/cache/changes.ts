import { db, type Transaction } from '@/lib/db';

/**
 * Names of what kept pages depend on. A page depends on the membership of its
 * list and, post by post, on what it shows of each.
 */
export const tags = {
  settings: 'settings',
  /** Membership and order of the list of all posts. */
  list: 'list',
  archive: 'archive',
  categories: 'categories',
  tags: 'tags',
  authors: 'authors',
  /** Membership and order of the list of papers. */
  papers: 'papers',
  /** Whatever an address that leads nowhere may come to mean. */
  addresses: 'addresses',
  /** Which picture answers at which address from before. */
  mediaAddresses: 'media-addresses',
  /** Whether a picture is there; its bytes never change. */
  media: (hash: string) => `media:${hash}`,
  post: (id: string) => `post:${id}`,
  member: (id: string) => `member:${id}`,
  /** What is said of a paper: its facts, and how many posts are about it. */
  paper: (id: string) => `paper:${id}`,
  category: (id: string) => `category:${id}`,
  categoryList: (id: string) => `list:category:${id}`,
  tagList: (id: string) => `list:tag:${id}`,
  authorList: (id: string) => `list:author:${id}`,
  paperList: (id: string) => `list:paper:${id}`,
} as const;

/**
 * Makes everything that depends on the tags stale on every instance, once the transaction is committed.
 */
export async function touch(tx: Transaction, touched: Iterable<string>): Promise<void> {
  const gathered = gathering.get(tx);
  if (gathered) for (const tag of touched) gathered.add(tag);
  else await mark(tx, [...new Set(touched)]);
}

/** What transactions touch that do so once, at their end. */
const gathering = new WeakMap<Transaction, Set<string>>();

/**
 * Marks what `work` touches in one go at its end, instead of each time; for a transaction that changes many posts.
 *
 * @returns what `work` returns.
 */
export async function touchOnce<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const gathered = new Set<string>();
  gathering.set(tx, gathered);
  let result: T;
  try {
    result = await work();
  } finally {
    gathering.delete(tx);
  }
  await mark(tx, [...gathered]);
  return result;
}

async function mark(tx: Transaction, names: string[]): Promise<void> {
  if (names.length === 0) return;
  const { now } = await tx.changeClock.update({ where: { id: 1 }, data: { now: { increment: 1 } } });
  await tx.changeMark.deleteMany({ where: { tag: { in: names } } });
  await tx.changeMark.createMany({ data: names.map((tag) => ({ tag, change: now })) });
}

/**
 * One small indexed query.
 *
 * @param tick tick of the clock up to which the caller knows; 0 for nothing.
 * @returns the present tick, and the tags that changed since.
 */
export async function changesSince(tick: number): Promise<{ now: number; tags: string[] }> {
  const marks = await db().changeMark.findMany({
    where: { change: { gt: tick } },
    select: { tag: true, change: true },
  });
  return {
    now: marks.reduce((latest, { change }) => Math.max(latest, change), tick),
    tags: marks.map(({ tag }) => tag),
  };
}
