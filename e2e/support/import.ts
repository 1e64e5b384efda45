/**
 * `node --import tsx e2e/support/import.ts FOLDER`: brings a Hugo site into the database that the environment names,
 * without asking the web for pictures. Prints the report as JSON.
 */
import { closeDatabase, openDatabase } from '@/lib/db';
import { readConfig } from '@/lib/config';
import { applyImport, readHugoSite } from '@/lib/transfer';

const folder = process.argv[2];
if (folder === undefined) throw new Error('FOLDER is missing');
await openDatabase(readConfig().databaseUrl);
try {
  const report = await applyImport(await readHugoSite(folder), { fetchImages: false });
  process.stdout.write(JSON.stringify(report));
} finally {
  await closeDatabase();
}
