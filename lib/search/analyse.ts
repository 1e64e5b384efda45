import { stemmer } from 'stemmer';

/**
 * One analyser for both engines: it turns text into words that either index takes as they are, so that Korean is found
 * the same way everywhere.
 *
 * - Hangul is cut into overlapping runs of two and three syllables, across spaces, because Korean compounds are written
 *   with and without them (`자연 어 처리`, `자연어처리`), and a part of a compound is a word of its own (`모델` in `언어모델`).
 *   They find any part without a dictionary (Lee & Ahn, "Using n-grams for Korean text retrieval", SIGIR 1996). Runs of three
 *   make it needless to ask for neighbours: `이미지` is not found where `이미` and `미지` are.
 * - Other scripts without spaces (Han, Kana) are cut the same way.
 * - Latin words are folded, and stemmed by Porter's rules where they are English (Porter, 1980).
 */

/** What a run of text is. */
type Run = { kind: 'syllables' | 'word'; text: string } | { kind: 'break' };

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

function runsOf(text: string): Run[] {
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

/** `자연어` → `자연 자연어 연어 어`: the last syllable stands alone, so that each syllable begins a term of the index. */
function grams(syllables: string): string[] {
  const all = [...syllables];
  return all.flatMap((syllable, index) => {
    const second = all[index + 1];
    if (second === undefined) return [syllable];
    const third = all[index + 2];
    return third === undefined ? [syllable + second] : [syllable + second, syllable + second + third];
  });
}

/** What a run of syllables is looked for by. */
function questionGrams(syllables: string): string[] {
  const all = [...syllables];
  return all.length <= 3
    ? [syllables]
    : all.slice(0, -2).map((syllable, index) => `${syllable}${all[index + 1] ?? ''}${all[index + 2] ?? ''}`);
}

/** @returns what one Latin word is indexed as: its stem; of a joined one its parts, and the whole without joints. */
export function wordTerms(word: string): string[] {
  const bare = word.replace(/^[-_.'’]+|[-_.'’]+$/g, '');
  if (bare === '' || bare.length > LONGEST_WORD) return [];
  const parts = bare
    .replace(/['’]s$/, '')
    .split(/[-_.'’]+/)
    .filter((part) => part !== '');
  const stems = parts.map(stemOf);
  return parts.length === 1 ? stems : [...stems, stemOf(parts.join(''))];
}

/** @returns the stem by which forms of an English word find each other; anything else stays as it is. */
export function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}

/**
 * @param text plain text; a line break ends a sentence.
 * @returns words for the index, in order, separated by spaces.
 */
export function indexTerms(text: string): string {
  const terms: string[] = [];
  let syllables = '';
  const flush = (): void => {
    if (syllables !== '') terms.push(...grams(syllables));
    syllables = '';
  };
  for (const run of runsOf(text)) {
    if (run.kind === 'syllables') {
      syllables += run.text;
      continue;
    }
    flush();
    if (run.kind === 'word') terms.push(...wordTerms(run.text));
  }
  flush();
  return terms.join(' ');
}

/** @returns the Latin words of a text, folded, as they are written; what mistyped ones are compared with. */
export function vocabularyOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const run of runsOf(text)) {
    if (run.kind !== 'word') continue;
    for (const part of run.text.split(/[-_.'’]+/)) if (/^[a-z]{3,30}$/.test(part)) words.add(part);
  }
  return words;
}

/** One word of a question. */
export type QueryWord =
  /** One of `forms` is to be there: without its ending, or as it was typed, which counts for more. */
  { kind: 'syllables'; text: string; forms: string[] } | { kind: 'word'; text: string };

/** What one form of a word is looked for by: all of `terms`; a single syllable by what begins with it. */
export interface TermsOfForm {
  terms: string[];
  isPrefix: boolean;
}

/** @returns the terms of the index that stand for a form of a query word. */
export function termsOf(word: QueryWord, form: string): TermsOfForm {
  if (word.kind === 'word') return { terms: wordTerms(form), isPrefix: false };
  return { terms: questionGrams(form), isPrefix: [...form].length === 1 };
}

/**
 * Endings that follow a noun in a question but belong to the sentence, not to what is looked for: particles, and the
 * forms of 하다, 되다, 이다. Longest first.
 */
const ENDINGS = [
  ...['에서는', '에서의', '으로는', '이라는', '이라고', '하는지', '되는지', '입니다', '합니다', '됩니다'],
  ...[
    '에서',
    '에게',
    '으로',
    '까지',
    '부터',
    '처럼',
    '보다',
    '이란',
    '이나',
    '라는',
    '라고',
    '하는',
    '하기',
    '하여',
  ],
  ...['해서', '했다', '하다', '되는', '되다', '된다', '한다', '이다', '인가', '들의', '들을', '들은', '들이'],
  ...[
    '은',
    '는',
    '이',
    '가',
    '을',
    '를',
    '의',
    '에',
    '와',
    '과',
    '로',
    '도',
    '만',
    '란',
    '나',
    '들',
    '한',
    '할',
    '된',
  ],
];
/** A stem of one syllable would find everything. */
const SHORTEST_STEM = 2;

function withoutEnding(word: string): string | null {
  const ending = ENDINGS.find(
    (it) => word.endsWith(it) && [...word].length - [...it].length >= SHORTEST_STEM,
  );
  return ending === undefined ? null : word.slice(0, -ending.length);
}

function syllableWord(text: string): QueryWord {
  const forms = [text];
  for (let form = withoutEnding(text); form !== null && forms.length < 3; form = withoutEnding(form)) {
    forms.push(form);
  }
  return { kind: 'syllables', text, forms };
}

/** What is looked for. */
export interface Question {
  words: QueryWord[];
  /** All syllables of neighbouring words written together, where there are several: `자연 어 처리` → `자연어처리`. */
  joined: QueryWord[];
}

const MOST_WORDS = 12;

/** @param text as a person typed it. @returns what the index is asked; no words where nothing can be looked for. */
export function parseQuestion(text: string): Question {
  const words: QueryWord[] = [];
  const joined: QueryWord[] = [];
  let row: string[] = [];
  const endRow = (): void => {
    if (row.length > 1) joined.push(syllableWord(row.join('')));
    row = [];
  };
  for (const run of runsOf(text)) {
    if (words.length >= MOST_WORDS) break;
    if (run.kind === 'syllables') {
      row.push(run.text);
      words.push(syllableWord(run.text));
    } else {
      endRow();
      if (run.kind !== 'word') continue;
      if (wordTerms(run.text).length > 0) words.push({ kind: 'word', text: run.text });
    }
  }
  endRow();
  return { words: withoutLoneParticles(words), joined };
}

/** `GAN을`: what remains of a particle is no word of the question where there is another. */
function withoutLoneParticles(words: QueryWord[]): QueryWord[] {
  const kept = words.filter(
    (word, index) =>
      !(word.kind === 'syllables' && ENDINGS.includes(word.text) && words[index - 1]?.kind === 'word'),
  );
  return kept.length > 0 ? kept : words;
}
