import { postgresqlAdapter } from './adapters';
import { PrismaClient } from './generated/postgresql/client';
import type { PrismaClient as AnyPrismaClient } from './generated/sqlite/client';
import type { OpenDatabase } from './types';

/** @param databaseUrl `postgresql://…` of an already migrated database. */
export function openPostgresql(databaseUrl: string): OpenDatabase {
  let statements = 0;
  const client = new PrismaClient({
    adapter: postgresqlAdapter(databaseUrl),
    log: [{ emit: 'event', level: 'query' }],
    transactionOptions: { maxWait: 60_000, timeout: 60_000 },
  });
  client.$on('query', () => {
    statements += 1;
  });
  const both = client as unknown as AnyPrismaClient;
  return {
    engine: 'postgresql',
    reader: both,
    writer: both,
    byIndex: async <Row>(sql: string, values: readonly unknown[]) => {
      const [, rows] = await client.$transaction([
        client.$executeRawUnsafe('SET LOCAL enable_seqscan = off'),
        client.$queryRawUnsafe<Row[]>(sql, ...values),
      ]);
      return rows;
    },
    statements: () => statements,
    close: () => client.$disconnect(),
  };
}
