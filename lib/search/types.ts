import type { Finder } from './patterns';

/** A public text as the index takes it; all plain text but the source. */
export interface SearchDocument {
  translationId: string;
  postId: string;
  language: string;
  categoryId: string | null;
  /** Members. */
  authorIds: string[];
  /** By which results that are equal otherwise are ordered. */
  listedAt: Date;
  /** Of `listedAt`, in the time zone of the site. */
  year: number;
  title: string;
  /** Names of tags, authors and category in every language, papers with their authors. */
  names: string[];
  summary: string;
  /** Markdown. */
  source: string;
}

/** What narrows a search down; null for all. */
export interface SearchFilters {
  language: string | null;
  /** Slug. */
  category: string | null;
  /** Handle. */
  author: string | null;
  /** Of publication, in the time zone of the site. */
  year: number | null;
}

/** A text that was found. */
export interface SearchHit {
  translationId: string;
  postId: string;
  language: string;
}

/** How many posts would be found with each value of a filter, the other filters kept. */
export interface SearchCounts {
  language: Map<string, number>;
  /** By id. */
  category: Map<string, number>;
  /** By id of the member. */
  author: Map<string, number>;
  year: Map<number, number>;
}

/** What was found, best first, each post once. */
export interface SearchAnswer {
  /** Those that can be looked at: up to the end of the page that was asked for, and usually more. */
  hits: SearchHit[];
  /** Posts that were found, whether or not they can be looked at. */
  total: number;
  /** Whether nothing has all of the words, so that what has some of them was found. */
  isPartial: boolean;
  /** Words that were not found as they were typed, with what was looked for instead. */
  corrections: { typed: string; meant: string }[];
  /** For marking what was found: one for each word. */
  marks: Finder[];
  counts: SearchCounts;
}
