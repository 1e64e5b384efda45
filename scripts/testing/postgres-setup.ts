import { startPostgres } from '@/scripts/lib/postgres';

/**
 * Puts the address of a PostgreSQL server into `TEST_DATABASE_URL` for the
 * tests of this run; a server that it had to start ends with the run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = await startPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    await server.stop();
    if (given === undefined) delete process.env.TEST_DATABASE_URL;
  };
}
