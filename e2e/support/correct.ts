/**
 * `node --import tsx e2e/support/correct.ts PATH TITLE TEXT`: publishes a new text of the Korean post at an address,
 * as a process of its own over the same database. Prints the time of the commit, in milliseconds since 1970.
 */
import { closeDatabase, db, openDatabase, transaction } from '@/lib/db';
import { readConfig } from '@/lib/config';
import { addRevision, publish } from '@/lib/posts';

const [path, title, source] = process.argv.slice(2);
if (path === undefined || title === undefined || source === undefined) throw new Error('PATH, TITLE, TEXT');
await openDatabase(readConfig().databaseUrl);
try {
  const { id } = await db().translation.findFirstOrThrow({
    where: { language: 'ko', post: { path } },
    select: { id: true },
  });
  await transaction(async (tx) => {
    const revision = { title, summary: '', source, authorId: null, reason: 'publish' };
    await publish(tx, { label: 'shell' }, await addRevision(tx, id, revision), new Date());
  });
  process.stdout.write(String(Date.now()));
} finally {
  await closeDatabase();
}
