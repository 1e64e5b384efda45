import type { OutlineItem } from '@/lib/markdown/types';
import type { PaperView } from '@/lib/papers/types';

export type { SiteView } from '@/lib/settings/views';

/** Who wrote, as readers see it, in the language of the page. */
export interface AuthorView {
  handle: string;
  name: string;
  about: string;
  avatar: { src: string; width: number; height: number } | null;
  links: { label: string; url: string }[];
}

/** A link to something with a name: a category, a tag. */
export interface NamedLink {
  slug: string;
  name: string;
}

/** The picture that stands for a post, with its size in pixels. */
export interface LeadImage {
  src: string;
  width: number;
  height: number;
  alt: string;
  /** Narrower ones, the narrowest first; known where posts are listed. */
  variants?: { src: string; width: number }[];
}

/** A post in a list, in the language of the page where that exists. */
export interface PostCard {
  id: string;
  /** Address with the language prefix of the page, decoded: `/en/ai/2022-09/220923-whisper/`. */
  path: string;
  title: string;
  /** Language of title and excerpt; differs from the page's where the post has no such translation. */
  language: string;
  excerptHtml: string;
  excerptText: string;
  leadImage: LeadImage | null;
  publishedAt: Date;
  minutes: number;
  authors: AuthorView[];
  category: NamedLink | null;
  tags: NamedLink[];
}

/** A post that is near to another one. */
export interface RelatedPost {
  /** With the language prefix of the page. */
  path: string;
  title: string;
  /** Of the title. */
  language: string;
  publishedAt: Date;
  /** The strongest reason: the same paper, a tag, or words that few posts share. */
  why: 'paper' | 'tag' | 'text';
  /** Titles of the papers, names of the tags that both share; empty for `text`. */
  shared: string[];
}

/** How a post is cited, as plain text. */
export interface Citations {
  /** Of the post in the language of its text, with the site's origin, percent-encoded. */
  url: string;
  /** With a line break at its end. */
  bibtex: string;
  apa: string;
  plain: string;
}

/** One publication of changed content, as readers learn of it. */
export interface PublicChange {
  at: Date;
  /** What the writer said about it. */
  note: string | null;
  /** Numbers of blocks: paragraphs, lists, formulas, figures, pieces of code. */
  added: number;
  changed: number;
  removed: number;
  /** Whether the title is another one. */
  isRenamed: boolean;
  /** Headings of the present text below which something changed, in order; never of what was taken out. */
  sections: string[];
}

/** A post's own page. */
export interface PostPage extends PostCard {
  html: string;
  outline: OutlineItem[];
  /** Latest publication of changed content; null where it was never corrected. */
  revisedAt: Date | null;
  month: string | null;
  guid: string;
  originalLanguage: string;
  /** Every public language of the post, with its address, this page's included. */
  languages: { language: string; path: string; title: string }[];
  /** Which papers it is about, in order. */
  papers: PaperView[];
  /** At most four, the nearest first. */
  related: RelatedPost[];
  /** Publications of changed content, newest first; of the latest ones only. */
  changes: PublicChange[];
  /** Older and newer in the same category. */
  previous: { path: string; title: string; language: string } | null;
  next: { path: string; title: string; language: string } | null;
}

/** One page of a list. */
export interface PostList {
  posts: PostCard[];
  /** 1-based. */
  page: number;
  /** At least 1. */
  pages: number;
  /** Posts in the whole list. */
  total: number;
}

/** A single page such as `/about/`. */
export interface SinglePage {
  path: string;
  slug: string;
  title: string;
  language: string;
  html: string;
  excerptText: string;
  outline: OutlineItem[];
  languages: { language: string; path: string; title: string }[];
  updatedAt: Date;
}

/** Posts of one month in one category. */
export interface MonthCount {
  /** `YYYY-MM` */
  month: string;
  category: NamedLink;
  /** Of the category among all, from 0. */
  position: number;
  count: number;
}

/** What the first page says of the group beside its introduction. */
export interface GroupView {
  /** Those with posts, in their order. */
  categories: CountedLink[];
  /** `YYYY-MM` with the posts of all categories; null where there is none. */
  latest: { month: string; count: number } | null;
}

/** Categories, tags or authors with the number of their public posts. */
export interface CountedLink extends NamedLink {
  count: number;
}

/** A category as administrators see it. */
export interface ManagedCategory {
  id: string;
  slug: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  /** Drafts and hidden ones included. */
  posts: number;
}

/** What a link leads to: something that readers can see, something that they cannot yet, another site, or nothing. */
export type Destination = 'here' | 'not-public' | 'elsewhere' | 'nowhere';

/** A year in which something was published, week by week. */
export interface YearOfWeeks {
  year: number;
  /** Posts of each week, the first week first; 52 or 53 of them. */
  weeks: number[];
}
