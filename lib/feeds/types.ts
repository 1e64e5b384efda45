/** RSS 2.0, Atom 1.0, JSON Feed 1.1. */
export type FeedFormat = 'rss' | 'atom' | 'json';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const satisfies readonly FeedFormat[];

/** Name of a feed's file beside the page that it is of, and what it is called to programs. */
export const FEED_FILES: Readonly<Record<FeedFormat, { file: string; type: string }>> = {
  rss: { file: 'index.xml', type: 'application/rss+xml' },
  atom: { file: 'index.atom', type: 'application/atom+xml' },
  json: { file: 'index.json', type: 'application/feed+json' },
};

/** One post as a feed tells of it; all three formats are made of these. */
export interface FeedItem {
  /** Never changes; byte for byte what an imported feed had. */
  guid: string;
  title: string;
  /** Absolute address of the post. */
  url: string;
  /** BCP 47 language of this text. */
  language: string;
  publishedAt: Date;
  updatedAt: Date;
  authors: { name: string; url: string | null }[];
  category: { name: string; url: string } | null;
  tags: { name: string; url: string }[];
  /** Plain text. */
  summary: string;
  /** Sanitised HTML, absolute addresses (`RenderedPost.feedHtml`). */
  contentHtml: string;
  image: { url: string; type: string; size: number; width: number | null; height: number | null } | null;
  /** Papers that the post is about. */
  papers: FeedPaper[];
  /** The same post in other languages. */
  alternates: { language: string; url: string }[];
}

/** A paper that a post is about. */
export interface FeedPaper {
  title: string;
  /** In order. */
  authors: string[];
  year: number | null;
  /** Absolute address where it can be read; its page here where no other is known. */
  url: string;
  /** Without prefix. */
  doi: string | null;
}

/** How a document of a feed stands to the others of it; each is a query that goes behind an address, `?page=2`. */
export type FeedPaging =
  /** The feed, newest first, and the pages after it (RFC 5005 §3); `prevArchive` begins the whole history. */
  | {
      kind: 'newest';
      first: string;
      last: string;
      previous: string | null;
      next: string | null;
      prevArchive: string | null;
    }
  /** A part of the history that is complete and does not change as posts are added (RFC 5005 §4). */
  | { kind: 'archive'; current: string; prevArchive: string | null; nextArchive: string | null };

/** A list of posts with the facts of its channel. */
export interface Feed {
  title: string;
  description: string;
  /** Absolute address of the page that this feed is of; its documents lie beside it. */
  siteUrl: string;
  /** Query of this document, empty for the feed itself. */
  query: string;
  paging: FeedPaging;
  language: string;
  /** Absolute address of what shows the feed in a browser. */
  styleSheet: string;
  /** Latest change of anything in it; null for an empty feed. */
  updatedAt: Date | null;
  image: { url: string; width: number; height: number } | null;
  copyright: string | null;
  /** Address of the WebSub hub that tells of changes; null where there is none. */
  hub: string | null;
  /** `Nonmun 0.1.0` */
  generator: string;
  items: FeedItem[];
}

/** @returns the absolute address of a document of a feed. */
export function feedUrl({ siteUrl, query }: Pick<Feed, 'siteUrl' | 'query'>, format: FeedFormat): string {
  return siteUrl + FEED_FILES[format].file + query;
}

/** @returns what links a document to the others of its feed, by the names of RFC 5005. */
export function pagingLinks({ siteUrl, paging }: Feed, format: FeedFormat): { rel: string; href: string }[] {
  const { kind, ...queries } = paging;
  const names: Record<string, string> = {
    prevArchive: 'prev-archive',
    nextArchive: 'next-archive',
  };
  const isAlone = kind === 'newest' && paging.next === null && paging.previous === null;
  return Object.entries(queries)
    .filter(([name]) => !(isAlone && (name === 'first' || name === 'last')))
    .flatMap(([name, query]: [string, string | null]) =>
      query === null ? [] : [{ rel: names[name] ?? name, href: feedUrl({ siteUrl, query }, format) }],
    );
}
