/** What a person writes; it is kept, sent and compared as one. */
export interface DraftText {
  title: string;
  summary: string;
  /** Markdown. */
  source: string;
}

/** A text that the server had, and by which of its versions. */
export interface BaseText {
  /** Counted up by the server at every save. */
  version: number;
  /** Which save made the version; null where none of this kind did. */
  saveKey: string | null;
  text: DraftText;
}

/** A draft as `GET /api/drafts/<translationId>/` and the details of a conflict give it. */
export interface ServerDraft extends DraftText {
  version: number;
  saveKey: string | null;
  /** Keys of the last saves, the present one's included. */
  recentKeys: string[];
  /** ISO 8601, the server's clock. */
  savedAt: string;
  /** Name, in the member's language. */
  savedBy: string | null;
}

/** A draft as a page comes with it. */
export interface InitialDraft extends DraftText {
  version: number;
  saveKey: string | null;
  recentKeys?: string[];
  savedAt?: Date | string;
  savedBy?: string | null;
}

/** A save that was sent and not answered. */
export interface Sent {
  key: string;
  text: DraftText;
  /** How many texts were set aside with it. */
  asides: number;
}

/** What one tab keeps in the browser until the server has it. */
export interface LocalCopy {
  memberId: string;
  translationId: string;
  tabId: string;
  /** Counted up by the tab; of two copies of one tab the higher is the younger. */
  sequence: number;
  /** The browser's clock, milliseconds since 1970; only ever to order copies of one browser. */
  at: number;
  text: DraftText;
  /** Last text that this tab and the server had in common. */
  base: BaseText;
  /** Saves that were sent and not answered: whatever carries one of them on the server is the tab's own. */
  keys: string[];
  /** The last of them. */
  lastSent: Sent | null;
  /** Texts that are to become revisions beside the text. */
  asides: DraftText[];
  /** Whether the next save is to become a revision of its own, whatever was saved before it. */
  isApart: boolean;
}

/** `durable` survives a crash of the browser; `reduced` survives its closing; `none` keeps nothing. */
export type StorageState = 'durable' | 'reduced' | 'none';

/** Where copies are kept in the browser. */
export interface DraftStorage {
  /** @returns every tab's copy; never another member's. */
  list(memberId: string, translationId: string): Promise<LocalCopy[]>;
  /** @returns how safe it is. @throws when nothing would take it. */
  put(copy: LocalCopy): Promise<'durable' | 'reduced'>;
  /** For a page that is going away. @returns whether it is kept before this returns. */
  putNow(copy: LocalCopy): boolean;
  remove(copy: Pick<LocalCopy, 'memberId' | 'translationId' | 'tabId'>): Promise<void>;
}

/** What a tab tells the others. */
export interface Announcement {
  version: number;
  saveKey: string | null;
}

/** Other tabs of this browser in which the same member has the same text open. */
export interface Tabs {
  /** @returns ids of those that are alive. */
  others(): Promise<ReadonlySet<string>>;
  /** Tells the others that the server has something newer. */
  announce(saved: Announcement): void;
  onAnnounced(listener: (saved: Announcement) => void): void;
  /** While open, others count this tab as alive. */
  open(): void;
  close(): void;
}

/** Time, so that tests can make their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns a function that calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** How it stands with what was typed. */
export type SavingStatus =
  /** The server has everything. */
  | 'saved'
  /** Something is newer than the server's; it is sent at the next pause. */
  | 'unsaved'
  | 'saving'
  /** No answer comes; tried again by itself. */
  | 'offline'
  /** The server answers that it cannot save (a full disk, a restart); tried again by itself. */
  | 'unavailable'
  /** Goes on by itself once the same member has signed in again. */
  | 'signed-out'
  /** Somebody else is signed in by now; nothing is sent in their name. */
  | 'other-member'
  /** Goes on by itself once the text is shorter. */
  | 'too-large'
  /** The server will not take it: `message` says why. */
  | 'refused'
  /** The server has a text that this one does not contain; nothing is sent until they are merged. */
  | 'conflict';

/** Two texts that came from one, to be made one again. */
export interface Conflict {
  /** `server`: somebody saved meanwhile. `copy`: this browser holds another unsent text. */
  kind: 'server' | 'copy';
  /** Last text that both sides had in common. */
  base: DraftText;
  /** What this tab shows. */
  mine: DraftText;
  theirs: DraftText;
  /** Of the server's side. */
  savedAt: Date | null;
  savedBy: string | null;
  /** What the answer is about: the server's version, or the tab that left the copy. */
  of: number | string;
  /** Of the server's version. */
  saveKey: string | null;
}

/** What is to be shown about saving; a new object whenever something changed. */
export interface SavingSnapshot {
  status: SavingStatus;
  /** Server's clock; when the server's text was saved. */
  savedAt: Date | null;
  /** Since when the present trouble lasts; browser's clock. */
  since: Date | null;
  /** What the server says about it, in the member's language. */
  message: string | null;
  /** The member who is signed in by now, where it is another. */
  otherName: string | null;
  /** How safely the browser holds what the server has not. */
  storage: StorageState;
  /** Version of the server that the text is based on. */
  version: number;
  /** Unsent text of before was taken up when the page was opened; `undoRecovery` puts it aside. */
  isRecovered: boolean;
  /** A text from elsewhere was put in the place of this one, which had no changes of its own. */
  wasRenewed: boolean;
  /** How many more unsent texts this browser holds, besides the one that was taken up. */
  otherCopies: number;
}

/** Why a text comes from elsewhere than the keyboard. */
export type ReplacementReason = 'recovered' | 'renewed' | 'merged' | 'undone';

/** Keeps one draft; see {@link createDraftKeeper}. */
export interface DraftKeeper {
  getSnapshot: () => SavingSnapshot;
  /** @returns a function that ends it. */
  subscribe: (listener: () => void) => () => void;
  /** Whoever shows the text shows what comes from elsewhere. @returns a function that ends it. */
  onReplace: (listener: (text: DraftText, reason: ReplacementReason) => void) => () => void;
  /** What was typed last; half-composed syllables are not in it. */
  text: () => DraftText;
  /**
   * Takes what was typed. `shown` is the text with the syllable that is just being composed, which the browser keeps
   * and the server does not get.
   *
   * @param source read only when it is needed, so it may be a document of the editor; it must never change, and be the
   *   same object while only what is being composed changes.
   */
  setSource: (source: { toString(): string }, shown?: { toString(): string } | null) => void;
  setTitle: (title: string, isComposing?: boolean) => void;
  setSummary: (summary: string, isComposing?: boolean) => void;
  /** Looks for unsent text of before, and begins to listen to other tabs. Call `stop` afterwards. */
  start: () => Promise<void>;
  stop: () => void;
  /** The person or the network is back: asks the server for newer text, sends what waits. */
  wake: (isPageBack?: boolean) => void;
  /** The page may go away, or goes: keeps and sends what can still be kept and sent. */
  leave: (isPageGone?: boolean) => void;
  /** Keeps everything in the browser before it returns. @returns false where something would be lost by closing. */
  keepNow: () => boolean;
  /** Sends everything now, for what needs it on the server, such as publishing. */
  settle: () => Promise<{ isSaved: true; version: number } | { isSaved: false }>;
  /** @returns the two sides of what has to be merged next, or null. */
  conflict: () => Conflict | null;
  /** Goes on with `result`; the side of `mine` becomes a revision of its own where it is not the result. */
  resolve: (conflict: Conflict, result: DraftText) => void;
  /** Back to the server's text; what was taken up becomes a revision. */
  undoRecovery: () => void;
  /** The notices about recovered and renewed text have been read. */
  dismissNotices: () => void;
}
