import { db, LISTED_POST, type Transaction } from '@/lib/db';
import { fold, indexTerms, vocabularyOf } from './analyse';
import { engine } from './engines';
import { learnWords } from './spelling';
import { sourceText } from './source-text';
import { putNames, takeNames, type Name } from './stored-names';
import type { SearchDocument } from './types';

/** How often a term has to be in a body in order to be what the text is about. */
const STRONG = 3;
/** Characters of a body by which results are compared. */
const MOST_BODY = 60_000;
/** Headings of a text that quick find knows. */
const MOST_HEADINGS = 60;

/** Puts a public text into the index, or puts it there anew, in the transaction that makes it public. */
export async function putIntoIndex(tx: Transaction, document: SearchDocument): Promise<void> {
  const { translationId, postId, language, categoryId, authorIds, listedAt, year } = document;
  const entry = { postId, language, categoryId, authors: authorIds.join(' '), listedAt, year };
  const { number } = await tx.searchEntry.upsert({
    where: { translationId },
    create: { translationId, ...entry },
    update: entry,
    select: { number: true },
  });
  const source = sourceText(document.source);
  const headings = source.headings.join('\n');
  const body = `${document.summary}\n${source.body}`;
  // Who looks for a year means that of the publication too.
  const names = [...document.names, String(year)].join('\n');
  const inBody = indexTerms(body);
  const strong = [...inBody].filter(([, count]) => count >= STRONG).map(([term]) => term);
  await engine().put(tx, number, {
    title: [...indexTerms(document.title).keys()],
    names: [...indexTerms(names).keys()],
    headings: [...indexTerms(headings).keys()],
    strong,
    body: [...inBody.keys()],
  });
  const text = {
    title: fold(document.title),
    names: fold(names),
    headings: fold(headings),
    body: fold(body).slice(0, MOST_BODY),
  };
  await tx.searchText.upsert({ where: { number }, create: { number, ...text }, update: text });
  await learnWords(tx, vocabularyOf([document.title, headings, names, body].join('\n')));
  await putNames(tx, translationId, [
    { kind: 'post', language, name: document.title, at: listedAt },
    ...[...new Set(source.headings)]
      .slice(0, MOST_HEADINGS)
      .map((name): Name => ({ kind: 'heading', language, name, at: listedAt })),
  ]);
}

/** Takes texts out of the index that are public no more. */
export async function takeFromIndex(tx: Transaction, translationIds: string[]): Promise<void> {
  const entries = await tx.searchEntry.findMany({
    where: { translationId: { in: translationIds } },
    select: { number: true },
  });
  for (const { number } of entries) await engine().remove(tx, number);
  await tx.searchEntry.deleteMany({ where: { number: { in: entries.map(({ number }) => number) } } });
  await takeNames(tx, translationIds);
}

/** @returns ids of posts with public texts that are not in the index, at most `limit`. */
export async function missingFromIndex(limit: number): Promise<string[]> {
  // Asked from the texts: asked from the posts, SQLite compares every post with every text.
  const rows = await db().translation.findMany({
    where: {
      state: 'published',
      publishedRevisionId: { not: null },
      searchEntry: null,
      post: LISTED_POST,
    },
    select: { postId: true },
    take: limit,
  });
  return [...new Set(rows.map(({ postId }) => postId))];
}
