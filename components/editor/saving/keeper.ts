import type { I18n } from '@/lib/i18n';
import type { call as callEndpoint } from '../../desk';
import { browserClock } from './clock';
import { Draft } from './draft';
import { createLocalKeeper } from './local';
import { createPacer } from './pacer';
import { createServer, type Server } from './server';
import { browserStorage } from './storage';
import { browserTabs } from './tabs';
import { isSame, uuid } from './text';
import { waitAfter, type Trouble } from './trouble';
import type {
  Clock,
  DraftKeeper,
  DraftStorage,
  DraftText,
  InitialDraft,
  LocalCopy,
  ReplacementReason,
  SavingSnapshot,
  Tabs,
} from './types';

/** Milliseconds after a change until it is sent, and at most while changes go on. */
const PAUSE = 1_500;
const LONGEST = 8_000;
/** Milliseconds that sending waits for the browser's storage, which is to know of it first. */
const PATIENCE = 1_000;
/** Texts set aside that one request brings; more would be too large together. */
const MOST_ASIDES = 2;
/** Bytes that a browser still delivers for a page that is gone (64 KB with everything around them). */
const FAREWELL = 60_000;

/** A save on its way. */
interface Prepared {
  saveKey: string;
  text: DraftText;
  asides: DraftText[];
}

export interface KeeperOptions {
  translationId: string;
  memberId: string;
  initial: InitialDraft;
  i18n: I18n;
  call: typeof callEndpoint;
  clock?: Clock;
  storage?: DraftStorage;
  tabs?: Tabs;
  /** Makes the keys of saves. */
  newKey?: () => string;
}

/**
 * Keeps what a person types: within a second in the browser, at every pause and at least every ten seconds on the
 * server. A newer text on the server is never overwritten: without changes of its own the draft is renewed, with some
 * it waits until the person has merged the two.
 */
export function createDraftKeeper(options: KeeperOptions): DraftKeeper {
  const { translationId, memberId, initial, newKey = uuid, clock = browserClock } = options;
  const tabId = newKey();
  const storage = options.storage ?? browserStorage();
  const tabs = options.tabs ?? browserTabs(memberId, translationId, tabId);
  const server: Server = createServer(options, clock);
  const listeners = new Set<() => void>();
  const replacing = new Set<(text: DraftText, reason: ReplacementReason) => void>();
  const draft = new Draft(initial, (text, reason) => {
    mayDiffer = true;
    wasRenewed = reason === 'renewed';
    for (const listener of replacing) listener(text, reason);
  });

  let savedAt = initial.savedAt === undefined ? null : new Date(initial.savedAt);
  let trouble: Trouble | null = null;
  let failures = 0;
  /** Raised by every failure that only another text can mend; the text of then is not sent again by itself. */
  let refusedAt = -1;
  let callOffRetry: (() => void) | null = null;
  /** The server may have something newer. */
  let isStale = false;
  /** The text is to be sent without waiting for a pause. */
  let isDue = false;
  /** Cheap to ask, unlike the draft: whether something was typed since everything was saved. */
  let mayDiffer = false;
  let wasRenewed = false;
  /** The source as it was last told, without what is composed. */
  let told: unknown = initial.source;
  let isRunning = false;
  let running: Promise<void> | null = null;
  let sent: DraftText | null = null;

  const key = { memberId, translationId, tabId };
  const local = createLocalKeeper({ storage, clock, key, copy, onChange: publish });
  const pacer = createPacer(clock, PAUSE, LONGEST, () => {
    isDue = true;
    // While the server cannot be reached, the retries have their own pace.
    const isSpared =
      callOffRetry !== null && trouble?.status !== 'too-large' && trouble?.status !== 'refused';
    if (!isSpared) void pump();
  });

  function copy(): LocalCopy | null {
    if (!draft.hasUnsent()) return null;
    const { sequence, base, keys, lastSent, asides, isApart } = draft;
    return { ...key, sequence, at: clock.now(), text: draft.shown(), base, keys, lastSent, asides, isApart };
  }

  // ── What is shown ──

  function status(): SavingSnapshot['status'] {
    if (draft.theirs) return 'conflict';
    if (trouble) return trouble.status;
    if (sent) return 'saving';
    return mayDiffer ? 'unsaved' : 'saved';
  }

  function look(): SavingSnapshot {
    return {
      status: status(),
      savedAt,
      since: trouble?.since ?? null,
      message: trouble?.message ?? null,
      otherName: trouble?.otherName ?? null,
      storage: local.state(),
      version: draft.base.version,
      isRecovered: draft.replaced !== null,
      wasRenewed,
      otherCopies: draft.copies.length,
    };
  }

  let snapshot = look();

  function publish() {
    const next = look();
    const names = Object.keys(next) as (keyof SavingSnapshot)[];
    if (names.every((name) => next[name] === snapshot[name])) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }

  // ── Sending, one request at a time ──

  function pump(): Promise<void> {
    running ??= (async () => {
      try {
        while (isRunning && (await step())) publish();
      } finally {
        running = null;
        publish();
      }
    })();
    return running;
  }

  /** Does the next thing that there is to do. @returns whether there may be more. */
  async function step(): Promise<boolean> {
    if (isLockedOut()) {
      const found = await server.session();
      if (found !== null) return fail(found);
      trouble = null;
      isStale = true;
    }
    if (isStale) return refresh();
    if (draft.theirs) return false;
    if (!draft.isBehind()) {
      isDue = false;
      mayDiffer = draft.isComposing;
      recovered();
      local.touch();
      return false;
    }
    if (!isDue || draft.sequence === refusedAt) return false;
    return save();
  }

  async function refresh(): Promise<boolean> {
    isStale = false;
    const answer = await server.read();
    if (!answer.isOk) {
      isStale = true;
      // That nothing newer can be asked for is no trouble while nothing is to be sent.
      if (answer.trouble.status !== 'signed-out' && !draft.hasUnsent()) return false;
      return fail(answer.trouble);
    }
    const lesson = draft.learn(answer.draft);
    if (lesson === 'later') isStale = true;
    if (lesson !== 'conflict') savedAt = new Date(answer.draft.savedAt);
    if (lesson !== 'known') local.touch();
    recovered();
    return lesson !== 'later';
  }

  /** Resolves when the browser keeps what is about to be sent, or after a second in any case. */
  async function localFirst(): Promise<void> {
    let callOff = () => {};
    const patience = new Promise<void>((resolve) => (callOff = clock.after(PATIENCE, resolve)));
    await Promise.race([local.flush(), patience]);
    callOff();
  }

  async function save(): Promise<boolean> {
    const next = prepare();
    local.touch();
    await localFirst();
    // The wait was long enough for something else to be learnt.
    if (draft.theirs || isStale || !draft.isBehind()) return true;
    return send(next, false);
  }

  /** Names what is to be sent, so that the browser's storage knows of it before the server does. */
  function prepare(): Prepared {
    const next = { saveKey: newKey(), text: draft.text(), asides: draft.asides.slice(0, MOST_ASIDES) };
    draft.sending({ key: next.saveKey, text: next.text, asides: next.asides.length });
    return next;
  }

  async function send({ text, saveKey, asides }: Prepared, isFarewell: boolean): Promise<boolean> {
    const typed = draft.sequence;
    const { isApart } = draft;
    const baseVersion = draft.base.version;
    isDue = false;
    sent = text;
    publish();
    const body = { ...text, baseVersion, saveKey, asides, isApart, memberId };
    const answer = await server.save(body, isFarewell);
    if (sent === text) sent = null;
    if (answer.isOk) {
      draft.confirm(answer.version, saveKey, text, asides);
      savedAt = new Date(answer.savedAt);
      mayDiffer = draft.hasUnsent();
      wasRenewed = false;
      recovered();
      local.touch();
      tabs.announce({ version: answer.version, saveKey });
      if (draft.asides.length > 0) isDue = true;
      return !mayDiffer || isDue;
    }
    if (answer.newer) {
      const lesson = draft.learn(answer.newer);
      local.touch();
      isDue = true;
      return lesson !== 'conflict';
    }
    if (answer.trouble.status === 'too-large' || answer.trouble.status === 'refused') refusedAt = typed;
    isDue = true;
    return fail(answer.trouble);
  }

  function fail(found: Omit<Trouble, 'since'>): false {
    failures += 1;
    const isLasting = trouble?.status === found.status;
    trouble = { ...found, since: isLasting && trouble ? trouble.since : new Date(clock.now()) };
    callOffRetry?.();
    callOffRetry = clock.after(waitAfter(found.status, failures), () => {
      callOffRetry = null;
      refusedAt = -1;
      void pump();
    });
    return false;
  }

  function recovered() {
    trouble = null;
    failures = 0;
    callOffRetry?.();
    callOffRetry = null;
  }

  // ── What comes from the person ──

  function typed(isFinal: boolean) {
    mayDiffer = true;
    wasRenewed = false;
    local.touch();
    if (isFinal) pacer.touch();
    publish();
  }

  const isLockedOut = () => trouble?.status === 'signed-out' || trouble?.status === 'other-member';

  function leave(isPageGone = false) {
    if (!isRunning) return;
    local.keepNow();
    void local.flush();
    farewell();
    if (isPageGone) tabs.close();
  }

  function farewell() {
    if (!draft.isBehind() || draft.theirs || isLockedOut()) return;
    const text = draft.text();
    if (sent && isSame(sent, text)) return;
    const bytes = new TextEncoder().encode(JSON.stringify([text, draft.asides])).length;
    if (bytes > FAREWELL) return;
    const next = prepare();
    local.keepNow();
    pacer.callOff();
    const sending = send(next, true).then(publish);
    running ??= sending.finally(() => (running = null));
  }

  async function start() {
    isRunning = true;
    tabs.open();
    tabs.onAnnounced((saved) => {
      if (saved.saveKey === draft.base.saveKey) return;
      isStale = true;
      void pump();
    });
    const others = await tabs.others();
    const left = await storage.list(memberId, translationId).catch(() => []);
    const done = draft.adopt(left.filter((it) => it.tabId !== tabId && !others.has(it.tabId)));
    mayDiffer = draft.hasUnsent();
    // What the page came with is nothing new to whoever opens it.
    wasRenewed = false;
    publish();
    if (done.length > 0) {
      local.touch();
      await local.flush();
      // Only now: what was taken up is kept under this tab's name.
      if (local.isKept()) await Promise.all(done.map((it) => storage.remove(it).catch(() => undefined)));
    }
    mayDiffer = draft.hasUnsent();
    isStale = true;
    isDue = mayDiffer;
    publish();
    await pump();
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReplace(listener) {
      replacing.add(listener);
      return () => replacing.delete(listener);
    },
    text: () => draft.text(),
    setSource(source, shown = null) {
      // Syllable follows syllable without a moment in which none is composed; those before the last are to be sent.
      const isNew = shown === null || source !== told;
      told = source;
      draft.type('source', source, shown);
      typed(isNew);
    },
    setTitle(title, isComposing = false) {
      draft.type('title', isComposing ? draft.text().title : title, isComposing ? title : null);
      typed(!isComposing);
    },
    setSummary(summary, isComposing = false) {
      draft.type('summary', isComposing ? draft.text().summary : summary, isComposing ? summary : null);
      typed(!isComposing);
    },
    start,
    stop() {
      leave();
      isRunning = false;
      pacer.callOff();
      callOffRetry?.();
      tabs.close();
    },
    wake(isPageBack = false) {
      if (!isRunning) return;
      tabs.open();
      // Another tab may have taken this one for dead and taken up what it had kept.
      if (isPageBack) local.again();
      refusedAt = -1;
      isStale = true;
      isDue = mayDiffer;
      void pump();
    },
    leave,
    keepNow: () => local.keepNow(),
    async settle() {
      refusedAt = -1;
      pacer.callOff();
      // While it is sent, more may be typed.
      for (let round = 0; round < 10 && draft.hasUnsent(); round += 1) {
        isDue = true;
        await pump();
        if (draft.theirs || trouble) return { isSaved: false };
      }
      return draft.hasUnsent() ? { isSaved: false } : { isSaved: true, version: draft.base.version };
    },
    conflict: () => draft.conflict(),
    resolve(conflict, result) {
      const dealtWith = draft.resolve(conflict, result);
      goOn();
      if (dealtWith === null) return;
      void local.flush().then(() => (local.isKept() ? storage.remove(dealtWith) : undefined));
    },
    undoRecovery() {
      draft.undoRecovery();
      goOn();
    },
    dismissNotices() {
      draft.replaced = null;
      wasRenewed = false;
      publish();
    },
  };

  function goOn() {
    isDue = true;
    local.touch();
    publish();
    void pump();
  }
}
