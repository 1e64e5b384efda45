/** A paper as readers see it. */
export interface PaperView {
  /** Address: `/papers/<id>/`. */
  id: string;
  title: string;
  /** Names in order, as the paper prints them. */
  authors: string[];
  year: number | null;
  /** Where it appeared; empty where that is not known. */
  venue: string;
  /** Plain text, paragraphs with an empty line between them; empty where there is none. */
  abstract: string;
  /** Without prefix, lower case: `10.1038/nature14539`. */
  doi: string | null;
  /** Without version: `2212.04356`, `cs/0112017`. */
  arxivId: string | null;
  /** Version that was read. */
  arxivVersion: number | null;
  /** Where it can be read besides. */
  url: string | null;
}

/** A paper in a list, with the number of public posts about it. */
export interface PaperCount extends PaperView {
  posts: number;
}

/** One page of the list of papers. */
export interface PaperList {
  papers: PaperCount[];
  /** 1-based. */
  page: number;
  /** At least 1. */
  pages: number;
  /** Papers in the whole list. */
  total: number;
}
