import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** How long a statement waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * @param databaseUrl `file:` address, absolute or relative to the working folder.
 * @returns absolute path of the database file.
 */
export function sqlitePath(databaseUrl: string): string {
  return resolve(decodeURI(databaseUrl.replace(/^file:(\/\/(?=\/))?/, '')));
}

/**
 * The driver adapter with the connection set up as Nonmun needs it: WAL, so
 * that readers go on while something is written; foreign keys held; NORMAL
 * synchronisation, which in WAL mode cannot corrupt the file.
 *
 * @param databaseUrl `file:` address.
 * @param readonly refuses writes on this connection.
 */
export function sqliteAdapter(databaseUrl: string, readonly = false): SqlMigrationAwareDriverAdapterFactory {
  const path = sqlitePath(databaseUrl);
  const factory = new PrismaBetterSqlite3({ url: `file:${path}`, timeout: BUSY_TIMEOUT });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    }
    const connection = await connect();
    await connection.executeScript(
      'PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;' +
        (readonly ? ' PRAGMA query_only = ON;' : ''),
    );
    chmodSync(path, 0o600);
    return connection;
  };
  return factory;
}

/** Connections of one instance. */
const POOL = 10;

/** @param databaseUrl `postgresql://…` */
export function postgresqlAdapter(databaseUrl: string): SqlMigrationAwareDriverAdapterFactory {
  return new PrismaPg(
    { connectionString: databaseUrl, max: POOL, connectionTimeoutMillis: 10_000 },
    // A lost idle connection is replaced at the next query, which reports what is wrong.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
}
