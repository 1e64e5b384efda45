import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { correct, translate, writePost } from './testing';

const database = useDatabase();

const told = async () =>
  (
    await db().publication.findMany({
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { translationId: true, revisionId: true },
    })
  ).map(({ translationId, revisionId }) => `${translationId} ${revisionId}`);

/** Takes the table away and migrates to it again, as on a blog that is older than it. */
async function migrateAgain(): Promise<void> {
  const folder = database.engine === 'sqlite' ? 'prisma' : 'prisma/postgresql';
  const sql = readFileSync(`${folder}/migrations/20261125092209_publications/migration.sql`, 'utf8');
  await transaction(async (tx) => {
    await tx.$executeRawUnsafe('DROP TABLE "Publication"');
    for (const statement of sql.split(/;\s*$/m)) {
      if (/^[A-Z]/m.test(statement)) await tx.$executeRawUnsafe(statement);
    }
  });
}

test('a blog that is older than publications has them after its migration', async () => {
  const { postId, translationId } = await writePost({ slug: 'corrected', source: 'a\n' });
  await correct(translationId, 'Title', 'b\n', new Date('2024-04-01'));
  const english = await translate(postId, 'en', 'English', 'x\n');
  await correct(english, 'English', 'y\n');
  await writePost({ slug: 'draft', published: false });
  const forgotten = await writePost({ slug: 'forgotten', at: new Date('2024-03-15') });
  const before = await told();
  expect(before).toHaveLength(5);

  // One is not in the record of acts, as on blogs that are older than that.
  await transaction((tx) => tx.auditEvent.deleteMany({ where: { subjectId: forgotten.translationId } }));
  await migrateAgain();
  const after = await told();
  expect([...after].sort()).toEqual([...before].sort());
  // In the order in which readers saw them.
  for (const id of [translationId, english]) {
    const own = (lines: string[]) => lines.filter((line) => line.startsWith(id));
    expect(own(after)).toEqual(own(before));
  }
  expect(
    await db().publication.findFirst({
      where: { translationId: forgotten.translationId },
      select: { at: true, note: true },
    }),
  ).toEqual({ at: new Date('2024-03-15'), note: null });
});
