/** `node --import tsx e2e/support/set.ts JSON`: changes settings of a blog, as a process of its own. */
import { readConfig } from '@/lib/config';
import { closeDatabase, openDatabase, transaction } from '@/lib/db';
import { changeSettings, type Settings } from '@/lib/settings';

const [json = '{}'] = process.argv.slice(2);
await openDatabase(readConfig().databaseUrl);
try {
  const change = JSON.parse(json) as Partial<Settings>;
  await transaction((tx) => changeSettings(tx, { label: 'shell' }, change));
} finally {
  await closeDatabase();
}
