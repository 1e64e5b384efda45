import { DatabaseClosedError } from './errors';
import type { Engine, OpenDatabase, Reader, Transaction } from './types';

export { macrosSchema, namesSchema } from './columns';
export { LISTED_POST } from './listed';
export { DatabaseClosedError, isOutOfSpace, isUniqueViolation, MigrationError } from './errors';
export type { Engine, Reader, Transaction } from './types';

// The server's own modules and those that Next bundles are two copies in one
// process; they share one open database.
const KEY = Symbol.for('nonmun.database');
const COMMITS = Symbol.for('nonmun.commits');
const shared = globalThis as {
  [KEY]?: OpenDatabase | undefined;
  [COMMITS]?: Set<() => void> | undefined;
};

function open(): OpenDatabase {
  const database = shared[KEY];
  if (!database) throw new DatabaseClosedError();
  return database;
}

/**
 * Migrates and opens the database of this process.
 *
 * @param databaseUrl `file:/path/nonmun.db` or `postgresql://…`.
 * @returns names of the migrations that were applied.
 * @throws {MigrationError} when it cannot be migrated safely; the driver's error when it cannot be reached.
 */
export async function openDatabase(databaseUrl: string): Promise<string[]> {
  // Never called by a page; Next need not carry the engines in its bundles.
  const { migrate } = await import(/* turbopackIgnore: true */ './migrate');
  const applied = await migrate(databaseUrl);
  shared[KEY] = databaseUrl.startsWith('file:')
    ? (await import(/* turbopackIgnore: true */ './sqlite')).openSqlite(databaseUrl)
    : (await import(/* turbopackIgnore: true */ './postgresql')).openPostgresql(databaseUrl);
  return applied;
}

/** Closes the database; statements under way are finished first. */
export async function closeDatabase(): Promise<void> {
  const database = shared[KEY];
  shared[KEY] = undefined;
  await database?.close();
}

/** The database for reading. @throws {DatabaseClosedError} before {@link openDatabase}. */
export function db(): Reader {
  return open().reader;
}

/**
 * Rows of a statement that has to be answered by indexes. PostgreSQL's planner takes a value that is stored apart and
 * packed for as cheap as any other, and would rather read ten thousand of them than look into an index (postgresql.org,
 * chapters 19.7.1 and 66.2).
 *
 * @param sql with the engine's placeholders for `values`.
 */
export function byIndex<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
  return open().byIndex<Row>(sql, values);
}

/** Which engine is open. */
export function databaseEngine(): Engine {
  return open().engine;
}

/** Statements sent to the database by this process so far. */
export function statementCount(): number {
  return open().statements();
}

/** @returns whether the database answers. Never throws. */
export async function databaseAlive(): Promise<boolean> {
  try {
    await open().reader.changeClock.findUnique({ where: { id: 1 } });
    return true;
  } catch {
    return false;
  }
}

/**
 * The only way to write. All of `work` is done, or nothing of it.
 *
 * The first statement raises nothing and writes the clock's row: on SQLite this
 * takes the write lock at once, so that a transaction that reads first cannot
 * fail later because another process wrote in between; on PostgreSQL it puts
 * transactions in one order, which the ticks of the clock rely on.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const result = await open().writer.$transaction(async (tx) => {
    await tx.changeClock.upsert({ where: { id: 1 }, create: { id: 1 }, update: { now: { increment: 0 } } });
    return work(tx);
  });
  for (const listener of shared[COMMITS] ?? []) listener();
  return result;
}

/**
 * Calls `listener` after each transaction that this process commits.
 *
 * @returns a function that ends it.
 */
export function onCommit(listener: () => void): () => void {
  const listeners = (shared[COMMITS] ??= new Set());
  listeners.add(listener);
  return () => listeners.delete(listener);
}
