import { isSame, textOf } from './text';
import type {
  BaseText,
  Conflict,
  DraftText,
  InitialDraft,
  LocalCopy,
  ReplacementReason,
  Sent,
  ServerDraft,
} from './types';

/** Unanswered saves that are remembered; more than a few there are only when every answer is lost. */
const MOST_KEYS = 50;

interface Readable {
  toString(): string;
}

/** What {@link Draft.learn} found the server's text to be. */
export type Lesson = 'known' | 'own' | 'renewed' | 'conflict' | 'later';

/**
 * What one tab knows of a text: what was typed, what the server has, and how the two belong together. No time, no
 * network; whatever was typed stays in it until the server has confirmed it.
 */
export class Draft {
  base: BaseText;
  /** Sent and not answered. */
  keys: string[] = [];
  lastSent: Sent | null = null;
  /** To become revisions beside the text, because it does not contain them. */
  asides: DraftText[] = [];
  /** Whether the next save becomes a revision of its own, whatever was saved before. */
  isApart = false;
  /** The server's text, while it contains what this one does not. */
  theirs: ServerDraft | null = null;
  /** Unsent texts of former tabs that could not be taken up by themselves. */
  copies: LocalCopy[] = [];
  /** Raised by every change of what is to be kept. */
  sequence = 0;
  /** Server's text that was replaced by recovered text. */
  replaced: DraftText | null = null;

  private title: string;
  private summary: string;
  private source: Readable;
  private composed: Partial<Record<keyof DraftText, Readable>> = {};

  /** The server's text as the page came with it. */
  private readonly opened: ServerDraft;

  constructor(
    initial: InitialDraft,
    private readonly replace: (text: DraftText, reason: ReplacementReason) => void,
  ) {
    const savedAt = initial.savedAt === undefined ? '' : new Date(initial.savedAt).toISOString();
    this.opened = { savedBy: null, recentKeys: [], ...initial, savedAt };
    this.base = { version: initial.version, saveKey: initial.saveKey, text: textOf(initial) };
    ({ title: this.title, summary: this.summary, source: this.source } = initial);
  }

  /** Takes what was typed in one field; while a syllable is being composed, `shown` has it and `final` has not. */
  type(field: keyof DraftText, final: Readable, shown: Readable | null): void {
    if (field === 'source') this.source = final;
    else this[field] = final.toString();
    const { [field]: _, ...rest } = this.composed;
    this.composed = shown === null ? rest : { ...rest, [field]: shown };
    this.sequence += 1;
  }

  get isComposing(): boolean {
    return Object.keys(this.composed).length > 0;
  }

  /** What was typed, without a syllable that is being composed. */
  text(): DraftText {
    // Once is enough: a document of the editor is turned into a string only here.
    const source = this.source.toString();
    this.source = source;
    return { title: this.title, summary: this.summary, source };
  }

  /** What is on the screen. */
  shown(): DraftText {
    const { title, summary, source } = this.text();
    return {
      title: this.composed.title?.toString() ?? title,
      summary: this.composed.summary?.toString() ?? summary,
      source: this.composed.source?.toString() ?? source,
    };
  }

  /** @returns whether the server lacks something that is ready to be sent. */
  isBehind(): boolean {
    return this.asides.length > 0 || !isSame(this.text(), this.base.text);
  }

  /** @returns whether something would be lost without the browser's storage. */
  hasUnsent(): boolean {
    return this.asides.length > 0 || this.theirs !== null || !isSame(this.shown(), this.base.text);
  }

  /** The server has taken a save. */
  confirm(version: number, key: string, text: DraftText, asides: DraftText[]): void {
    // Of two that crossed, the older answer tells nothing any more.
    if (version < this.base.version) return;
    this.base = { version, saveKey: key, text };
    this.keys = this.keys.slice(this.keys.indexOf(key) + 1);
    this.asides = this.asides.filter((aside) => !asides.includes(aside));
    this.isApart = false;
    if (this.lastSent?.key === key) this.lastSent = null;
    this.sequence += 1;
  }

  /** Notes a save that is about to be sent, so that its answer may be lost. */
  sending(sent: Sent): void {
    this.keys = [...this.keys, sent.key].slice(-MOST_KEYS);
    this.lastSent = sent;
    this.sequence += 1;
  }

  /** Takes in what the server has. Nothing of one's own is given up: where both have changed, it is a conflict. */
  learn(server: ServerDraft): Lesson {
    const found: BaseText = { version: server.version, saveKey: server.saveKey, text: textOf(server) };
    const isSamePlace = server.version === this.base.version && server.saveKey === this.base.saveKey;
    // A save of what was there already is answered with the version of then, which bears another key.
    if (isSamePlace || isSame(found.text, this.base.text)) {
      this.base = found;
      this.theirs = null;
      return 'known';
    }
    this.sequence += 1;
    this.recognise(server.recentKeys);
    const isOwn = server.saveKey !== null && this.keys.includes(server.saveKey);
    if (isOwn || isSame(this.shown(), found.text)) {
      this.base = found;
      this.theirs = null;
      if (isOwn) this.keys = this.keys.slice(this.keys.indexOf(server.saveKey ?? '') + 1);
      return 'own';
    }
    if (this.theirs === null && !this.hasUnsent()) {
      // The document must not be touched while a syllable is being composed.
      if (this.isComposing) return 'later';
      this.base = found;
      this.put(found.text, 'renewed');
      return 'renewed';
    }
    this.theirs = server;
    return 'conflict';
  }

  /** Finds its own last save among those that the server has taken: whoever saved later has built upon it. */
  private recognise(recentKeys: string[]): void {
    const sent = this.lastSent;
    if (sent === null || !recentKeys.includes(sent.key)) return;
    this.base = { ...this.base, text: sent.text };
    this.asides = this.asides.slice(sent.asides);
    this.lastSent = null;
  }

  /**
   * Finds out what former tabs have left, youngest first: what is based on the server's present text is taken up,
   * what is based on an older one becomes a conflict, and what there is besides waits in `copies`.
   *
   * @returns copies that hold nothing which the server or this draft does not have.
   */
  adopt(left: LocalCopy[]): LocalCopy[] {
    const done: LocalCopy[] = [];
    for (const copy of left.toSorted((a, b) => b.at - a.at)) {
      const isDone = copy.asides.length === 0 && isSame(copy.text, this.base.text);
      if (isDone) done.push(copy);
      else if (this.hasUnsent() || this.isComposing) {
        if (copy.asides.length === 0 && isSame(copy.text, this.shown())) done.push(copy);
        else this.copies = [...this.copies.filter(({ tabId }) => tabId !== copy.tabId), copy];
      } else {
        this.takeUp(copy);
        done.push(copy);
      }
    }
    return done;
  }

  private takeUp(copy: LocalCopy): void {
    const before = this.base.text;
    this.base = copy.base;
    this.keys = copy.keys;
    this.lastSent = copy.lastSent;
    this.asides = copy.asides;
    this.isApart = copy.isApart;
    this.hold(copy.text);
    const lesson = this.learn(this.opened);
    if (isSame(copy.text, before)) return;
    // Somebody has built upon it already.
    if (lesson === 'renewed') return;
    if (lesson !== 'conflict') this.replaced = before;
    this.replace(this.text(), 'recovered');
  }

  /** What has to be merged next, by a person. */
  conflict(): Conflict | null {
    const mine = this.shown();
    if (this.theirs) {
      const { version, saveKey, savedAt, savedBy } = this.theirs;
      const at = savedAt === '' ? null : new Date(savedAt);
      const theirs = textOf(this.theirs);
      return {
        kind: 'server',
        base: this.base.text,
        mine,
        theirs,
        savedAt: at,
        savedBy,
        of: version,
        saveKey,
      };
    }
    const [copy] = this.copies;
    if (copy === undefined) return null;
    const { base, text, tabId } = copy;
    return {
      kind: 'copy',
      base: base.text,
      mine,
      theirs: text,
      savedAt: null,
      savedBy: null,
      of: tabId,
      saveKey: null,
    };
  }

  /**
   * Goes on with what a person made of both sides. Sides that are not the result become revisions of their own.
   *
   * @returns the copy that is dealt with, for a conflict with one.
   */
  resolve(conflict: Conflict, result: DraftText): LocalCopy | null {
    // What is there now, and not `conflict.mine`: something may have been typed since.
    const aside = [this.shown()];
    let dealtWith: LocalCopy | null = null;
    if (conflict.kind === 'server') {
      this.base = { version: Number(conflict.of), saveKey: conflict.saveKey, text: conflict.theirs };
      // Something newer still may have come while the person was at it; then this is the next thing to merge.
      if (this.theirs?.version === conflict.of) this.theirs = null;
    } else {
      dealtWith = this.copies.find(({ tabId }) => tabId === conflict.of) ?? null;
      this.copies = this.copies.filter((copy) => copy !== dealtWith);
      aside.push(...(dealtWith?.asides ?? []), conflict.theirs);
    }
    const isNew = (text: DraftText) => !isSame(text, result) && !isSame(text, this.base.text);
    this.asides = [...this.asides, ...aside.filter(isNew)];
    this.isApart = true;
    this.put(result, 'merged');
    return dealtWith;
  }

  undoRecovery(): void {
    if (this.replaced === null) return;
    const before = this.shown();
    if (!isSame(before, this.replaced)) this.asides = [...this.asides, before];
    this.isApart = true;
    this.put(this.replaced, 'undone');
    this.replaced = null;
  }

  private hold(text: DraftText): void {
    this.title = text.title;
    this.summary = text.summary;
    this.source = text.source;
    this.composed = {};
    this.sequence += 1;
  }

  private put(text: DraftText, reason: ReplacementReason): void {
    this.hold(text);
    this.replace(text, reason);
  }
}
