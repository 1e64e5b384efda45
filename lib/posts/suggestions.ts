import { dependsOn, tags } from '@/lib/cache';
import { db, LISTED_POST } from '@/lib/db';
import { romanized } from '@/lib/i18n';
import { postCards } from './cards';
import { newestIds, resolveScope } from './lists';
import { searchPosts } from './search';
import type { PostCard } from './views';

/** How many posts are considered; the newest ones, so that a large blog does not make a wrong address costly. */
const CONSIDERED = 2_000;

/** Likeness from which two names may be meant for one another. */
const SIMILAR = 0.34;

/** How much the same category and the same month speak for a post. */
const SAME_CATEGORY = 0.05;
const SAME_MONTH = 0.05;

/** The date before a name, which posts of one day share. */
const DATE = /^(?:\d{6}|\d{8}|\d{4}-\d{2}-\d{2})[-_]/;

/** Pairs of neighbouring letters; those of a Hangul syllable count one by one, so that a slip within it weighs little. */
function pairs(text: string): Set<string> {
  const characters = [
    ...text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .normalize('NFD'),
  ];
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
}

/** Dice's coefficient over pairs of characters, 0 to 1; forgiving of typing errors in any script. */
function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** What a name is compared by: as it is written and, where there is Hangul in it, in Latin letters. */
interface Name {
  written: Set<string>;
  latin: Set<string> | null;
}

/** A slug never means anything else, and romanising takes longer than comparing. */
const names = new Map<string, Name>();
const NAMES_AT_MOST = 5_000;

function nameOf(slug: string): Name {
  const known = names.get(slug);
  if (known) return known;
  const bare = slug.replace(DATE, '');
  const latin = /\p{Script=Hangul}/u.test(bare) ? pairs(romanized(bare)) : null;
  const name = { written: pairs(bare), latin };
  if (names.size >= NAMES_AT_MOST) names.clear();
  names.set(slug, name);
  return name;
}

/** How alike two names are; one in Hangul and one in Latin letters are compared as they sound. */
function likenessOf(asked: Name, name: Name): number {
  const written = likeness(asked.written, name.written);
  if ((asked.latin === null) === (name.latin === null)) return written;
  return Math.max(written, likeness(asked.latin ?? asked.written, name.latin ?? name.written));
}

/**
 * @param path an address that leads nowhere, decoded, without language prefix.
 * @param take how many.
 * @returns posts whose address is like it, best first: misspelt, in another month or category, in Hangul for Latin
 *   letters or the other way round; the newest posts where none is.
 */
export async function nearPosts(
  path: string,
  language: string,
  take = 5,
): Promise<{ posts: PostCard[]; similar: boolean }> {
  dependsOn(tags.list);
  const posts = await db().post.findMany({
    where: LISTED_POST,
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    take: CONSIDERED,
    select: { id: true, slug: true, path: true },
  });
  const parts = path.slice(0, 200).split('/').filter(Boolean);
  const last = (parts.at(-1) ?? '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const asked = { written: pairs(last.replace(DATE, '')), latin: latinOf(last) };
  const near = posts
    .map(({ id, slug, path: own }) => {
      const [category, month] = own.split('/').filter(Boolean);
      const place =
        (parts.length > 1 && parts[0] === category ? SAME_CATEGORY : 0) +
        (parts.length > 2 && parts[1] === month ? SAME_MONTH : 0);
      return { id, score: likenessOf(asked, nameOf(slug)), place };
    })
    .filter(({ score }) => score > SIMILAR)
    .sort((a, b) => b.score + b.place - a.score - a.place)
    .slice(0, take)
    .map(({ id }) => id);
  if (near.length > 0) return { posts: await postCards(near, language), similar: true };
  const all = await resolveScope({ kind: 'all' });
  return { posts: all ? await postCards(await newestIds(all, take), language) : [], similar: false };
}

function latinOf(name: string): Set<string> | null {
  return /\p{Script=Hangul}/u.test(name) ? pairs(romanized(name.replace(DATE, ''))) : null;
}

/**
 * What a visitor may have wanted who came to an address that leads nowhere: posts of a similar address; posts in which
 * the words of the address are found; the newest ones.
 *
 * @param path decoded, without language prefix.
 */
export async function meantBy(
  path: string,
  language: string,
  take = 5,
): Promise<{ posts: PostCard[]; similar: boolean }> {
  const near = await nearPosts(path, language, take);
  const question = wordsOfAddress(path);
  if (near.similar || question === '') return near;
  const filters = { language: null, category: null, author: null, year: null };
  const found = await searchPosts(question, language, filters, 1);
  const cards = found.posts.slice(0, take).map(({ card }) => card);
  return cards.length === 0 ? near : { posts: cards, similar: true };
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
