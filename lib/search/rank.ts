import { syllablePairs } from './analyse';
import type { Finder, Place } from './patterns';
import type { QueryWord } from './question';

/** A text that may be found, folded. */
export interface RankedText {
  title: string;
  names: string;
  headings: string;
  /** Null where it is not looked at. */
  body: string | null;
}

/** A word that is looked for. */
export interface RankedWord {
  word: QueryWord;
  find: Finder;
}

/** How much a word counts by where it is; what is in the title outweighs all the rest together. */
const TITLE = 20;
const NAMES = 6;
const HEADINGS = 5;
const BODY = 3;
/** Words beside each other, by where they are. */
const NEAR = { title: 5, headings: 3, body: 4 } as const;
/** How much of the title it is that was looked for. */
const COVERAGE = 4;
/** What belongs to the sentence more than to what is looked for. */
const OPTIONAL = 0.2;
const MOST_PLACES = 40;
/** Characters after which a body is a long one (BM25's normalisation by length: Robertson & Zaragoza, 2009). */
const USUAL_LENGTH = 3_000;
/** Of the pairs of syllables of a word that is not there, how many have to be. */
const LEAST_PAIRS = 0.5;

interface WordPlaces {
  title: Place[];
  names: Place[];
  headings: Place[];
  body: Place[];
  /** 0 to 1: how much of the word is there at all. */
  presence: number;
  /** Of a word that is misspelt: how much of it is in the title. */
  resemblance: number;
}

/**
 * Scores texts against a question, in the same way whatever the engine that proposed them.
 *
 * @param isPartial whether texts without some of the words count too.
 * @returns a score for each text, greater is better; 0 for what says too little of what was asked.
 */
export function scores(
  words: readonly RankedWord[],
  texts: readonly RankedText[],
  isPartial: boolean,
): number[] {
  const found = texts.map((text) => words.map((word) => placesOf(word, text, isPartial)));
  const weights = weightsOf(words, found, isPartial);
  const whole = words.reduce(
    (sum, { word }, index) => sum + (word.isOptional ? 0 : (weights[index] ?? 0)),
    0,
  );
  return texts.map((text, index) => {
    const places = found[index] ?? [];
    const score = places.reduce(
      (sum, place, word) => sum + wordScore(place, text) * (weights[word] ?? 0),
      nearness(words, places, text),
    );
    if (!isPartial) return rounded(score);
    const present = places.reduce(
      (sum, { presence }, word) =>
        sum + (words[word]?.word.isOptional === true ? 0 : presence * (weights[word] ?? 0)),
      0,
    );
    const share = whole === 0 ? 0 : present / whole;
    return share < LEAST_SHARE ? 0 : rounded(score * share * share);
  });
}

/** Of the words, weighed, that a text has to have in order to be found at all. */
const LEAST_SHARE = 0.3;

/** So that the engines' different ways with numbers are no reason for another order. */
const rounded = (score: number): number => Math.round(score * 1000) / 1000;

function placesOf({ word, find }: RankedWord, text: RankedText, isPartial: boolean): WordPlaces {
  const title = find(text.title, MOST_PLACES);
  const names = find(text.names, MOST_PLACES);
  const headings = find(text.headings, MOST_PLACES);
  const body = text.body === null ? [] : find(text.body, MOST_PLACES);
  const best = Math.max(0, ...[title, names, headings, body].flat().map(({ weight }) => weight));
  if (best > 0 || !isPartial || word.kind === 'word') {
    return { title, names, headings, body, presence: best, resemblance: 0 };
  }
  const pairs = syllablePairs(word.forms.at(-1) ?? word.text);
  const shareOf = (where: string): number =>
    pairs.length < 2 ? 0 : pairs.filter((pair) => where.includes(pair)).length / pairs.length;
  const enough = (share: number): number => (share >= LEAST_PAIRS ? share : 0);
  const inTitle = enough(shareOf(text.title));
  const anywhere = Math.max(inTitle, enough(shareOf(text.headings)), enough(shareOf(text.names)));
  return { title, names, headings, body, presence: anywhere, resemblance: inTitle };
}

/** Words that few of the texts have in their titles tell more than those that most have. */
function weightsOf(
  words: readonly RankedWord[],
  found: readonly (readonly WordPlaces[])[],
  isPartial: boolean,
): number[] {
  const count = found.length;
  return words.map(({ word }, index) => {
    const having = found.filter((places) => {
      const place = places[index];
      if (!place) return false;
      return isPartial ? place.presence > 0 : place.title.length + place.headings.length > 0;
    }).length;
    const rarity = Math.log((count + 1) / (having + 0.5)) / Math.log(2 * (count + 1));
    return (word.isOptional ? OPTIONAL : 1) * (1 + (isPartial ? 2 : 1) * Math.max(0, rarity));
  });
}

const bestOf = (places: readonly Place[]): number => Math.max(0, ...places.map(({ weight }) => weight));

function wordScore({ title, names, headings, body, resemblance }: WordPlaces, text: RankedText): number {
  const inTitle = Math.max(bestOf(title), resemblance * 0.7);
  const inHeadings = bestOf(headings) * (1 + 0.15 * (Math.min(headings.length, 4) - 1));
  const count = body.reduce((sum, { weight }) => sum + weight, 0);
  const length = 0.5 + (0.5 * (text.body?.length ?? 0)) / USUAL_LENGTH;
  return (
    TITLE * inTitle +
    // What is in the title already is no news in the names of tags and in headings.
    (inTitle > 0 ? 0.3 : 1) * (NAMES * bestOf(names) + HEADINGS * inHeadings) +
    (BODY * count) / (count + 1.5 * Math.min(length, 3))
  );
}

/** Words beside each other, in the order of the question, count more than scattered ones. */
function nearness(words: readonly RankedWord[], places: readonly WordPlaces[], text: RankedText): number {
  const asked = places.filter((_, index) => words[index]?.word.isOptional !== true);
  const covered = asked.reduce((sum, { title }) => sum + (title[0] ? title[0].to - title[0].from : 0), 0);
  const coverage = COVERAGE * Math.min(1, covered / Math.max(1, text.title.length));
  if (asked.length < 2) return coverage;
  return (
    coverage +
    NEAR.title * closeness(asked.map(({ title }) => title)) +
    NEAR.headings * closeness(asked.map(({ headings }) => headings)) +
    NEAR.body * closeness(asked.map(({ body }) => body))
  );
}

/**
 * 1 where the words stand beside each other as they were asked for, towards 0 the longer the shortest stretch is that
 * has them all; 0 where one is missing. A little less where they are in another order.
 */
export function closeness(places: readonly (readonly Place[])[]): number {
  if (places.length === 0 || places.some((of) => of.length === 0)) return 0;
  const all = places
    .flatMap((of, word) => of.map((place) => ({ ...place, word })))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const counts = new Array<number>(places.length).fill(0);
  let missing = places.length;
  let left = 0;
  let best = 0;
  for (const [right, { word, to }] of all.entries()) {
    if (counts[word] === 0) missing -= 1;
    counts[word] = (counts[word] ?? 0) + 1;
    while (missing === 0) {
      const stretch = all.slice(left, right + 1);
      const letters = stretch.reduce((sum, place) => sum + place.to - place.from, 0);
      const first = all[left];
      const length = to - (first?.from ?? 0);
      const isInOrder = stretch.every(
        (place, index) => index === 0 || place.word >= (stretch[index - 1]?.word ?? 0),
      );
      const value = Math.min(1, (letters + stretch.length - 1) / Math.max(1, length)) * (isInOrder ? 1 : 0.8);
      if (stretch.length === places.length && value > best) best = value;
      else if (value * 0.5 > best) best = value * 0.5;
      const gone = first?.word ?? 0;
      counts[gone] = (counts[gone] ?? 0) - 1;
      if (counts[gone] === 0) missing += 1;
      left += 1;
    }
  }
  return best;
}

/** Whether the words of a phrase stand beside each other somewhere in a text. */
export function hasPhrase(finders: readonly Finder[], text: RankedText): boolean {
  return [text.title, text.headings, text.names, text.body ?? ''].some((part) => {
    const places = finders.map((find) => find(part, 200));
    return (places[0] ?? []).some(({ to }) => follows(places.slice(1), part, to));
  });
}

/** Between two words of a phrase there is no other: white space and punctuation at most. */
function follows(rest: Place[][], text: string, from: number): boolean {
  const [next, ...after] = rest;
  if (!next) return true;
  return next.some(
    (place) =>
      place.from >= from &&
      place.from - from <= 4 &&
      !/[\p{L}\p{N}]/u.test(text.slice(from, place.from)) &&
      follows(after, text, place.to),
  );
}
