import type { Element } from 'hast';
import { stringOf, textOf } from './tree';

/** First letters of the mathematical alphabets of Unicode, by MathML's name: capitals, small, digits, Greek. */
interface Alphabet {
  capital: number;
  small: number;
  digit?: number;
  greekCapital?: number;
  greekSmall?: number;
  /** Letters that Unicode had before and so left out of the row. */
  elsewhere?: Readonly<Record<string, string>>;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { capital: 0x1d400, small: 0x1d41a, digit: 0x1d7ce, greekCapital: 0x1d6a8, greekSmall: 0x1d6c2 },
  'bold-italic': { capital: 0x1d468, small: 0x1d482, greekCapital: 0x1d71c, greekSmall: 0x1d736 },
  'double-struck': {
    capital: 0x1d538,
    small: 0x1d552,
    digit: 0x1d7d8,
    elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  script: {
    capital: 0x1d49c,
    small: 0x1d4b6,
    elsewhere: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  },
  fraktur: {
    capital: 0x1d504,
    small: 0x1d51e,
    elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
  'sans-serif': { capital: 0x1d5a0, small: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { capital: 0x1d670, small: 0x1d68a, digit: 0x1d7f6 },
};

/**
 * Writes the letters of a MathML element in the alphabet that its `mathvariant` names. Browsers draw MathML Core,
 * which knows no `mathvariant` but `normal`: without this the bold x of a vector is an italic one.
 */
export function writeAlphabet(node: Element): void {
  const alphabet = ALPHABETS[stringOf(node.properties.mathVariant ?? node.properties.mathvariant)];
  if (!alphabet) return;
  const written = textOf(node);
  const letters = [...written].map((letter) => inAlphabet(letter, alphabet));
  if (letters.some((letter) => letter === undefined)) return;
  node.children = [{ type: 'text', value: letters.join('') }];
  delete node.properties.mathVariant;
  delete node.properties.mathvariant;
}

function inAlphabet(letter: string, alphabet: Alphabet): string | undefined {
  const elsewhere = alphabet.elsewhere?.[letter];
  if (elsewhere !== undefined) return elsewhere;
  const code = letter.codePointAt(0) ?? 0;
  const rows: [pattern: RegExp, first: number, row: number | undefined][] = [
    [/[A-Z]/, 0x41, alphabet.capital],
    [/[a-z]/, 0x61, alphabet.small],
    [/[0-9]/, 0x30, alphabet.digit],
    [/[\u0391-\u03a9]/, 0x391, alphabet.greekCapital],
    [/[\u03b1-\u03c9]/, 0x3b1, alphabet.greekSmall],
  ];
  const [, first = 0, row] = rows.find(([pattern]) => pattern.test(letter)) ?? [];
  return row === undefined ? undefined : String.fromCodePoint(row + code - first);
}
