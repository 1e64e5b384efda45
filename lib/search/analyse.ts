import { stemmer } from 'stemmer';

/**
 * One analyser for both engines: it turns text into words that either index takes as they are, so that Korean is found
 * the same way everywhere.
 *
 * - Hangul is cut into overlapping runs of one to three syllables, across spaces, because Korean compounds are written
 *   with and without them (`자연 어 처리`, `자연어처리`), and a part of a compound is a word of its own (`모델` in `언어모델`).
 *   They find any part without a dictionary (Lee & Ahn, "Using n-grams for Korean text retrieval", SIGIR 1996). Runs of three
 *   make it needless to ask for neighbours: `이미지` is not found where `이미` and `미지` are.
 * - Other scripts without spaces (Han, Kana) are cut the same way.
 * - Latin words are folded, and stemmed by Porter's rules where they are English (Porter, 1980).
 */

/** What a run of text is. */
export type Run = { kind: 'syllables' | 'word'; text: string } | { kind: 'break' };

const HANGUL = '\\p{Script=Hangul}';
const PAIRED = new RegExp(`[${HANGUL}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]+`, 'u');
const RUNS = new RegExp(
  [
    `(?<syllables>${PAIRED.source})`,
    // `C++`, `C#`, `F#` are names; letters with marks, digits, and what joins them within a word.
    `(?<word>[\\p{L}\\p{M}\\p{N}]+(?:[.'’_-][\\p{L}\\p{M}\\p{N}]+)*(?:\\+\\+|#)?)`,
    `(?<space>\\s+)`,
    `(?<other>[^])`,
  ].join('|'),
  'gu',
);

/** Longest word that is kept; longer ones are data, not language. */
const LONGEST_WORD = 60;

/** @returns text in the one form that is compared: compatibility forms unified, lower case, marks of Latin removed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** @returns the runs of a text, folded. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { groups = {} } of fold(text).matchAll(RUNS)) {
    if (groups.syllables !== undefined) runs.push({ kind: 'syllables', text: groups.syllables });
    else if (groups.word !== undefined) splitScripts(groups.word, runs);
    else if (groups.other !== undefined || groups.space?.includes('\n')) runs.push({ kind: 'break' });
  }
  return runs;
}

/** `gan을` is one word to a regular expression and two to a reader. */
function splitScripts(word: string, runs: Run[]): void {
  let rest = word;
  for (;;) {
    const syllables = PAIRED.exec(rest);
    if (!syllables) break;
    if (syllables.index > 0) runs.push({ kind: 'word', text: rest.slice(0, syllables.index) });
    runs.push({ kind: 'syllables', text: syllables[0] });
    rest = rest.slice(syllables.index + syllables[0].length);
  }
  if (rest !== '') runs.push({ kind: 'word', text: rest });
}

/** `자연어` → `자 자연 자연어 연 연어 어`. */
function grams(syllables: string): string[] {
  const all = [...syllables];
  return all.flatMap((first, index) => {
    const second = all[index + 1];
    if (second === undefined) return [first];
    const third = all[index + 2];
    return third === undefined ? [first, first + second] : [first, first + second, first + second + third];
  });
}

/** Runs of a question's word that are asked for; of a longer one, its beginning says enough. */
const MOST_GRAMS = 30;

/** @returns the terms that a text has which has these syllables: runs of three, or the whole where it is shorter. */
export function syllableTerms(syllables: string): string[] {
  const all = [...syllables];
  return all.length <= 3 ? [syllables] : runsOfSyllables(all, 3);
}

/** @returns overlapping pairs; what a misspelt word shares with the right one. */
export const syllablePairs = (syllables: string): string[] => runsOfSyllables([...syllables], 2);

function runsOfSyllables(all: string[], length: number): string[] {
  const runs = all
    .slice(0, MOST_GRAMS + length - 1)
    .map((_, index) => all.slice(index, index + length).join(''))
    .filter((run, index) => index + length <= all.length && run !== '');
  return [...new Set(runs)].slice(0, MOST_GRAMS);
}

/** What joins the parts of a word. */
export const JOINTS = /[-_.'’]+/;

/** @returns the parts of a Latin word, `self-supervised` → `self`, `supervised`; none of what is no language. */
export function partsOf(word: string): string[] {
  const bare = word.replace(/^[-_.'’]+|[-_.'’]+$/g, '');
  if (bare === '' || bare.length > LONGEST_WORD) return [];
  return bare
    .replace(/['’]s$/, '')
    .split(JOINTS)
    .filter((part) => part !== '');
}

/**
 * @returns what one Latin word is indexed as: its stem; of a joined one its parts, and the whole without joints; of one
 *   with a number behind it (`resnet50`) the word too.
 */
export function wordTerms(word: string): string[] {
  const parts = partsOf(word);
  const terms = parts.flatMap((part) => {
    const [, letters] = /^([a-z]{2,})\d+$/.exec(part) ?? [];
    return letters === undefined ? [stemOf(part)] : [part, stemOf(letters)];
  });
  return parts.length < 2 ? terms : [...terms, stemOf(parts.join(''))];
}

/** @returns the stem by which forms of an English word find each other; anything else stays as it is. */
export function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}

/** Terms of one field that are kept; a text with more of them is no text. */
const MOST_TERMS = 40_000;

/**
 * @param text plain text; a line break ends a sentence.
 * @returns the terms of the index, each with how often it is there.
 */
export function indexTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (found: string[]): void => {
    for (const term of found) {
      const known = terms.get(term);
      if (known !== undefined) terms.set(term, known + 1);
      else if (terms.size < MOST_TERMS) terms.set(term, 1);
    }
  };
  let syllables = '';
  const flush = (): void => {
    if (syllables !== '') add(grams(syllables));
    syllables = '';
  };
  for (const run of runsOf(text)) {
    if (run.kind === 'syllables') {
      syllables += run.text;
      continue;
    }
    flush();
    if (run.kind === 'word') add(wordTerms(run.text));
  }
  flush();
  return terms;
}

/** @returns the Latin words of a text, folded, as they are written; what mistyped ones are compared with. */
export function vocabularyOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const run of runsOf(text)) {
    if (run.kind !== 'word') continue;
    const parts = run.text.split(JOINTS);
    for (const part of parts.length > 1 ? [...parts, parts.join('')] : parts) {
      if (/^[a-z]{3,30}$/.test(part)) words.add(part);
    }
  }
  return words;
}
