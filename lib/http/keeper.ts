import type { Answer } from './answer';

/** Where a keeper learns what changed; one clock for all instances. */
export interface Freshness {
  /** The present tick, and the tags that changed after `tick`; 0 asks for all. */
  changesSince(tick: number): Promise<{ now: number; tags: string[] }>;
}

/** A render as the keeper takes it. */
export interface Rendered {
  answer: Answer;
  /** What it depends on; without any it is not kept, since nothing would ever make it stale. */
  tags: readonly string[];
  /** False for what must be made anew for each visitor. */
  keep: boolean;
}

export interface KeeperOptions {
  freshness: Freshness;
  /** Bytes of bodies, in all encodings together. */
  maxBytes: number;
  /** How many answers that say «not found» are kept; addresses for them are in endless supply. */
  maxMissing?: number;
  /** Milliseconds for which one look at the clock counts for all requests. */
  checkEvery?: number;
  /** Milliseconds after which the database counts as lost. */
  checkLimit?: number;
  /** Told once when the database is lost, and once when it is back. */
  onDatabase?: (state: 'lost' | 'back', error?: unknown) => void;
  /** Milliseconds on a clock that never goes back. */
  now?: () => number;
}

export interface Keeper {
  /**
   * The answer under `key`, from memory where nothing that it depends on has changed, else by `render`, once for all
   * who wait. At once when that is possible without waiting.
   */
  get(key: string, render: () => Promise<Rendered>): Answer | Promise<Answer>;
  /** The same for what cannot change while this process runs; asks no clock. */
  getLasting(key: string, render: () => Promise<Rendered>): Answer | Promise<Answer>;
  /** What is kept under `key` and known to be current, without waiting; `lasting` as in `getLasting`. */
  peek(key: string, lasting: boolean): Answer | null;
  /** Something was published in this process: the next request looks at the clock again. */
  noteChange(): void;
  stats(): { entries: number; bytes: number; missing: number };
}

interface Entry {
  answer: Answer;
  tags: readonly string[];
  bytes: number;
  stale: boolean;
  touched: number;
}

interface Flight {
  promise: Promise<Answer>;
  /** Tags that changed while it was under way. */
  changed: Set<string>;
}

const KEPT_STATUSES = new Set([200, 301, 308, 404, 410]);
const ENTRY_OVERHEAD = 1500;
/** Milliseconds within which being used again does not move an entry to the front again. */
const TOUCH_INTERVAL = 1000;

export function createKeeper(options: KeeperOptions): Keeper {
  const { freshness, maxBytes, maxMissing = 2000, checkEvery = 200, checkLimit = 1000 } = options;
  const now = options.now ?? (() => performance.now());

  const entries = new Map<string, Entry>();
  const keysByTag = new Map<string, Set<string>>();
  const missing = new Set<string>();
  const flights = new Map<string, Flight>();
  const underWay = new Set<Flight>();
  let bytes = 0;

  let tick = 0;
  let checkedUntil = -Infinity;
  let check: Promise<void> | null = null;
  let isLost = false;

  function drop(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    missing.delete(key);
    bytes -= entry.bytes;
    entry.answer.onGrowth = null;
    for (const tag of entry.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function makeRoom(): void {
    for (const key of missing) {
      if (missing.size <= maxMissing) break;
      drop(key);
    }
    for (const key of entries.keys()) {
      if (bytes <= maxBytes) break;
      drop(key);
    }
  }

  function store(key: string, answer: Answer, tags: readonly string[]): void {
    drop(key);
    const entry = {
      answer,
      tags,
      bytes: answer.bytes + key.length * 2 + ENTRY_OVERHEAD,
      stale: false,
      touched: now(),
    };
    if (entry.bytes > maxBytes / 4) return;
    entries.set(key, entry);
    bytes += entry.bytes;
    if (answer.status === 404 || answer.status === 410) missing.add(key);
    for (const tag of tags) {
      const keys = keysByTag.get(tag);
      if (keys) keys.add(key);
      else keysByTag.set(tag, new Set([key]));
    }
    answer.onGrowth = (added) => {
      entry.bytes += added;
      bytes += added;
      makeRoom();
    };
    makeRoom();
  }

  function applyChanges(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const flight of underWay) flight.changed.add(tag);
      for (const key of keysByTag.get(tag) ?? []) {
        const entry = entries.get(key);
        if (entry) entry.stale = true;
      }
    }
  }

  function startCheck(): Promise<void> {
    const started = now();
    const mine = withLimit(freshness.changesSince(tick), checkLimit).then(
      (changes) => {
        tick = Math.max(tick, changes.now);
        applyChanges(changes.tags);
        // A publication that came after this look began wants another one.
        if (check === mine) checkedUntil = started + checkEvery;
        if (isLost) options.onDatabase?.('back');
        isLost = false;
      },
      (error: unknown) => {
        if (check === mine) checkedUntil = now() + checkEvery;
        if (!isLost) options.onDatabase?.('lost', error);
        isLost = true;
      },
    );
    check = mine;
    void mine.then(() => {
      if (check === mine) check = null;
    });
    return mine;
  }

  function startRender(
    key: string,
    render: () => Promise<Rendered>,
    mayStore: (tags: readonly string[]) => boolean,
  ) {
    const flight = { changed: new Set<string>() } as Flight;
    const finish = async (): Promise<Answer> => {
      try {
        const { answer, tags, keep } = await render();
        const isCurrent = flights.get(key) === flight && !tags.some((tag) => flight.changed.has(tag));
        if (keep && isCurrent && KEPT_STATUSES.has(answer.status) && mayStore(tags)) store(key, answer, tags);
        return answer;
      } finally {
        underWay.delete(flight);
        if (flights.get(key) === flight) flights.delete(key);
      }
    };
    underWay.add(flight);
    flights.set(key, flight);
    flight.promise = finish();
    return flight.promise;
  }

  function current(key: string): Answer | null {
    const entry = entries.get(key);
    if (!entry || entry.stale) return null;
    const time = now();
    if (time - entry.touched > TOUCH_INTERVAL) {
      entry.touched = time;
      entries.delete(key);
      entries.set(key, entry);
    }
    return entry.answer;
  }

  function find(
    key: string,
    render: () => Promise<Rendered>,
    mayStore: (tags: readonly string[]) => boolean,
  ): Answer | Promise<Answer> {
    const kept = current(key);
    if (kept) return kept;
    const entry = entries.get(key);
    const flight = flights.get(key);
    // One that began before a change may show what was before it, and what it depends on is not known yet.
    const answer = flight && flight.changed.size === 0 ? flight.promise : startRender(key, render, mayStore);
    return entry ? orStale(answer, entry.answer) : answer;
  }

  /** While the database is lost, readers see what was there last. */
  async function orStale(rendered: Promise<Answer>, last: Answer): Promise<Answer> {
    try {
      const answer = await rendered;
      if (answer.status < 500) return answer;
      await startCheck();
      return isLost ? last : answer;
    } catch (error) {
      await startCheck();
      if (isLost) return last;
      throw error;
    }
  }

  const hasTags = (tags: readonly string[]): boolean => tags.length > 0;
  const always = (): boolean => true;

  return {
    get(key, render) {
      if (now() < checkedUntil) return find(key, render, hasTags);
      const checked = check ?? startCheck();
      if (isLost) return find(key, render, hasTags);
      return checked.then(() => find(key, render, hasTags));
    },
    peek: (key, lasting) => (lasting || now() < checkedUntil ? current(key) : null),
    getLasting: (key, render) => find(key, render, always),
    noteChange() {
      check = null;
      checkedUntil = -Infinity;
    },
    stats: () => ({ entries: entries.size, bytes, missing: missing.size }),
  };
}

async function withLimit<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
