import { readdirSync, readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { databaseAlive, db, isUniqueViolation, MigrationError, openDatabase, transaction } from '.';
import { migrate } from './migrate';
import { migrationSql, postgresqlSchema } from './schema-files';
import { useDatabase } from './testing';

const database = useDatabase();

const folders = { sqlite: 'prisma', postgresql: 'prisma/postgresql' };
const folder = folders[database.engine];
const schema = readFileSync(join(folder, 'schema.prisma'), 'utf8');

/** Every table, column, type and index that a database has, in one comparable text. */
async function structure(url: string): Promise<string[]> {
  if (database.engine === 'sqlite') {
    const file = new Database(url.slice('file:'.length));
    const lines = file
      .prepare(
        // By name, not by place: a column that was added later stands last in its table.
        `SELECT format('%s.%s %s %s %s %s', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk) AS line
           FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
         UNION ALL SELECT format('%s.%s -> %s.%s %s', t.name, f."from", f."table", f."to", f.on_delete)
           FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
         UNION ALL SELECT t.name || ': ' || t.sql FROM sqlite_master t WHERE t.type = 'index' AND t.sql IS NOT NULL`,
      )
      .all() as { line: string }[];
    file.close();
    return ownLines(lines);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const columns = await client.query<{ line: string }>(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'`);
  const indexes = await client.query<{ line: string }>(
    `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'`,
  );
  const constraints = await client.query<{ line: string }>(`
    SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\\_prisma%'`);
  await client.end();
  return ownLines([...columns.rows, ...indexes.rows, ...constraints.rows]);
}

/** What the schema speaks of; Prisma's own table and the index of the search, which it cannot describe, apart. */
function ownLines(lines: { line: string }[]): string[] {
  return lines
    .map(({ line }) => line)
    .filter((line) => !/_prisma|sqlite_|search_index/.test(line))
    .sort();
}

async function execute(url: string, sql: string): Promise<void> {
  if (database.engine === 'sqlite') {
    const file = new Database(url.slice('file:'.length));
    file.exec(sql);
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

describe('schema and migrations', () => {
  test('the PostgreSQL schema is the SQLite schema', () => {
    expect(readFileSync('prisma/postgresql/schema.prisma', 'utf8')).toBe(
      postgresqlSchema(readFileSync('prisma/schema.prisma', 'utf8')),
    );
  });

  test('both engines have the same migrations', () => {
    const names = (engine: 'sqlite' | 'postgresql') =>
      readdirSync(join(folders[engine], 'migrations')).filter((name) => /^\d/.test(name));
    expect(names('postgresql')).toEqual(names('sqlite'));
    expect(names('sqlite').length).toBeGreaterThan(0);
  });

  test('the migrations lead to exactly the schema', async () => {
    const last = migrations().at(-1) ?? '';
    expect(readFileSync(join(folder, 'migrations', last, 'schema.prisma'), 'utf8')).toBe(schema);

    const sql = await migrationSql(database.engine, null, schema, database.url);
    const migrated = await structure(database.url);
    expect(migrated.length).toBeGreaterThan(30);
    if (database.engine === 'sqlite') {
      const scratch = mkdtempSync(join(tmpdir(), 'nonmun-schema-'));
      const url = `file:${join(scratch, 'scratch.db')}`;
      await execute(url, sql ?? '');
      expect(migrated).toEqual(await structure(url));
      rmSync(scratch, { recursive: true });
    } else {
      await execute(database.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
      await execute(database.url, sql ?? '');
      expect(migrated).toEqual(await structure(database.url));
    }
  });

  test('a changed schema yields a migration, an unchanged one none', async () => {
    const changed = schema.replace('model Tag {', 'model Tag {\n  colour String?');
    expect(await migrationSql(database.engine, schema, changed, database.url)).toMatch(
      /ADD COLUMN\s+"colour"/,
    );
    expect(await migrationSql(database.engine, schema, schema, database.url)).toBeNull();
  });

  test('a second start applies nothing, and starts at the same time do not collide', async () => {
    expect(await migrate(database.url)).toEqual([]);
    const fresh = database.engine === 'sqlite' ? `${database.url}-fresh` : database.url;
    if (database.engine === 'postgresql') {
      await execute(database.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    }
    const applied = await Promise.all([migrate(fresh), migrate(fresh), migrate(fresh)]);
    expect(applied.flat()).toEqual(migrations());
    expect(await migrate(fresh)).toEqual([]);
  });

  test('a database of a newer version, an edited migration and one that failed half-way are refused', async () => {
    const last = migrations().at(-1) ?? '';
    const update = (name: string, change: string) =>
      execute(database.url, `UPDATE "_prisma_migrations" SET ${change} WHERE migration_name = '${name}'`);
    await update(last, `migration_name = '29990101000000_future'`);
    await expect(migrate(database.url)).rejects.toMatchObject({ fault: 'newer-database' });
    await update('29990101000000_future', `migration_name = '${last}', checksum = 'x'`);
    await expect(migrate(database.url)).rejects.toMatchObject({ fault: 'edited' });
    await update(last, 'finished_at = NULL');
    const refusal = migrate(database.url);
    await expect(refusal).rejects.toBeInstanceOf(MigrationError);
    await expect(refusal).rejects.toMatchObject({ fault: 'failed-before', migration: last });
  });
});

/** Names of all migrations, in order. */
function migrations(): string[] {
  return readdirSync(join(folder, 'migrations'))
    .filter((name) => /^\d/.test(name))
    .sort();
}

describe('transactions', () => {
  const category = (slug: string) => ({ slug, names: { ko: slug }, descriptions: {} });

  test('all of it is done, or nothing of it', async () => {
    await expect(
      transaction(async (tx) => {
        await tx.category.create({ data: category('ai') });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await db().category.count()).toBe(0);
  });

  test('readers do not see what is not committed', async () => {
    let seen = -1;
    await transaction(async (tx) => {
      await tx.category.create({ data: category('ai') });
      seen = await db().category.count();
    });
    expect(seen).toBe(0);
    expect(await db().category.count()).toBe(1);
  });

  test('writers queue up instead of failing', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        transaction(async (tx) => {
          await tx.category.count();
          await tx.category.create({ data: category(`c${n}`) });
        }),
      ),
    );
    expect(await db().category.count()).toBe(20);
  });

  test('a broken unique constraint is recognised', async () => {
    const twice = transaction(async (tx) => {
      await tx.category.create({ data: category('ai') });
      await tx.category.create({ data: category('ai') });
    });
    await expect(twice).rejects.toSatisfy(isUniqueViolation);
  });

  test('the database tells whether it is alive', async () => {
    expect(await databaseAlive()).toBe(true);
    await openDatabase(database.url);
    await execute(database.url, 'DROP TABLE "ChangeClock"');
    expect(await databaseAlive()).toBe(false);
  });
});
