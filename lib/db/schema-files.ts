import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { postgresqlAdapter } from './adapters';
import { schemaDiff } from './schema-engine';
import type { Engine } from './types';

/**
 * @param source text of prisma/schema.prisma.
 * @returns the same models for PostgreSQL: another provider, another client folder.
 */
export function postgresqlSchema(source: string): string {
  return source
    .replace(
      /^\/\/ The one source[\s\S]*?\n\n/,
      '// Generated from prisma/schema.prisma by `npm run db:generate`. Do not edit.\n\n',
    )
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../lib/db/generated/sqlite"', '"../../lib/db/generated/postgresql"');
}

/**
 * @param before schema of the last migration; null for the first.
 * @param now present schema.
 * @param postgresqlUrl a PostgreSQL server, for that engine; only its dialect matters, nothing is read or written.
 * @returns SQL of the migration; null where nothing changed.
 */
export async function migrationSql(
  engine: Engine,
  before: string | null,
  now: string,
  postgresqlUrl: string,
): Promise<string | null> {
  const adapter =
    engine === 'sqlite' ? new PrismaBetterSqlite3({ url: ':memory:' }) : postgresqlAdapter(postgresqlUrl);
  const sql = await schemaDiff(adapter, before, now);
  return /^\s*(--[^\n]*\s*)*$/.test(sql) ? null : sql;
}
