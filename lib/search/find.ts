import { byIndex, db } from '@/lib/db';
import { partsOf, stemOf, syllablePairs, syllableTerms, wordTerms } from './analyse';
import { TIERS, type Parameter, type TermQuery, type Tier } from './engine';
import { engine } from './engines';
import { finderOf, type Finder } from './patterns';
import { parseQuestion, type QueryWord } from './question';
import { hasPhrase, scores, type RankedWord } from './rank';
import { readingsOf, type Reading } from './spelling';
import type { SearchAnswer, SearchCounts, SearchFilters, SearchHit } from './types';

/** Texts that are compared by title, names and headings; those behind them keep the order of their tiers. */
const COMPARED = 300;
/** Texts of those, best first, that are compared by what they say, too. */
const READ = 60;
/** The same where nothing has all of the words, so that titles say less. */
const READ_OF_PARTIAL = 150;
/** Texts that can be looked at; pages beyond are not what anybody reads. */
const MOST_HITS = 1_000;

/** A word that is looked for, with the terms that stand for it. */
interface AskedWord extends RankedWord {
  choices: string[][];
  meant: string[];
}

const nothing = (): SearchAnswer => ({
  hits: [],
  total: 0,
  isPartial: false,
  corrections: [],
  marks: [],
  counts: { language: new Map(), category: new Map(), author: new Map(), year: new Map() },
});

/**
 * Looks for public posts.
 *
 * @param question as a person typed it; anything goes.
 * @param language of the reader: of a post in several languages the text in this one is told.
 * @param reach how many hits are wanted.
 */
export async function find(
  question: string,
  language: string,
  filters: SearchFilters,
  reach = 10,
): Promise<SearchAnswer> {
  const { words, phrases, excluded } = parseQuestion(question);
  if (words.length === 0) return nothing();
  const narrowed = await narrow(filters);
  const readings = await readingsOf(
    words.flatMap(({ kind, text }) => (kind === 'word' ? partsOf(text) : [])),
  );
  const asked = words.map((word) => askedWord(word, readings.get(word.text)));
  const query: TermQuery = {
    words: asked.filter(({ word }) => !word.isOptional).map(({ choices }) => choices),
    excluded: excluded.map((word) => choicesOf(word, word.forms)),
    isAny: false,
  };
  let isPartial = false;
  let groups = await countGroups(query);
  if (groups.length === 0 && phrases.length === 0) {
    isPartial = true;
    Object.assign(query, { words: asked.map(looseChoices), isAny: true });
    groups = await countGroups(query);
  }
  if (groups.length === 0) return nothing();
  const total = groups.reduce((sum, group) => sum + (passes(group, narrowed) ? group.posts : 0), 0);
  const candidates = await propose(query, narrowed, reach > COMPARED ? MOST_HITS : COMPARED, total);
  const ranked = await rank(candidates, asked, isPartial, phrases);
  const hits = oncePerPost(ranked, language);
  // What the terms promise is only known to be there once it was read.
  const isCounted = candidates.length < COMPARED && (isPartial || phrases.length > 0);
  return {
    hits,
    total: isCounted ? hits.length : total,
    isPartial,
    corrections: asked.flatMap(({ word, meant }) =>
      meant[0] === undefined || hits.length === 0 ? [] : [{ typed: word.text, meant: meant[0] }],
    ),
    marks: asked.map(({ find: finder }) => finder),
    counts: countsOf(groups, narrowed),
  };
}

function askedWord(word: QueryWord, reading: Reading | undefined): AskedWord {
  const texts = [...new Set([...word.forms, ...(reading?.meant ?? []), ...(reading?.begun ?? [])])];
  const isBegun = (reading?.begun.length ?? 0) > 0;
  return {
    word,
    find: finderOf(word.kind, texts),
    choices: choicesOf(word, texts),
    // What is only begun is not mistyped.
    meant: isBegun ? [] : (reading?.meant ?? []),
  };
}

/** @returns the sets of terms that stand for texts of one kind. */
export function choicesOf({ kind }: Pick<QueryWord, 'kind'>, texts: readonly string[]): string[][] {
  if (kind === 'syllables') return texts.map(syllableTerms);
  return texts.flatMap((text) => {
    const parts = partsOf(text);
    if (parts.length < 2) return [wordTerms(text).slice(0, 1)];
    // `self-supervised` is also found where it is two words, and where it is one.
    return [parts.map(stemOf), [stemOf(parts.join(''))]];
  });
}

/** Where nothing has all words: what a misspelt word of Hangul shares with the right one is enough. */
function looseChoices({ word, choices }: AskedWord): string[][] {
  if (word.kind !== 'syllables' || [...word.text].length < 4) return choices;
  return [...choices, ...syllablePairs(word.forms.at(-1) ?? word.text).map((pair) => [pair])];
}

/** Filters with the ids that they stand for; of what does not exist, an id that nothing has. */
interface Narrowed {
  language: string | null;
  categoryId: string | null;
  memberId: string | null;
  year: number | null;
}

async function narrow({ language, category, author, year }: SearchFilters): Promise<Narrowed> {
  const clean = (text: string) => text.replaceAll('\0', '\ufffd');
  return {
    language,
    categoryId:
      category === null
        ? null
        : ((await db().category.findUnique({ where: { slug: clean(category) }, select: { id: true } }))?.id ??
          ''),
    memberId:
      author === null
        ? null
        : ((await db().member.findUnique({ where: { handle: clean(author) }, select: { id: true } }))?.id ??
          ''),
    year,
  };
}

/** Sends a statement with the placeholders of the engine, in the order in which they were made. */
async function ask<Row>(write: (parameter: Parameter) => string): Promise<Row[]> {
  const values: unknown[] = [];
  const sql = write((value) => engine().placeholder(values.push(value)));
  return byIndex<Row>(sql, values);
}

/** @returns how many texts have all terms of each set, counted up to `most`. */
export async function countUpTo(sets: readonly string[][], most: number): Promise<number[]> {
  const [row] = await ask<Record<string, bigint | number>>((parameter) => {
    const counts = sets.map((terms, index) => {
      const query = { words: [[terms]], excluded: [], isAny: false };
      return `(SELECT count(*) FROM (SELECT 1 FROM ${engine().matching(query, 'text', parameter)} m LIMIT ${most}) f) AS "n${index}"`;
    });
    return `SELECT ${counts.join(', ')}`;
  });
  return sets.map((_, index) => Number(row?.[`n${index}`] ?? 0));
}

/** Posts that were found and are alike in all that filters know. */
interface Group {
  categoryId: string | null;
  authors: string;
  year: number;
  languages: string;
  posts: number;
}

/** All that matches, without filters, so that each filter can tell what another choice would find. */
async function countGroups(query: TermQuery): Promise<Group[]> {
  const rows = await ask<Omit<Group, 'posts' | 'year'> & Record<'posts' | 'year', number | bigint>>(
    (parameter) => `SELECT "categoryId", "authors", "year", "languages", count(*) AS "posts" FROM (
        SELECT min(e."categoryId") AS "categoryId", min(e."authors") AS "authors", min(e."year") AS "year",
          string_agg(e."language", ' ') AS "languages"
        FROM ${engine().matching(query, 'text', parameter)} m JOIN "SearchEntry" e ON e."number" = m."entry"
        GROUP BY e."postId"
      ) found GROUP BY "categoryId", "authors", "year", "languages"`,
  );
  // What is computed is of 64 bits to SQLite.
  return rows.map((row) => ({ ...row, posts: Number(row.posts), year: Number(row.year) }));
}

type Dimension = keyof Narrowed;

function passes(group: Group, narrowed: Narrowed, except?: Dimension): boolean {
  const { language, categoryId, memberId, year } = narrowed;
  return (
    (except === 'language' || language === null || group.languages.split(' ').includes(language)) &&
    (except === 'categoryId' || categoryId === null || group.categoryId === categoryId) &&
    (except === 'memberId' ||
      memberId === null ||
      (group.authors !== '' && group.authors.split(' ').includes(memberId))) &&
    (except === 'year' || year === null || group.year === year)
  );
}

function countsOf(groups: readonly Group[], narrowed: Narrowed): SearchCounts {
  const count = <Value>(dimension: Dimension, valuesOf: (group: Group) => Value[]): Map<Value, number> => {
    const counts = new Map<Value, number>();
    for (const group of groups) {
      if (!passes(group, narrowed, dimension)) continue;
      for (const value of valuesOf(group)) counts.set(value, (counts.get(value) ?? 0) + group.posts);
    }
    return counts;
  };
  return {
    language: count('language', ({ languages }) => [...new Set(languages.split(' '))]),
    category: count('categoryId', ({ categoryId }) => (categoryId === null ? [] : [categoryId])),
    author: count('memberId', ({ authors }) => (authors === '' ? [] : authors.split(' '))),
    year: count('year', ({ year }) => [year]),
  };
}

interface Candidate extends SearchHit {
  entry: number;
  listedAt: number;
}

/**
 * Texts that match, those first that have the words in better places; newest first within a tier.
 *
 * @param atLeast how many are known to match.
 */
export async function propose(
  query: TermQuery,
  narrowed: Narrowed,
  most: number,
  atLeast = 0,
): Promise<Candidate[]> {
  const all = atLeast < most ? await matchesIn('text', query, narrowed, most) : null;
  if (all && all.length < most) return all;
  const found = new Map<number, Candidate>();
  for (const tier of TIERS) {
    const rows = tier === 'text' && all ? all : await matchesIn(tier, query, narrowed, most);
    for (const row of rows) if (found.size < most && !found.has(row.entry)) found.set(row.entry, row);
    if (found.size >= most) break;
  }
  return [...found.values()];
}

async function matchesIn(
  tier: Tier,
  query: TermQuery,
  narrowed: Narrowed,
  most: number,
): Promise<Candidate[]> {
  const { language, categoryId, memberId, year } = narrowed;
  // There is no such category, or nobody of that name.
  if (categoryId === '' || memberId === '') return [];
  const rows = await ask<Omit<Candidate, 'listedAt'> & { listedAt: string | Date }>((parameter) => {
    const matching = engine().matching(query, tier, parameter);
    const conditions = [
      ...(language === null ? [] : [`e."language" = ${parameter(language.replaceAll('\0', ''))}`]),
      ...(categoryId === null ? [] : [`e."categoryId" = ${parameter(categoryId)}`]),
      ...(memberId === null ? [] : [`${engine().position('e."authors"', parameter(memberId))} > 0`]),
      ...(year === null ? [] : [`e."year" = ${parameter(year)}`]),
    ];
    return `SELECT e."number" AS "entry", e."translationId", e."postId", e."language", e."listedAt"
      FROM ${matching} m JOIN "SearchEntry" e ON e."number" = m."entry"
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY e."listedAt" DESC, e."number" DESC LIMIT ${most}`;
  });
  return rows.map((row) => ({
    ...row,
    listedAt: new Date(row.listedAt).getTime(),
  }));
}

/** Orders what was proposed, newer before older where nothing else tells them apart. */
async function rank(
  candidates: Candidate[],
  asked: readonly AskedWord[],
  isPartial: boolean,
  phrases: readonly (readonly QueryWord[])[],
): Promise<Candidate[]> {
  const compared = candidates.slice(0, COMPARED);
  const heads = await db().searchText.findMany({
    where: { number: { in: compared.map(({ entry }) => entry) } },
    select: { number: true, title: true, names: true, headings: true },
  });
  const headOf = new Map(heads.map((head) => [head.number, head]));
  const texts = compared.map(({ entry }) => ({
    ...(headOf.get(entry) ?? { title: '', names: '', headings: '' }),
    body: null as string | null,
  }));
  const byHead = order(compared, scores(asked, texts, isPartial));
  // Phrases are looked for in all of them, as the terms do not tell whether they are there.
  const read = phrases.length > 0 ? byHead.length : isPartial ? READ_OF_PARTIAL : READ;
  const bodies = await db().searchText.findMany({
    where: { number: { in: byHead.slice(0, read).map(({ entry }) => entry) } },
    select: { number: true, title: true, names: true, headings: true, body: true },
  });
  const bodyOf = new Map(bodies.map((body) => [body.number, body]));
  const finders = phrases.map((words) => words.map(({ kind, forms }) => finderOf(kind, forms)));
  const first = byHead.slice(0, read).filter(({ entry }) => {
    const text = bodyOf.get(entry);
    return text !== undefined && finders.every((phrase: Finder[]) => hasPhrase(phrase, text));
  });
  const values = scores(
    asked,
    first.map(({ entry }) => bodyOf.get(entry) ?? { title: '', names: '', headings: '', body: '' }),
    isPartial,
  );
  const kept = first.filter((_, index) => !isPartial || (values[index] ?? 0) > 0);
  const best = order(
    kept,
    values.filter((value) => !isPartial || value > 0),
  );
  if (phrases.length > 0 || isPartial) return best;
  return [...best, ...byHead.slice(read), ...candidates.slice(COMPARED)];
}

function order(candidates: readonly Candidate[], values: readonly number[]): Candidate[] {
  return candidates
    .map((candidate, index) => ({ candidate, value: values[index] ?? 0 }))
    .sort(
      (a, b) =>
        b.value - a.value ||
        b.candidate.listedAt - a.candidate.listedAt ||
        b.candidate.entry - a.candidate.entry,
    )
    .map(({ candidate }) => candidate);
}

/** A post is told once, where its best text is; by the text in the reader's language if that was found too. */
export function oncePerPost(found: readonly Candidate[], language: string): SearchHit[] {
  const posts = new Map<string, SearchHit>();
  for (const { translationId, postId, language: own } of found) {
    const known = posts.get(postId);
    if (!known || (known.language !== language && own === language)) {
      posts.set(postId, { translationId, postId, language: own });
    }
  }
  return [...posts.values()];
}
