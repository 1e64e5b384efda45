import { fold, partsOf, stemOf } from './analyse';
import type { QueryWord } from './question';

/** Where a word of a question stands in a folded text. */
export interface Place {
  from: number;
  to: number;
  /** 1 as it was typed, less in another form. */
  weight: number;
}

/** Finds the places of one word in a folded text, in order, at most so many. */
export type Finder = (text: string, most: number) => Place[];

const OTHER_FORM = 0.75;

/** @returns text as a regular expression takes it for itself. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** @param texts what stands for the word: as it was typed first, then other forms. */
export function finderOf(kind: QueryWord['kind'], texts: readonly string[]): Finder {
  return kind === 'syllables' ? syllableFinder(texts) : wordFinder(texts);
}

/** Hangul is found with and without spaces between its syllables. */
function syllableFinder(forms: readonly string[]): Finder {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map((form) => [...form].map(escaped).join('\\s?')).join('|'), 'gu');
  const typed = forms[0] ?? '';
  return (text, most) =>
    collect(text, pattern, most, (found) => (found.replace(/\s/g, '') === typed ? 1 : OTHER_FORM));
}

/** Latin words are found in other forms of the same stem, and with joints where they have none. */
function wordFinder(texts: readonly string[]): Finder {
  const typed = partsOf(texts[0] ?? '').join('');
  const stems = new Set(texts.map((text) => stemsOf(text)));
  const sources = texts.map((text) => partsOf(text).map(partPattern).join("[-_.'’ ]?")).filter(Boolean);
  if (sources.length === 0) return () => [];
  const pattern = new RegExp(`(?<![a-z0-9])(?:${sources.join('|')})`, 'gu');
  return (text, most) =>
    collect(text, pattern, most, (found) => {
      const plain = found.replace(/[-_.'’ ]/g, '');
      if (plain === typed) return 1;
      return stems.has(stemsOf(found)) || stems.has(stemOf(plain)) ? OTHER_FORM : 0;
    });
}

const stemsOf = (word: string): string =>
  word
    .split(/[-_.'’ ]+/)
    .map(stemOf)
    .join('');

function partPattern(part: string): string {
  if (/^[a-z]{3,}$/.test(part)) {
    // `happy` and `happiness` share what comes before the y.
    const start = stemOf(part).replace(/[iy]$/, '');
    return `${[...start].join('-?')}[a-z]*(?![a-z])`;
  }
  const numbered = /^([a-z]+)(\d+)$/.exec(part);
  if (numbered) return `${numbered[1] ?? ''}[-_. ]?${numbered[2] ?? ''}(?!\\d)`;
  // `C` is neither `C++` nor `C#`.
  return `${escaped(part)}${/[a-z]$/.test(part) ? '(?![a-z]|\\+\\+|#)' : /\d$/.test(part) ? '(?!\\d)' : ''}`;
}

function collect(text: string, pattern: RegExp, most: number, weightOf: (found: string) => number): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && places.length < most; match = pattern.exec(text)) {
    const weight = weightOf(match[0]);
    if (match[0] === '') pattern.lastIndex += 1;
    else if (weight > 0) places.push({ from: match.index, to: match.index + match[0].length, weight });
  }
  return places;
}

/** A text folded for finders, with the way back. */
export interface Folded {
  text: string;
  /** Offset in the original of an offset in the folded text. */
  back: (offset: number) => number;
}

/** @returns the text as finders take it; folding seldom changes where something stands. */
export function foldedWithPlaces(text: string): Folded {
  const whole = fold(text);
  if (whole.length === text.length) return { text: whole, back: (offset) => offset };
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const part = fold(character);
    for (let index = 0; index < part.length; index += 1) starts.push(at);
    folded += part;
    at += character.length;
  }
  starts.push(at);
  return { text: folded, back: (offset) => starts[offset] ?? text.length };
}
