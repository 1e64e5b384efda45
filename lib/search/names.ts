import { fold } from './analyse';
import { escaped } from './patterns';

/**
 * Names as quick find compares them: by what is on the keyboard, not by finished syllables, so that a syllable that is
 * still being typed finds what it may become, and initial consonants find the syllables that they begin.
 *
 * The key of a name is ASCII where the name is Hangul: a letter for each consonant that begins a syllable, each simple
 * vowel, each consonant that closes one; `과` is `고` and `ㅏ`, `값` is `갑` and `ㅅ`, as they are typed. Beginning and
 * closing consonants have different letters, so that a match of whole letters begins where a syllable begins. White
 * space and punctuation are no part of a key: `자연 어 처리` and `자연어처리` have one and the same.
 */

/** Consonants that begin a syllable, in the order of Unicode, and their letters in a key. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const INITIAL_KEYS = 'ABCDEFGHIJKLMNOPQRS';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';
const VOWEL_KEYS = 'TUVWXYZ!$%&(),';
const CLOSING = 'ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const CLOSING_KEYS = ':;<=>?@[]^{|}~/`';
/** The 21 vowels of Unicode, and the 28 ways to close a syllable, none first, as they are typed. */
const TYPED_VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(
  ' ',
);
const TYPED_FINALS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );
/** Consonants that an input method puts together although they begin two syllables: `ㄱㅅ` arrives as `ㄳ`. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ...{
    ㄳ: 'ㄱㅅ',
    ㄵ: 'ㄴㅈ',
    ㄶ: 'ㄴㅎ',
    ㄺ: 'ㄹㄱ',
    ㄻ: 'ㄹㅁ',
    ㄼ: 'ㄹㅂ',
    ㄽ: 'ㄹㅅ',
    ㄾ: 'ㄹㅌ',
    ㄿ: 'ㄹㅍ',
  },
  ...{ ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' },
};

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

const keysOf = (letters: string, all: string, keys: string): string =>
  Array.from(letters, (letter) => keys.charAt(all.indexOf(letter))).join('');
const closingKeys = (letters: string): string => keysOf(letters, CLOSING, CLOSING_KEYS);
const initialKey = (letter: string): string => keysOf(letter, INITIALS, INITIAL_KEYS);

/** A syllable in its parts; `final` as letters, the others as keys. */
function syllableParts(character: string): { initial: string; vowel: string; final: string } | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return null;
  const index = code - FIRST_SYLLABLE;
  return {
    initial: INITIAL_KEYS.charAt(Math.floor(index / 588)),
    vowel: keysOf(TYPED_VOWELS[Math.floor((index % 588) / 28)] ?? '', VOWELS, VOWEL_KEYS),
    final: TYPED_FINALS[index % 28] ?? '',
  };
}

/** A name made ready for comparison. */
export interface NameKey {
  key: string;
  /** The first letter of each syllable, and everything that is no Hangul. */
  initials: string;
  /** For each letter of the key, where the character that it is of begins and ends in the name. */
  places: [number, number][];
  /** Offsets in the key where a word of the name begins. */
  begins: Set<number>;
}

/** @param name plain text. */
export function nameKey(name: string): NameKey {
  const text = name.normalize('NFC');
  const result: NameKey = { key: '', initials: '', places: [], begins: new Set() };
  let isInWord = false;
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    const letters = lettersOf(character);
    if (letters === '') isInWord &&= /\p{M}/u.test(character);
    else {
      if (!isInWord) result.begins.add(result.key.length);
      isInWord = true;
      result.initials += syllableParts(character) ? letters.charAt(0) : letters;
      result.key += letters;
      for (let letter = 0; letter < letters.length; letter += 1) result.places.push([offset, end]);
    }
    offset = end;
  }
  return result;
}

/** What one character is in a key; empty for what is no part of one. */
function lettersOf(character: string): string {
  const parts = syllableParts(character);
  if (parts) return parts.initial + parts.vowel + closingKeys(parts.final);
  return [...fold(character)]
    .map((folded) => {
      if (/^[\p{L}\p{N}]$/u.test(folded)) {
        const within = syllableParts(folded);
        return within ? within.initial + within.vowel + closingKeys(within.final) : loneLetter(folded);
      }
      return folded === '+' || folded === '#' ? folded : '';
    })
    .join('');
}

/** A consonant or vowel of Hangul that stands alone in a name is no syllable; anything else is itself. */
const loneLetter = (letter: string): string => (/\p{Script=Hangul}/u.test(letter) ? '' : letter);

/** A word of a question, ready for comparison. */
export interface NameWord {
  /** What a key must hold: one of these, as it stands. Empty where `initials` is asked instead. */
  keys: string[];
  /** What the initials must hold; null where the keys say it all. */
  initials: string | null;
  /** What a key must match. */
  pattern: RegExp;
  /** Whether it is a single letter. */
  isShort: boolean;
}

const MOST_WORDS = 6;
/** Longest question that is anybody's name. */
const LONGEST = 100;
const REST_OF_SYLLABLE = `[${Array.from(VOWEL_KEYS + CLOSING_KEYS, escaped).join('')}]*`;

/** @param question as it is typed, half-composed syllables included; anything goes. */
export function nameWords(question: string): NameWord[] {
  const words = question
    .slice(0, LONGEST)
    .normalize('NFC')
    .split(/[\s\p{Cc}]+/u);
  return words
    .slice(0, MOST_WORDS * 2)
    .map((word, index) => nameWord(word, index === words.length - 1))
    .filter((word) => word !== null)
    .slice(0, MOST_WORDS);
}

interface Unit {
  /** As it is when nothing is typed after it; the last of a word may become each of these. */
  keys: [string, ...string[]];
  isInitial: boolean;
}

function nameWord(word: string, isLast: boolean): NameWord | null {
  const units = [...word].flatMap(unitsOf);
  const last = units.at(-1);
  if (!last) return null;
  const endings = isLast ? last.keys : [last.keys[0]];
  const before = units.slice(0, -1);
  const pattern = before
    .map(({ keys, isInitial }) => escaped(keys[0]) + (isInitial ? REST_OF_SYLLABLE : ''))
    .join('');
  const hasInitials = before.some(({ isInitial }) => isInitial);
  return {
    keys: hasInitials ? [] : endings.map((ending) => before.map(({ keys }) => keys[0]).join('') + ending),
    initials: hasInitials ? units.map(({ keys }) => initialOf(keys[0])).join('') : null,
    pattern: new RegExp(pattern + `(?:${endings.map(escaped).join('|')})`, 'gu'),
    isShort: units.length === 1 && last.keys[0].length === 1,
  };
}

/** The first letter of a syllable's key; Latin letters come one by one. */
const initialOf = (key: string): string => (/^[A-S]/.test(key) ? key.charAt(0) : key);

function unitsOf(character: string): Unit[] {
  const consonants = CLUSTERS[character] ?? character;
  if ([...consonants].every((letter) => INITIALS.includes(letter))) {
    return [...consonants].map((letter) => ({ keys: [initialKey(letter)], isInitial: true }));
  }
  if (/^[ㅏ-ㅣ]$/.test(character)) return [];
  const parts = syllableParts(character);
  if (!parts) {
    return [...lettersOf(character)].map((letter) => ({ keys: [letter], isInitial: false }));
  }
  const { initial, vowel, final } = parts;
  const whole = initial + vowel + closingKeys(final);
  // `몯` is what `모델` looks like after three of its letters.
  const next = final === '' ? '' : initialKey(final.slice(-1));
  return [
    {
      keys: next === '' ? [whole] : [whole, initial + vowel + closingKeys(final.slice(0, -1)) + next],
      isInitial: false,
    },
  ];
}

/** How a name fits a question. */
export interface NameMatch {
  /** 4 the whole name, 3 its beginning, 2 the beginning of a word, 1 within one; of the worst word of the question. */
  quality: number;
  /** Offsets of beginning and end in the name, in order, not overlapping. */
  marks: [number, number][];
}

/** @returns null where a word of the question is not in the name. */
export function matchName(name: string, words: readonly NameWord[]): NameMatch | null {
  const { key, places, begins } = nameKey(name);
  const marks: [number, number][] = [];
  let quality = 4;
  let isContinuous = true;
  let reached = 0;
  for (const { pattern } of words) {
    let best: { from: number; to: number; value: number } | null = null;
    for (const match of key.matchAll(pattern)) {
      const value = match.index === 0 ? 3 : begins.has(match.index) ? 2 : 1;
      if (!best || value > best.value) best = { from: match.index, to: match.index + match[0].length, value };
    }
    if (!best) return null;
    isContinuous &&= best.from === reached;
    reached = best.to;
    quality = Math.min(quality, best.value);
    const [start] = places[best.from] ?? [0];
    const [, end] = places[best.to - 1] ?? [0, 0];
    marks.push([start, end]);
  }
  if (words.length === 0) return null;
  if (isContinuous) quality = reached === key.length ? 4 : 3;
  return { quality, marks: merged(marks) };
}

function merged(marks: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
