import { sqliteAdapter } from './adapters';
import { PrismaClient } from './generated/sqlite/client';
import type { OpenDatabase } from './types';

/** @param databaseUrl `file:` address of an already migrated database. */
export function openSqlite(databaseUrl: string): OpenDatabase {
  let statements = 0;
  // Two connections: a transaction of the writer is not seen by readers before
  // it is committed, and readers never wait for it.
  const connect = (readonly: boolean) => {
    const client = new PrismaClient({
      adapter: sqliteAdapter(databaseUrl, readonly),
      log: [{ emit: 'event', level: 'query' }],
      transactionOptions: { maxWait: 60_000, timeout: 60_000 },
    });
    client.$on('query', () => {
      statements += 1;
    });
    return client;
  };
  const reader = connect(true);
  const writer = connect(false);
  return {
    engine: 'sqlite',
    reader,
    writer,
    byIndex: (sql, values) => reader.$queryRawUnsafe(sql, ...values),
    statements: () => statements,
    close: async () => {
      await Promise.all([reader.$disconnect(), writer.$disconnect()]);
    },
  };
}
