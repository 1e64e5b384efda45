/** Why a database was not migrated. */
export type MigrationFault = 'failed-before' | 'newer-database' | 'edited';

const SENTENCES: Record<MigrationFault, string> = {
  'failed-before':
    'migration {name} failed half-way before; restore a backup, or repair it with `prisma migrate resolve`',
  'newer-database':
    'the database has migration {name}, which this version does not know; a newer Nonmun wrote it',
  edited: 'migration {name} is not the one that was applied; its file was edited afterwards',
};

/** The database cannot be brought to the present schema safely. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  constructor(
    readonly fault: MigrationFault,
    readonly migration: string,
  ) {
    super(SENTENCES[fault].replace('{name}', migration));
  }
}

/** Something asked for the database before it was opened, or after it was closed. */
export class DatabaseClosedError extends Error {
  override readonly name = 'DatabaseClosedError';
  constructor() {
    super('the database is not open');
  }
}

/**
 * @returns whether an error of the database says that a unique constraint was broken.
 */
export function isUniqueViolation(error: unknown): boolean {
  // By its code and not by its class: the client may come from another module graph.
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}

/** @returns whether an error of the database says that nothing can be written: a full disk, or one that fails. */
export function isOutOfSpace(error: unknown): boolean {
  const messages: string[] = [];
  for (let at = error; at instanceof Error && messages.length < 5; at = at.cause) messages.push(at.message);
  return messages.some((message) =>
    /SQLITE_FULL|SQLITE_IOERR|SQLITE_READONLY|disk is full|disk I\/O error|readonly database|No space left|\b53100\b/i.test(
      message,
    ),
  );
}
