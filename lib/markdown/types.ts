/** An image that the site itself serves, as the pipeline needs to know it. */
export interface ResolvedImage {
  /** Root-relative address, `/media/<hash>.png`. */
  src: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** Narrower variants, ascending by width in pixels; may be empty. */
  variants: { src: string; width: number }[];
}

/** Everything that a rendering depends on besides the source. Same source, same options: same result. */
export interface MarkdownOptions {
  /** Language of the text, BCP 47; labels (footnotes, callouts, code) follow it. */
  language: string;
  /** LaTeX macros, `{ '\\RR': '\\mathbb{R}' }`: the site's, overridden by the post's. */
  macros?: Readonly<Record<string, string>>;
  /** Images by the address that the source names them by (decoded, NFC). Missing key: the image is missing. */
  images?: ReadonlyMap<string, ResolvedImage>;
  /** Public origin without a trailing slash; feed addresses are made absolute with it. */
  origin: string;
  /** Put before every id, so that two posts on one page do not collide. Empty on a post's own page. */
  idPrefix?: string;
  /** Root-relative address of the post's page; what relative links in the feed are made absolute with. */
  path?: string;
  /** Curly quotes, dashes and ellipses; on unless false. */
  typography?: boolean;
}

/** A heading, for the table of contents. */
export interface OutlineItem {
  id: string;
  /** Plain text; formulas as LaTeX. */
  text: string;
  /** 2 to 6: the level in the page, below the page's `h1`. */
  level: number;
}

export type ProblemKind =
  | 'formula-faulty'
  | 'formula-limit'
  | 'html-dropped'
  | 'image-missing'
  | 'image-foreign'
  | 'image-without-alt'
  | 'link-unsafe'
  | 'plugin-failed'
  | 'too-large'
  | 'too-deep';

/** Something that the author should know; never a reason not to render the rest. */
export interface Problem {
  kind: ProblemKind;
  /** 1-based line in the source. */
  line: number;
  /** What it is about: an element's name, an address, KaTeX's message. Text, not HTML. */
  detail: string;
}

/** What the pipeline makes of a source. All HTML here is sanitised. */
export interface RenderedPost {
  /** The article for the page. */
  html: string;
  /** The article for readers without CSS and script: absolute addresses, MathML, no classes. */
  feedHtml: string;
  /** What precedes the more-mark, or the first paragraph cut at a word end; blocks of HTML without ids. */
  excerptHtml: string;
  /** The same as plain text on one line; formulas as LaTeX. At most about 300 characters. */
  excerptText: string;
  /** The whole as plain text, for search; formulas as LaTeX, one block a line. */
  text: string;
  outline: OutlineItem[];
  problems: Problem[];
  /** First image that the site serves, for cards and feeds. */
  leadImage: { src: string; width: number; height: number; alt: string } | null;
  /** Addresses of images that the source names (decoded, NFC), found or not. */
  imageAddresses: string[];
  /** Words: Latin runs, and Hangul by its spacing. */
  words: number;
  /** Minutes of reading, at least 1. */
  minutes: number;
}
