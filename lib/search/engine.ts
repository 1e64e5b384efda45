import type { Transaction } from '@/lib/db';

/** Terms of a text, by field. */
export interface IndexFields {
  title: readonly string[];
  names: readonly string[];
  headings: readonly string[];
  /** What the body has several times. */
  strong: readonly string[];
  body: readonly string[];
}

/** A question as engines take it: each word is a choice of sets of terms, all of one set. */
export interface TermQuery {
  words: string[][][];
  /** None of these may be there. */
  excluded: string[][][];
  /** Whether one of the words is enough. */
  isAny: boolean;
}

/** Where the words have to be: each place holds those before it, but for `title-and-text`, where one is in the title. */
export const TIERS = ['title', 'head', 'title-and-text', 'strong', 'text'] as const;
export type Tier = (typeof TIERS)[number];

/** Makes a placeholder for a value. */
export type Parameter = (value: unknown) => string;

/** What differs between the engines. */
export interface SearchEngine {
  put: (tx: Transaction, entry: number, fields: IndexFields) => Promise<void>;
  remove: (tx: Transaction, entry: number) => Promise<void>;
  /** @returns SQL: a table with the column `entry`, the texts that match. */
  matching: (query: TermQuery, tier: Tier, parameter: Parameter) => string;
  placeholder: (number: number) => string;
  /** @returns SQL: where in a text another begins; 0 where it is not in it. */
  position: (text: string, part: string) => string;
}
