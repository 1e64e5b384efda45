import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DraftStorage, LocalCopy } from './types';

const DATABASE = 'nonmun-drafts';
const PREFIX = 'nonmun-draft:';
/** Milliseconds until the database is thought to hang and the simpler storage is used. */
const LIMIT = 3_000;

interface Schema extends DBSchema {
  copies: { key: [memberId: string, translationId: string, tabId: string]; value: LocalCopy };
}

type Key = Pick<LocalCopy, 'memberId' | 'translationId' | 'tabId'>;

/**
 * The browser's own storage: IndexedDB, written through to the disk, so that even a killed browser has it; the simpler
 * `localStorage` where that is refused or full, and for pages that are going away, because it needs no waiting.
 */
export function browserStorage(): DraftStorage {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  function database(): Promise<IDBPDatabase<Schema>> {
    opening ??= openCopies(() => (opening = null)).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  return {
    async list(memberId, translationId) {
      const kept = await within(
        database().then((db) =>
          db.getAll('copies', IDBKeyRange.bound([memberId, translationId], [memberId, translationId, []])),
        ),
      ).catch(() => []);
      return youngest([...kept, ...simpleCopies(`${PREFIX}${memberId}:${translationId}:`)]);
    },

    async put(copy) {
      try {
        await within(
          database().then(async (db) => {
            const transaction = db.transaction('copies', 'readwrite', { durability: 'strict' });
            await transaction.store.put(copy);
            await transaction.done;
          }),
        );
      } catch (error) {
        if (putSimply(copy)) return 'reduced';
        throw error;
      }
      forgetSimply(copy);
      return 'durable';
    },

    putNow: putSimply,

    async remove(key) {
      forgetSimply(key);
      await within(
        database().then((db) => db.delete('copies', [key.memberId, key.translationId, key.tabId])),
      );
    },
  };
}

/** @param onTerminated called when the browser has closed it by itself. */
function openCopies(onTerminated: () => void): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => void db.createObjectStore('copies', { keyPath: ['memberId', 'translationId', 'tabId'] }),
    blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
    terminated: onTerminated,
  });
}

/** A text of a member that this browser keeps and the server does not have. */
export interface UnsentDraft {
  translationId: string;
  title: string;
}

/** @returns what a member has not sent yet, whichever text it belongs to. */
export async function unsentDrafts(memberId: string): Promise<UnsentDraft[]> {
  const kept = await within(
    openCopies(() => undefined).then(async (db) => {
      try {
        return await db.getAll('copies', IDBKeyRange.bound([memberId], [memberId, []]));
      } finally {
        db.close();
      }
    }),
  ).catch(() => []);
  const copies = youngest([...kept, ...simpleCopies(`${PREFIX}${memberId}:`)]);
  const byText = new Map(copies.map(({ translationId, text }) => [translationId, text.title]));
  return [...byText].map(([translationId, title]) => ({ translationId, title }));
}

function simpleKey({ memberId, translationId, tabId }: Key): string {
  return `${PREFIX}${memberId}:${translationId}:${tabId}`;
}

function putSimply(copy: LocalCopy): boolean {
  try {
    localStorage.setItem(simpleKey(copy), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

function forgetSimply(key: Key): void {
  try {
    localStorage.removeItem(simpleKey(key));
  } catch {
    // Refused altogether: then there is nothing in it either.
  }
}

function simpleCopies(prefix: string): LocalCopy[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as LocalCopy | null)
      .filter((copy) => copy !== null);
  } catch {
    return [];
  }
}

/** Of each tab the copy that was made last. */
function youngest(copies: LocalCopy[]): LocalCopy[] {
  const byTab = new Map<string, LocalCopy>();
  for (const copy of copies) {
    if (copy.sequence >= (byTab.get(copy.tabId)?.sequence ?? -1)) byTab.set(copy.tabId, copy);
  }
  return [...byTab.values()];
}

async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage of the browser does not answer')), LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
