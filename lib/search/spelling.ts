import { distance } from 'fastest-levenshtein';
import { db, type Transaction } from '@/lib/db';

/** Parameters of one statement that every engine takes. */
const BATCH = 400;

/** Keeps the words of a text; words are never taken out, since another text may have them. */
export async function learnWords(tx: Transaction, words: ReadonlySet<string>): Promise<void> {
  const all = [...words];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const known = await tx.searchWord.findMany({ where: { word: { in: batch } }, select: { word: true } });
    const missing = new Set(batch);
    for (const { word } of known) missing.delete(word);
    if (missing.size > 0) await tx.searchWord.createMany({ data: [...missing].map((word) => ({ word })) });
  }
}

/** Letters that may be wrong in a word of this length. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** At most this many words are compared; of more, the question is too short to mean one. */
const MOST_CANDIDATES = 4_000;

/**
 * What a mistyped English word may have meant: words of the blog that differ in a letter or two and begin alike, as
 * people rarely mistype the first letter (Pollock & Zamora, 1984).
 *
 * @returns words as they are written there, best first, at most three; none for one that is known.
 */
export async function meantWords(word: string): Promise<string[]> {
  const most = slips(word.length);
  if (most === 0 || !/^[a-z]+$/.test(word)) return [];
  if (await db().searchWord.findUnique({ where: { word } })) return [];
  const candidates = await db().searchWord.findMany({
    where: { word: { startsWith: word.slice(0, 1) } },
    select: { word: true },
    take: MOST_CANDIDATES,
  });
  return candidates
    .filter((candidate) => Math.abs(candidate.word.length - word.length) <= most)
    .map((candidate) => ({ word: candidate.word, distance: distance(candidate.word, word) }))
    .filter((candidate) => candidate.distance <= most)
    .sort((a, b) => a.distance - b.distance || a.word.length - b.word.length)
    .slice(0, 3)
    .map((candidate) => candidate.word);
}

/** @returns words of the blog that begin with what was typed, shortest first, at most eight. */
export async function wordsBeginning(start: string): Promise<string[]> {
  if (!/^[a-z]{3,}$/.test(start)) return [];
  const rows = await db().searchWord.findMany({
    where: { word: { startsWith: start } },
    select: { word: true },
    take: 200,
  });
  return rows
    .map(({ word }) => word)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, 8);
}
