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

/** A paper as somebody fills it in. */
export interface PaperInput {
  title: string;
  /** In order. */
  authors: string[];
  year: number | null;
  venue: string;
  abstract: string;
  /** In any spelling; empty for none. */
  doi: string;
  /** In any spelling, with a version or without; empty for none. */
  arxivId: string;
  /** `http:` or `https:`; empty for none. */
  url: string;
}

/** A public post about a paper, as members see it while they choose one. */
export interface PaperReview {
  title: string;
  /** With language prefix, decoded. */
  path: string;
  /** Names, in the viewer's language. */
  authors: string[];
}

/** A paper that this blog knows, as members see it. */
export interface KnownPaper extends PaperView {
  /** Optimistic lock. */
  version: number;
  /** Public posts about it. */
  posts: number;
  /** The newest of these. */
  reviews: PaperReview[];
  /** Whether the viewer may change it. */
  mayChange: boolean;
}

/** What was found while somebody typed. */
export interface FoundPapers {
  papers: KnownPaper[];
  /** What the text says by itself, where it is an id or an address. */
  identified: {
    arxivId: string | null;
    arxivVersion: number | null;
    doi: string | null;
    url: string | null;
  } | null;
}
