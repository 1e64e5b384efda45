import { db, type Transaction } from '@/lib/db';
import { stemOf } from './analyse';

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

/** Slips of the hand that are forgiven in a word of this length. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** What a word of a question stands for besides itself. */
export interface Reading {
  /** Words of the blog that may have been meant, best first, at most three. */
  meant: string[];
  /** Words of the blog that begin with what was typed, shortest first, at most eight. */
  begun: string[];
}

/**
 * What English words may have meant that the blog does not have in any form: words that differ in a letter or two and
 * begin alike, as people rarely mistype the first letter (Pollock & Zamora, 1984); the words that begin with it; the two
 * words that were written as one.
 *
 * @param words folded.
 * @returns readings of the unknown ones.
 */
export async function readingsOf(words: readonly string[]): Promise<Map<string, Reading>> {
  const latin = words.filter((word) => /^[a-z]{3,30}$/.test(word));
  const readings = new Map<string, Reading>();
  if (latin.length === 0) return readings;
  const known = await db().searchWord.findMany({ where: { word: { in: latin } }, select: { word: true } });
  for (const word of latin) {
    if (known.some((row) => row.word === word)) continue;
    const candidates = await beginningLike(word);
    const stem = stemOf(word);
    if (candidates.some((candidate) => stemOf(candidate) === stem)) continue;
    readings.set(word, { meant: likest(word, candidates), begun: begunBy(word, candidates) });
  }
  return readings;
}

/** Words with the same first letter that are not much shorter. */
async function beginningLike(word: string): Promise<string[]> {
  const rows = await db().searchWord.findMany({
    where: { word: { startsWith: word.slice(0, 1) } },
    select: { word: true },
  });
  const least = word.length - Math.max(3, slips(word.length));
  return rows.map((row) => row.word).filter((candidate) => candidate.length >= least);
}

function likest(word: string, candidates: readonly string[]): string[] {
  const most = slips(word.length);
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= most)
    .map((candidate) => ({ candidate, distance: editDistance(candidate, word, most) }))
    .filter(({ distance }) => distance <= most)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        sharedBeginning(b.candidate, word) - sharedBeginning(a.candidate, word) ||
        (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function begunBy(word: string, candidates: readonly string[]): string[] {
  return candidates
    .filter((candidate) => candidate.startsWith(word))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, 8);
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

/**
 * How many letters were left out, put in, taken for another, or swapped with their neighbour (optimal string alignment:
 * Damerau, 1964); counted up to `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
