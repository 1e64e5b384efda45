import type { PaperInput } from '@/lib/papers/types';

/** A post or page as a source tells of it, before it is written. */
export interface ImportDocument {
  /** Identity within all sources: `hugo:content/ai/2022-08/220823-darts.md`, `feed:<guid>`, `folder:<path>`. */
  source: string;
  kind: 'post' | 'page';
  /** Where to find it, for messages: file (relative to the source) and first line of the body. */
  file: string;
  bodyLine: number;
  title: string;
  /** Markdown. LF line ends, NFC, no BOM, no characters that XML forbids. */
  body: string;
  /** Written summary, plain text; empty where the excerpt is to be cut from the body. */
  summary: string;
  /** `ko` or `en` by the source's word or the script of the text; null where neither tells. */
  language: string | null;
  /** Documents with one key are one post in several languages. */
  translationKey: string;
  /** Null for pages, and for drafts of which the source gives no date. */
  publishedAt: Date | null;
  draft: boolean;
  /**
   * Address that the source gave it, decoded, NFC, with leading and trailing slash (a file address such as
   * `/old/post.html` has the trailing slash too, as every key of an address has).
   */
  path: string;
  /** Further addresses that led to it, in the same form. */
  aliases: string[];
  /** `null` for a page. Slug parts for Nonmun's own address, decoded, NFC. */
  category: { slug: string; name: string } | null;
  /** `YYYY-MM`; null for a page, and for a draft without a date. */
  month: string | null;
  slug: string;
  tags: { slug: string; name: string }[];
  authors: ImportAuthor[];
  /** Which papers it is about, in order. */
  papers: PaperInput[];
  /** What the source's feed called it, byte for byte; null where it had no feed (no base address is known). */
  guid: string | null;
  /** Images that the body names, by the address as written there, with where their bytes are. */
  images: ImportImage[];
}

export interface ImportAuthor {
  /** Identity within the source: e-mail and name do not suffice alone (a group may share one address). */
  name: string;
  email: string | null;
  /** Short text about the person; empty where there is none. */
  about: string;
  /** http(s) only. */
  links: { label: string; url: string }[];
  avatar: ImportImage | null;
}

export interface ImportImage {
  /** Address as the body names it, decoded, NFC: `/assets/img/darts.png`, `https://…`. */
  address: string;
  /** Root-relative address on this site, decoded, NFC, where it has one. */
  path: string | null;
  /** File inside the source, absolute, already checked to lie within it; null where missing. */
  file: string | null;
  /** Address on the web to try, null where there is none. */
  url: string | null;
  /** 1-based line in the document's file; 0 where the source has no lines (a feed). */
  line: number;
}

/** What the source says of a category beyond its slug. */
export interface ImportCategory {
  slug: string;
  /** By language, `ko` or `en`. */
  names: Record<string, string>;
  /** By language; Markdown. */
  descriptions: Record<string, string>;
}

/** What concerns the whole site. */
export interface ImportSite {
  title: string | null;
  description: string | null;
  copyright: string | null;
  /** Where the source was published, without a trailing slash: `https://example.org`, `https://example.org/blog`. */
  origin: string | null;
  /** Language of most documents; what the source claims is not believed. */
  language: string | null;
  /** IANA name. */
  timeZone: string | null;
  /** In-site addresses are root-relative with a trailing slash. */
  menu: { label: string; href: string }[];
  logo: ImportImage | null;
  /** In the order in which the source lists them. */
  categories: ImportCategory[];
  macros: Record<string, string>;
}

/** One line of the report about something that was not brought in, or not wholly. */
export interface ImportNotice {
  /** `error`: the document was left out. `warning`: it was brought in, but not as written. */
  level: 'error' | 'warning';
  file: string;
  line: number | null;
  /** The sentence is made by the message catalogue. */
  code: NoticeCode;
  values: Record<string, string | number>;
}

/** What can be said of a document; messages/transfer.*.json holds a sentence for each. */
export const noticeCodes = [
  'address-duplicate',
  'address-empty',
  'alias-taken',
  'body-unreadable',
  'config-broken',
  'config-value',
  'date-invalid',
  'date-missing',
  'feed-broken',
  'feed-characters',
  'feed-item-empty',
  'feed-item-nameless',
  'feed-items-limit',
  'feed-text-differs',
  'file-binary',
  'file-not-utf8',
  'file-too-large',
  'file-unreadable',
  'file-unsupported',
  'file-unused',
  'front-matter-broken',
  'front-matter-unclosed',
  'guid-duplicate',
  'image-damaged',
  'image-missing',
  'image-not-an-image',
  'image-not-fetched',
  'image-too-many-bytes',
  'image-too-many-pixels',
  'image-unreachable',
  'link-missing',
  'paper-invalid',
  'permalink-unknown',
  'post-address-invalid',
  'post-address-reserved',
  'post-address-taken',
  'post-changed-meanwhile',
  'post-not-found',
  'post-title-missing',
  'shortcode-unknown',
  'symlink',
  'title-cut',
  'title-missing',
] as const;

export type NoticeCode = (typeof noticeCodes)[number];

/** A read source: everything checked and parsed, nothing written. */
export interface ImportSource {
  kind: 'hugo' | 'folder' | 'feed' | 'archive';
  site: ImportSite;
  documents: ImportDocument[];
  /** Pictures that no document names, but that had an address. */
  assets: ImportImage[];
  notices: ImportNotice[];
}
