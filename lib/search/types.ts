/** A public text as the index takes it; all plain text but the source. */
export interface SearchDocument {
  translationId: string;
  title: string;
  /** Names of tags, authors and category in every language. */
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
  /** Of publication, in UTC. */
  year: number | null;
}

/** A text that was found. */
export interface SearchHit {
  translationId: string;
  postId: string;
  language: string;
  /** Greater is better; comparable within one answer only. */
  score: number;
}

/** What was found, best first, each post once. */
export interface SearchAnswer {
  hits: SearchHit[];
  /** Whether there may be more than were looked at. */
  isCut: boolean;
  /** Words that were not found as they were typed, with what was looked for instead. */
  corrections: { typed: string; meant: string }[];
  /** For marking what was found: folded, as `fold` makes it. */
  marks: string[];
}
