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
  /** The same post in other languages. */
  alternates: { language: string; url: string }[];
}

/** A list of posts with the facts of its channel. */
export interface Feed {
  title: string;
  description: string;
  /** Absolute address of the page that this feed is of. */
  siteUrl: string;
  /** Absolute address of the feed itself. */
  selfUrl: string;
  language: string;
  /** Latest change of anything in it; null for an empty feed. */
  updatedAt: Date | null;
  image: { url: string; width: number; height: number } | null;
  copyright: string | null;
  /** `Nonmun 0.1.0` */
  generator: string;
  items: FeedItem[];
}
