import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { MigrationError } from './errors';
import { postgresqlAdapter, sqliteAdapter, sqlitePath } from './adapters';
import { withSchemaEngine } from './schema-engine';
import type { Engine } from './types';

/** Any constant will do: it names the lock among the advisory locks of the PostgreSQL server. */
const ADVISORY_LOCK = 7_061_736_583;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Folder with the schema and the migrations of an engine. */
function schemaFolder(engine: Engine): string {
  return join(process.cwd(), engine === 'sqlite' ? 'prisma' : 'prisma/postgresql');
}

/** The migrations of an engine, oldest first. */
export function readMigrations(engine: Engine): Migration[] {
  const folder = join(schemaFolder(engine), 'migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  rolled_back_at: unknown;
}

/**
 * Compares Prisma's own table with the folder.
 *
 * @throws {MigrationError} when a migration failed before, was edited, or is unknown here (a newer Nonmun wrote it).
 */
function pendingMigrations(migrations: Migration[], rows: Applied[]): Migration[] {
  const applied = rows.filter((row) => row.rolled_back_at === null);
  for (const row of applied) {
    const migration = migrations.find(({ name }) => name === row.migration_name);
    if (row.finished_at === null) throw new MigrationError('failed-before', row.migration_name);
    if (!migration) throw new MigrationError('newer-database', row.migration_name);
    if (migration.checksum !== row.checksum) throw new MigrationError('edited', row.migration_name);
  }
  return migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

async function apply(engine: Engine, databaseUrl: string, migrations: Migration[]): Promise<void> {
  const adapter = engine === 'sqlite' ? sqliteAdapter(databaseUrl) : postgresqlAdapter(databaseUrl);
  const schema = readFileSync(join(schemaFolder(engine), 'schema.prisma'), 'utf8');
  await withSchemaEngine(adapter, schema, (schemaEngine) =>
    schemaEngine.applyMigrations({
      migrationsList: {
        baseDir: join(schemaFolder(engine), 'migrations'),
        lockfile: { path: 'migration_lock.toml', content: `provider = "${engine}"\n` },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
}

/** How long another process may take for its migrations, in milliseconds. */
const LOCK_WAIT = 120_000;

/** Waits without blocking the process, which SQLite's own busy handler would. */
async function takeLock(lock: Database.Database): Promise<void> {
  const deadline = Date.now() + LOCK_WAIT;
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
      if (!busy || Date.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}

async function migrateSqlite(databaseUrl: string): Promise<string[]> {
  const path = sqlitePath(databaseUrl);
  const migrations = readMigrations('sqlite');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const pending = () => {
    if (!existsSync(path)) return migrations;
    const database = new Database(path, { timeout: 60_000 });
    try {
      const known = database
        .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'")
        .get();
      if (!known) return migrations;
      const rows = database
        .prepare('SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations')
        .all() as Applied[];
      return pendingMigrations(migrations, rows);
    } finally {
      database.close();
    }
  };
  if (pending().length === 0) return [];
  // A second database file as the lock: the operating system lets go of it when
  // the process ends, however it ends.
  const lock = new Database(`${path}.migrating`, { timeout: 0 });
  try {
    await takeLock(lock);
    const names = pending().map(({ name }) => name);
    if (names.length > 0) await apply('sqlite', databaseUrl, migrations);
    return names;
  } finally {
    lock.close();
  }
}

async function migratePostgresql(databaseUrl: string): Promise<string[]> {
  const migrations = readMigrations('postgresql');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  const pending = async () => {
    const known = await client.query<{ name: string | null }>(
      `SELECT to_regclass('_prisma_migrations') AS name`,
    );
    if (known.rows[0]?.name == null) return migrations;
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations',
    );
    return pendingMigrations(migrations, rows);
  };
  try {
    if ((await pending()).length === 0) return [];
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const names = (await pending()).map(({ name }) => name);
    if (names.length > 0) await apply('postgresql', databaseUrl, migrations);
    return names;
  } finally {
    await client.end();
  }
}

/**
 * Brings the database to the present schema, under a lock, so that instances
 * that start together do not race. Uses Prisma's own `_prisma_migrations`
 * table and engine: `prisma migrate deploy` and this may follow one another.
 *
 * @returns names of the migrations that were applied now.
 * @throws {MigrationError} when the database cannot be brought there safely.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return databaseUrl.startsWith('file:') ? migrateSqlite(databaseUrl) : migratePostgresql(databaseUrl);
}
