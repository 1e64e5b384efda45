import type { KnownPaper } from '@/lib/papers/types';

/** What the editor shows of a post in one language. */
export interface EditorView {
  postId: string;
  translationId: string;
  kind: 'post' | 'page';
  language: string;
  state: TranslationState;
  /** Whether readers see it now. */
  isPublic: boolean;
  draft: {
    title: string;
    summary: string;
    source: string;
    version: number;
    saveKey: string | null;
    /** Keys of the last saves, the present one's included, oldest first. */
    recentKeys: string[];
    savedAt: Date;
    savedBy: string | null;
  };
  /** Published content, when there is one and the draft differs. */
  published: { title: string; summary: string; source: string; revisionId: string; at: Date } | null;
  details: PostDetails;
  /** Those of the details. */
  papers: KnownPaper[];
  /** LaTeX macros of site and post. */
  macros: Record<string, string>;
  /** Present address, without language prefix, decoded. */
  path: string;
  review: {
    /** Whether the site asks for an editor's approval of what this viewer publishes. */
    isRequired: boolean;
    requestedAt: Date | null;
    requestedBy: string | null;
    /** What the editor wrote who gave it back. */
    note: string | null;
  };
  schedule: { at: Date; revisionId: string; isOlderThanDraft: boolean } | null;
  may: { publish: boolean; approve: boolean; hide: boolean; discard: boolean; share: boolean };
}

export type TranslationState = 'draft' | 'review' | 'scheduled' | 'published' | 'hidden';

/** What all languages of a post share, as its form has it. */
export interface PostDetails {
  categoryId: string | null;
  /** `YYYY-MM`. */
  month: string | null;
  /** Empty while nobody has chosen one. */
  slug: string;
  /** Names, in the viewer's language; new ones are made. */
  tags: string[];
  /** In order. */
  authorIds: string[];
  /** Papers that it is about, in order. */
  paperIds: string[];
  leadMediaId: string | null;
  /** First publication. */
  publishedAt: Date | null;
  /** Optimistic lock: the one that was read. */
  version: number;
}

/** What the form of the details lets one choose from, in the member's language. */
export interface DetailChoices {
  categories: { id: string; slug: string; name: string }[];
  /** Everyone who can be an author, former members and unclaimed authors included. */
  members: { id: string; handle: string; name: string; avatar: Picture | null }[];
  /** Names of the tags that there are, those of many posts first. */
  tags: string[];
}

export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** A list of the desk: what is in which state. Put away (`discarded`) is in none of the others. */
export type DeskGroup = 'drafts' | 'review' | 'scheduled' | 'published' | 'hidden' | 'discarded';

/** Which posts the desk lists; as the address of the list says it. */
export interface DeskQuery {
  group: DeskGroup;
  /** For those who may read everything: also what others write. */
  whose: 'own' | 'everyone';
  /** Words that title or text have to contain; empty for all. */
  words: string;
  /** Its slug; null for all. */
  category: string | null;
  /** Handle; null for all. */
  author: string | null;
  /** From 1. */
  page: number;
}

/** A text in one language, as a line of a list. */
export interface DeskRow {
  translationId: string;
  postId: string;
  kind: 'post' | 'page';
  language: string;
  state: TranslationState;
  /** Of the draft; may be empty. */
  title: string;
  /** Without language prefix, decoded. */
  path: string;
  /** Name in the viewer's language; null for pages and drafts without one. */
  category: string | null;
  /** Names in the viewer's language, in order. */
  authors: string[];
  /** Latest change of the text. */
  savedAt: Date;
  publishedAt: Date | null;
  scheduledFor: Date | null;
  reviewRequestedAt: Date | null;
  reviewRequestedBy: string | null;
  reviewNote: string | null;
  /** Whether readers see something else than the draft. */
  hasUnpublishedChanges: boolean;
  discardedAt: Date | null;
  /** Whether the viewer may put it away: what was never public, and is theirs or everyone's. */
  mayDiscard: boolean;
}

/** One page of a list of the desk. */
export interface DeskList {
  rows: DeskRow[];
  /** On all pages. */
  total: number;
  pages: number;
  /** How many of each group match the other filters. */
  counts: Record<DeskGroup, number>;
}

/** What lists of the desk can be filtered by. */
export interface DeskFilters {
  categories: { slug: string; name: string }[];
  /** Those with posts that the viewer may read; empty for those who may read only their own. */
  authors: { handle: string; name: string }[];
  mayReadEveryones: boolean;
}

/** What waits for the viewer, latest first, at most twenty of each. */
export interface DeskNeeds {
  /** Given back with a note. */
  returned: DeskRow[];
  /** For editors: waiting for approval. */
  reviewRequests: DeskRow[];
  /** Should have been published by now and was not. */
  failedSchedules: DeskRow[];
  /** Changes of what is public that readers do not see yet. */
  unpublished: DeskRow[];
}

/** A link by which someone without an account sees the draft. */
export interface PreviewLink {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  /** Name of who made it. */
  createdBy: string | null;
}

/** What a save brings. */
export interface DraftInput {
  title: string;
  summary: string;
  source: string;
  /** The version that the text was made from. */
  baseVersion: number;
  /** Fresh for each save; the same one again is the same save again. */
  saveKey: string;
  /** Texts that the save does not contain and that are to stay in the history, such as one side of a conflict. */
  asides?: { title: string; summary: string; source: string }[];
  /** Whether it is to become a revision of its own, whatever was saved before. */
  isApart?: boolean;
  /** Whose text it is, where the page knows: nobody saves it in the name of somebody else who has signed in since. */
  memberId?: string;
}

/** What a save made. */
export interface SavedDraft {
  version: number;
  savedAt: Date;
}

/** The draft as it stands, also the other side of a conflict. */
export type DraftView = EditorView['draft'];

/** A line in the history of a text. */
export interface RevisionItem {
  id: string;
  /** 1, 2, 3 … */
  number: number;
  title: string;
  /** Name in the viewer's language; null where nobody is known. */
  author: string | null;
  /** `autosave`, `publish`, `schedule`, `restore`, `import`. */
  reason: string;
  createdAt: Date;
  /** Later than `createdAt` where autosaves were put together. */
  savedAt: Date;
  /** What readers see, or saw before it was hidden. */
  isPublished: boolean;
  /** What the schedule will publish. */
  isScheduled: boolean;
  /** The same as the draft. */
  isDraft: boolean;
}

/** A revision to read. */
export interface RevisionView extends RevisionItem {
  translationId: string;
  language: string;
  summary: string;
  source: string;
  /** As the page would show it; sanitised. */
  html: string;
}

/** What the check list looks at. */
export type CheckKind =
  | 'title'
  | 'text'
  | 'address'
  | 'category'
  | 'authors'
  | 'summary'
  | 'lead-image'
  | 'images'
  | 'image-texts'
  | 'formulas'
  | 'html'
  | 'links'
  | 'size';

/** One line of the check list. */
export interface CheckItem {
  kind: CheckKind;
  /** `blocking`: publishing would be refused. */
  level: 'ok' | 'warning' | 'blocking';
  /** Where it is and what it is about; line 0 where no line is known. Text, not HTML. */
  places: { line: number; detail: string }[];
}

/** What publishing made. */
export interface Published {
  /** Without language prefix, decoded. */
  path: string;
  /** With the prefix of its language. */
  href: string;
  publishedAt: Date;
}

/** Details as they stand, and what they make of the address. */
export interface SavedDetails {
  path: string;
  details: PostDetails;
}

/** Front matter that was pasted into the text, as details. */
export interface PastedFrontMatter {
  title: string | null;
  summary: string | null;
  details: Partial<PostDetails>;
  /** The text without it. */
  body: string;
  /** Names of authors and categories that are not known here. */
  unknown: { authors: string[]; category: string | null };
}

/** What someone without an account sees through a preview link. */
export type Preview = { expiresAt: Date; language: string } & (
  | { kind: 'post'; post: import('@/lib/posts/views').PostPage }
  | { kind: 'page'; page: import('@/lib/posts/views').SinglePage }
);

/** Drafts that wait for approval, latest first, as an editor's feed tells of them. */
export interface ReviewFeed {
  /** Of the feed; says nothing of its address. */
  id: string;
  /** Of the editor. */
  language: string;
  items: {
    translationId: string;
    language: string;
    title: string;
    /** What the writer wrote as a summary; may be empty. */
    summary: string;
    /** Name of who asked; null where that is unknown. */
    writer: string | null;
    requestedAt: Date;
  }[];
}
