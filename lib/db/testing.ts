import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { closeDatabase, openDatabase } from '.';
import { migrate } from './migrate';

/** The database of the running test. */
export interface TestDatabase {
  /** Of the present test. */
  readonly url: string;
  readonly engine: 'sqlite' | 'postgresql';
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function databaseNamed(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgresql://localhost/');
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Gives each test of the file an open, empty, migrated database of its own, on
 * the engine that the run is for. Migrates once and copies, as that is quicker.
 */
export function useDatabase(): TestDatabase {
  const engine = process.env.NONMUN_TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';
  const id = `nonmun_${randomUUID().replaceAll('-', '')}`;
  let folder = '';
  let url = '';
  let count = 0;

  beforeAll(async () => {
    if (engine === 'sqlite') {
      folder = mkdtempSync(join(tmpdir(), 'nonmun-test-'));
      await migrate(`file:${join(folder, 'base.db')}`);
    } else {
      await administer(`CREATE DATABASE "${id}"`);
      await migrate(databaseNamed(id));
    }
  });

  beforeEach(async () => {
    count += 1;
    if (engine === 'sqlite') {
      const file = join(folder, `${count}.db`);
      for (const suffix of ['', '-wal']) {
        const base = join(folder, `base.db${suffix}`);
        if (existsSync(base)) copyFileSync(base, `${file}${suffix}`);
      }
      url = `file:${file}`;
    } else {
      await administer(`CREATE DATABASE "${id}_${count}" TEMPLATE "${id}"`);
      url = databaseNamed(`${id}_${count}`);
    }
    await openDatabase(url);
  });

  afterEach(async () => {
    await closeDatabase();
    if (engine === 'postgresql') await administer(`DROP DATABASE "${id}_${count}" WITH (FORCE)`);
  });

  afterAll(async () => {
    if (engine === 'sqlite') rmSync(folder, { recursive: true, force: true });
    else await administer(`DROP DATABASE "${id}" WITH (FORCE)`);
  });

  return {
    get url() {
      return url;
    },
    engine,
  };
}
