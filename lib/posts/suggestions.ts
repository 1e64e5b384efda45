import { dependsOn, tags } from '@/lib/cache';
import { db } from '@/lib/db';
import { newestIds, resolveScope } from './lists';
import { postCards } from './cards';
import type { PostCard } from './views';

/** How many posts are considered; the newest ones, so that a large blog does not make a wrong address costly. */
const CONSIDERED = 2_000;

/** Pairs of neighbouring characters. */
function pairs(text: string): Set<string> {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')];
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

/** Dice's coefficient over pairs of characters, 0 to 1; forgiving of typing errors in any script. */
function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/**
 * @param path an address that leads nowhere, decoded.
 * @param take how many.
 * @returns posts whose address is like it, best first; the newest posts where none is.
 */
export async function nearPosts(
  path: string,
  language: string,
  take = 5,
): Promise<{ posts: PostCard[]; similar: boolean }> {
  dependsOn(tags.list);
  const posts = await db().post.findMany({
    where: { kind: 'post', listedAt: { not: null } },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    take: CONSIDERED,
    select: { id: true, slug: true },
  });
  const asked = pairs(path.slice(0, 200).split('/').filter(Boolean).at(-1) ?? '');
  const near = posts
    .map(({ id, slug }) => ({ id, score: likeness(asked, pairs(slug)) }))
    .filter(({ score }) => score > 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, take)
    .map(({ id }) => id);
  if (near.length > 0) return { posts: await postCards(near, language), similar: true };
  const all = await resolveScope({ kind: 'all' });
  return { posts: all ? await postCards(await newestIds(all, take), language) : [], similar: false };
}

/** Characters of an address that are made words of. */
const LONGEST_ADDRESS = 80;

/**
 * @param path an address that leads nowhere, decoded.
 * @returns what its visitor may have wanted, as a question to the search: the words of its last part, without what numbers,
 *   dates and endings of files say; empty where nothing is left.
 */
export function wordsOfAddress(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^(?:\d{6}|\d{8}|\d{4}-\d{2}(?:-\d{2})?)(?:[-_]|$)/, '')
    .replace(/[^\p{L}\p{M}\p{N}+#.]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ADDRESS)
    .trim();
}
