import type { Prisma, PrismaClient } from './generated/sqlite/client';

// Both engines' clients are generated from one schema, so the SQLite client's
// types serve for either; what differs between engines (raw SQL) lies in one
// file for each engine beside its use.

type ModelName = Uncapitalize<Prisma.ModelName>;
type ReadMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** A client that can only read. What writes goes through {@link transaction}. */
export type Reader = { [M in ModelName]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]> } & Pick<
  PrismaClient,
  '$queryRaw' | '$queryRawUnsafe'
>;

/** A client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

export type Engine = 'sqlite' | 'postgresql';

/** Where the database is. */
export interface DatabaseLocation {
  /** `file:/path/to/nonmun.db` or `postgresql://…`. */
  databaseUrl: string;
}

/** An open database, one for the process. */
export interface OpenDatabase {
  engine: Engine;
  reader: Reader;
  writer: PrismaClient;
  /** Counts every statement sent, for tests that hold pages to a number of queries. */
  /** Rows of a statement that is answered by indexes, whatever the planner thinks of reading the whole table. */
  byIndex: <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;
  statements: () => number;
  close: () => Promise<void>;
}
