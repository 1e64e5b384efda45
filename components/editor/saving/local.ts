import { createPacer } from './pacer';
import type { Clock, DraftStorage, LocalCopy, StorageState } from './types';

/** Milliseconds after a change until it is kept, and at most while changes go on. */
const PAUSE = 250;
const LONGEST = 600;
/** Milliseconds until a browser that refused to keep something is asked again. */
const RETRY = 5_000;

export interface LocalKeeper {
  /** Something that belongs into the copy has changed. */
  touch(): void;
  /** Resolves when what there is now is kept, or was refused. */
  flush(): Promise<void>;
  /** Keeps it before it returns. @returns whether that was possible. */
  keepNow(): boolean;
  /** Somebody else may have removed the copy: keeps or removes it once more. */
  again(): void;
  isKept(): boolean;
  state(): StorageState;
  stop(): void;
}

/**
 * Brings what a tab has into the browser's storage: soon after a change, one write at a time.
 *
 * @param copy what is to be kept now; null once the server has everything.
 * @param onChange called when something was kept, removed or refused.
 */
export function createLocalKeeper({
  storage,
  clock,
  key,
  copy,
  onChange,
}: {
  storage: DraftStorage;
  clock: Clock;
  key: Pick<LocalCopy, 'memberId' | 'translationId' | 'tabId'>;
  copy: () => LocalCopy | null;
  onChange: () => void;
}): LocalKeeper {
  let wanted = 0;
  let kept = 0;
  let state: StorageState = 'durable';
  /** Whether storage may hold something of this tab. */
  let mayExist = false;
  let running: Promise<void> | null = null;
  let callOffRetry: (() => void) | null = null;
  const pacer = createPacer(clock, PAUSE, LONGEST, () => void flush());

  async function write(): Promise<void> {
    while (kept < wanted) {
      const now = wanted;
      const next = copy();
      try {
        if (next !== null) {
          mayExist = true;
          state = await storage.put(next);
        } else if (mayExist) {
          await storage.remove(key);
          mayExist = false;
        }
        kept = now;
      } catch {
        // Refused or full; the person is told, and asked before the page goes.
        if (next !== null) state = 'none';
        callOffRetry?.();
        callOffRetry = clock.after(RETRY, () => void flush());
        break;
      }
    }
    onChange();
  }

  async function flush(): Promise<void> {
    pacer.callOff();
    running ??= write().finally(() => (running = null));
    await running;
  }

  return {
    touch() {
      wanted += 1;
      pacer.touch();
    },
    flush,
    keepNow() {
      if (kept >= wanted) return true;
      const next = copy();
      if (next === null) return true;
      mayExist = true;
      return storage.putNow(next);
    },
    again() {
      mayExist = true;
      wanted += 1;
      pacer.touch();
    },
    isKept: () => kept >= wanted,
    state: () => state,
    stop() {
      pacer.callOff();
      callOffRetry?.();
    },
  };
}
