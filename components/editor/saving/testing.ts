import { i18nFor } from '@/lib/i18n';
import type { Answer, call as callEndpoint } from '../../desk';
import { createDraftKeeper } from './keeper';
import { isSame } from './text';
import type {
  Announcement,
  Clock,
  DraftKeeper,
  DraftStorage,
  DraftText,
  LocalCopy,
  ServerDraft,
  Tabs,
} from './types';

const MEMBER = 'member-a';
const TEXT = 'text-1';

/** Time that passes only when it is told to. */
export class FakeClock implements Clock {
  private time = Date.UTC(2026, 0, 5, 9);
  /** What the wall says besides; clocks are set wrong and set right. */
  skew = 0;
  private timers: { at: number; run: () => void }[] = [];

  now = () => this.time + this.skew;

  after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((it) => it !== timer);
    };
  };

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (;;) {
      const [next] = this.timers.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.time = Math.max(this.time, next.at);
      this.timers = this.timers.filter((it) => it !== next);
      next.run();
      await settled();
    }
    this.time = end;
  }
}

/** Everything that promises have to do is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export type Mode =
  | 'well'
  | 'offline'
  /** Takes what is sent; the answer never arrives. */
  | 'lost'
  | 'unavailable'
  | 'signed-out'
  | 'other-member'
  | 'too-large'
  | 'silent';

interface Put extends DraftText {
  baseVersion: number;
  saveKey: string;
  isApart: boolean;
  asides: DraftText[];
  memberId: string;
}

/** The server's side of one draft, with its rules: versions, keys, revisions that autosaves are put together in. */
export class FakeServer {
  draft: ServerDraft;
  revisions: { author: string; text: DraftText; isAuto: boolean }[] = [];
  mode: Mode = 'well';
  /** Milliseconds until an answer. */
  latency = 40;
  puts: Put[] = [];
  reads = 0;
  onSaved: (before: DraftText, after: DraftText) => void = () => {};
  private underWay = 0;
  mostUnderWay = 0;

  constructor(
    private readonly clock: FakeClock,
    text: DraftText = { title: '제목', summary: '', source: '처음' },
  ) {
    this.draft = { ...text, version: 1, saveKey: null, recentKeys: [], savedAt: this.time(), savedBy: null };
    this.revisions.push({ author: MEMBER, text, isAuto: false });
  }

  private time = () => new Date(this.clock.now() - this.clock.skew).toISOString();

  /** Somebody else saves. */
  foreign(change: (text: DraftText) => DraftText): void {
    this.store(change(this.draft), `foreign-${this.draft.version}`, 'member-b');
  }

  private store({ title, summary, source }: DraftText, saveKey: string, author: string, isApart = false) {
    const text = { title, summary, source };
    this.onSaved(this.draft, text);
    const last = this.revisions.at(-1);
    if (!isApart && last?.isAuto && last.author === author) last.text = text;
    else this.revisions.push({ author, text, isAuto: true });
    const version = this.draft.version + 1;
    const recentKeys = [...this.draft.recentKeys, saveKey].slice(-50);
    this.draft = { ...text, version, saveKey, recentKeys, savedAt: this.time(), savedBy: author };
  }

  /** In the place of `call` of components/desk. */
  call = (async (_i18n, method, address, body, options) => {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    try {
      return await this.answer(method, address, body as Put, options?.signal);
    } finally {
      this.underWay -= 1;
    }
  }) as typeof callEndpoint;

  private wait = (milliseconds: number) =>
    new Promise<void>((resolve) => void this.clock.after(milliseconds, resolve));

  private async answer(
    method: string,
    address: string,
    put: Put,
    signal?: AbortSignal,
  ): Promise<Answer<unknown>> {
    const { mode } = this;
    if (mode === 'silent') {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return refusal(0, 'offline');
    }
    await this.wait(this.latency);
    if (mode === 'offline') return refusal(0, 'offline');
    if (mode === 'unavailable') return refusal(503, 'unavailable');
    if (mode === 'signed-out') return refusal(401, 'not-signed-in');
    if (address === '/api/session/') {
      return {
        ok: true,
        value: { memberId: mode === 'other-member' ? 'member-c' : MEMBER, name: '이도윤' },
      };
    }
    if (mode === 'other-member') return refusal(401, 'other-member');
    if (method === 'GET') {
      this.reads += 1;
      return { ok: true, value: { ...this.draft } };
    }
    this.puts.push(put);
    if (mode === 'too-large') return refusal(413, 'too-large');
    const isKnown = isSame(put, this.draft);
    if (put.saveKey === this.draft.saveKey || (isKnown && put.asides.length === 0)) {
      const { version, savedAt } = this.draft;
      return mode === 'lost' ? refusal(0, 'offline') : { ok: true, value: { version, savedAt } };
    }
    if (put.baseVersion !== this.draft.version) return refusal(409, 'draft-conflict', { ...this.draft });
    this.revisions.push(...put.asides.map((text) => ({ author: MEMBER, text, isAuto: false })));
    this.store(put, put.saveKey, MEMBER, put.isApart);
    const { version, savedAt } = this.draft;
    return mode === 'lost' ? refusal(0, 'offline') : { ok: true, value: { version, savedAt } };
  }
}

function refusal(status: number, code: string, details?: unknown): Answer<never> {
  return { ok: false, status, code, message: `${status} ${code}`, details };
}

/** The storage of one browser, for all its members and tabs. */
export class FakeStorage {
  copies = new Map<string, LocalCopy>();
  isRefusing = false;

  list = (memberId: string, translationId: string) =>
    Promise.resolve(
      [...this.copies.values()].filter(
        (it) => it.memberId === memberId && it.translationId === translationId,
      ),
    );

  putNow = (copy: LocalCopy) => {
    if (this.isRefusing) return false;
    this.copies.set(copy.tabId, structuredClone(copy));
    return true;
  };

  remove = ({ tabId }: Pick<LocalCopy, 'tabId'>) => {
    this.copies.delete(tabId);
    return Promise.resolve();
  };
}

/** A browser with tabs, a server, and time: what a keeper lives in. */
export class World {
  clock = new FakeClock();
  server = new FakeServer(this.clock);
  storage = new FakeStorage();
  tabs: Tab[] = [];
  private count = 0;

  /** @param member of another one the same browser knows nothing. */
  async open(member = MEMBER): Promise<Tab> {
    this.count += 1;
    const tab = new Tab(this, `tab-${this.count}`, member);
    this.tabs.push(tab);
    void tab.keeper.start();
    await settled();
    return tab;
  }
}

/** One tab, with what is on its screen. */
export class Tab {
  keeper: DraftKeeper;
  screen: DraftText;
  replacements: string[] = [];
  isAlive = true;
  heard: (saved: Announcement) => void = () => {};

  constructor(
    private readonly world: World,
    readonly id: string,
    member: string,
  ) {
    let keys = 0;
    const { draft } = world.server;
    this.screen = { title: draft.title, summary: draft.summary, source: draft.source };
    const isOther = (tab: Tab) => tab !== this && tab.isAlive;
    const tabs: Tabs = {
      others: () => Promise.resolve(new Set(world.tabs.filter(isOther).map((tab) => tab.id))),
      announce: (saved) => {
        for (const tab of world.tabs) if (isOther(tab)) tab.heard(saved);
      },
      onAnnounced: (listener) => {
        this.heard = listener;
      },
      open: () => {},
      close: () => {},
    };
    this.keeper = createDraftKeeper({
      translationId: TEXT,
      memberId: member,
      initial: { ...draft },
      i18n: i18nFor('en', 'Asia/Seoul'),
      // A tab that is gone asks nothing and hears nothing.
      call: (...args: Parameters<typeof callEndpoint>) =>
        this.isAlive ? world.server.call(...args) : new Promise(() => {}),
      clock: {
        now: world.clock.now,
        after: (milliseconds, run) => world.clock.after(milliseconds, () => this.isAlive && run()),
      },
      storage: this.ownStorage(),
      tabs,
      // The first names the tab.
      newKey: () => (keys++ === 0 ? id : `${id}-save-${keys}`),
    });
    this.keeper.onReplace((text, reason) => {
      this.screen = text;
      this.replacements.push(reason);
    });
  }

  /** What a dead tab had not given to the storage yet never gets there. */
  private ownStorage(): DraftStorage {
    const { storage, clock } = this.world;
    return {
      list: storage.list,
      putNow: storage.putNow,
      remove: storage.remove,
      put: async (copy) => {
        await new Promise<void>((resolve) => void clock.after(15, resolve));
        if (!this.isAlive) return new Promise<never>(() => {});
        if (storage.isRefusing) throw new Error('full');
        storage.copies.set(copy.tabId, structuredClone(copy));
        return 'durable';
      },
    };
  }

  type(text: string): void {
    this.screen = { ...this.screen, source: this.screen.source + text };
    this.keeper.setSource(this.screen.source);
  }

  /** The browser is killed, or the machine. */
  kill(): void {
    this.isAlive = false;
  }

  /** The person closes it. */
  async close(): Promise<void> {
    this.keeper.leave(true);
    await settled();
    this.isAlive = false;
  }

  get status() {
    return this.keeper.getSnapshot().status;
  }
}
