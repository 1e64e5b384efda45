import { databaseEngine, db, type Transaction } from '@/lib/db';
import { fold, indexTerms, parseQuestion, termsOf, vocabularyOf, type QueryWord } from './analyse';
import type { SearchEngine, TermQuery } from './engine';
import { postgresqlSearch } from './postgresql';
import { sourceText } from './source-text';
import { similarTexts } from './similar';
import { learnWords, meantWords, wordsBeginning } from './spelling';
import { sqliteSearch } from './sqlite';
import type { SearchAnswer, SearchDocument, SearchFilters, SearchHit } from './types';

export { marked, markText, snippetOf, type MarkedText } from './marks';
export { matchName, nameWords, type NameMatch, type NameWord } from './names';
export type { SearchAnswer, SearchDocument, SearchFilters, SearchHit } from './types';

/** Kind of the job that brings an author's posts in step after a change of names: `{ memberId }`. */
export const AUTHOR_RENAMED = 'search.author-renamed';

/** Kind of the job that brings the posts about a paper in step after a change of what it is called: `{ paperId }`. */
export const PAPER_CHANGED = 'search.paper-changed';

/** Texts that one question looks at; pages beyond are not what anybody reads. */
const MOST_HITS = 1_000;

const engine = (): SearchEngine => (databaseEngine() === 'sqlite' ? sqliteSearch : postgresqlSearch);

/** Puts a public text into the index, or puts it there anew, in the transaction that makes it public. */
export async function putIntoIndex(tx: Transaction, document: SearchDocument): Promise<void> {
  const { translationId } = document;
  const { number } = await tx.searchEntry.upsert({
    where: { translationId },
    create: { translationId },
    update: {},
    select: { number: true },
  });
  const { headings, body } = sourceText(document.source);
  const text = `${document.summary}\n${body}`;
  const names = document.names.join('\n');
  await engine().put(tx, number, {
    title: indexTerms(document.title),
    headings: indexTerms(headings),
    names: indexTerms(names),
    body: indexTerms(text),
  });
  await learnWords(tx, vocabularyOf([document.title, headings, names, text].join('\n')));
}

/** Takes texts out of the index that are public no more. */
export async function takeFromIndex(tx: Transaction, translationIds: string[]): Promise<void> {
  const entries = await tx.searchEntry.findMany({
    where: { translationId: { in: translationIds } },
    select: { number: true },
  });
  for (const { number } of entries) await engine().remove(tx, number);
  await tx.searchEntry.deleteMany({ where: { number: { in: entries.map(({ number }) => number) } } });
}

/** What is asked for one word: the forms of it, and what it may have meant. */
async function formsOf(word: QueryWord, isLast: boolean) {
  if (word.kind === 'syllables') {
    return { forms: word.forms.map((form) => termsOf(word, form)), meant: [], texts: word.forms };
  }
  const meant = await meantWords(word.text);
  const begun = isLast ? await wordsBeginning(word.text) : [];
  const texts = [...new Set([word.text, ...meant, ...begun])];
  return { forms: texts.map((text) => termsOf(word, text)), meant, texts };
}

/**
 * Looks for public posts.
 *
 * @param question as a person typed it; anything goes.
 * @param language of the reader: of a post in several languages the text in this one is told.
 */
export async function find(
  question: string,
  language: string,
  filters: SearchFilters,
): Promise<SearchAnswer> {
  const { words, joined } = parseQuestion(question);
  if (words.length === 0) return { hits: [], isCut: false, corrections: [], marks: [] };
  const asked = await Promise.all(words.map((word, index) => formsOf(word, index === words.length - 1)));
  const query: TermQuery = {
    words: asked.map(({ forms }) => forms),
    joined: joined.flatMap((word) => (word.kind === 'syllables' ? [termsOf(word, word.text)] : [])),
  };
  const found = await engine().find(query, filters, MOST_HITS);
  return {
    hits: oncePerPost(found, language),
    isCut: found.length === MOST_HITS,
    corrections: words.flatMap((word, index) => {
      const [meant] = asked[index]?.meant ?? [];
      return meant === undefined ? [] : [{ typed: word.text, meant }];
    }),
    marks: asked.flatMap(({ texts }) => texts.map(fold)),
  };
}

/** A post is told once, where its best text is; by the text in the reader's language if that was found too. */
function oncePerPost(found: SearchHit[], language: string): SearchHit[] {
  const posts = new Map<string, SearchHit>();
  for (const hit of found) {
    const known = posts.get(hit.postId);
    if (!known) posts.set(hit.postId, hit);
    else if (known.language !== language && hit.language === language) {
      posts.set(hit.postId, { ...hit, score: known.score });
    }
  }
  return [...posts.values()];
}

/**
 * Public posts that share telling words with a text.
 *
 * @param text its title and Markdown.
 * @returns best first, each post once, at most `limit` texts of them; the post itself may be among them.
 */
export async function findSimilar(
  text: { title: string; source: string },
  language: string,
  limit: number,
): Promise<SearchHit[]> {
  return oncePerPost(await similarTexts(engine(), text, limit), language);
}

/** @returns ids of posts with public texts that are not in the index, at most `limit`. */
export async function missingFromIndex(limit: number): Promise<string[]> {
  const rows = await db().post.findMany({
    where: {
      kind: 'post',
      translations: { some: { state: 'published', publishedRevisionId: { not: null }, searchEntry: null } },
    },
    select: { id: true },
    take: limit,
  });
  return rows.map(({ id }) => id);
}
