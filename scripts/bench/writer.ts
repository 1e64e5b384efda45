/**
 * For the benchmark alone: a process of its own that publishes through `lib`, as another instance would. It does what
 * each message asks for and answers with what it did.
 */
import { tags, touch } from '@/lib/cache';
import { readConfig } from '@/lib/config';
import { closeDatabase, openDatabase, transaction } from '@/lib/db';
import { addRevision, createPost, ensureCategory, ensureTranslation, publish } from '@/lib/posts';

/** What the writer is asked for. */
export type WriterTask =
  /** A new post in a category, the newest of all. */
  | { kind: 'publish'; category: string; month: string; slug: string; title: string; source: string }
  /** Everything that lists posts becomes stale, without anything being different. */
  | { kind: 'touch-lists' };

/** What it answers: when, on the clock of the machine, it began and was done. */
export interface WriterReply {
  began: number;
  done: number;
}

const ACTOR = { label: 'shell' } as const;

async function perform(task: WriterTask): Promise<void> {
  if (task.kind === 'touch-lists') {
    await transaction(async (tx) => {
      const categories = await tx.category.findMany({ select: { id: true } });
      await touch(tx, [
        tags.list,
        tags.archive,
        tags.tags,
        ...categories.map(({ id }) => tags.categoryList(id)),
      ]);
    });
    return;
  }
  await transaction(async (tx) => {
    const { category, month, slug, title, source } = task;
    const categoryId = await ensureCategory(tx, ACTOR, { slug: category, names: {} });
    const place = { kind: 'post', categoryId, month, slug, originalLanguage: 'ko' } as const;
    const postId = await createPost(tx, ACTOR, { ...place, authorIds: [], tagIds: [] });
    const translationId = await ensureTranslation(tx, postId, 'ko');
    const revision = { title, summary: '', source, authorId: null, reason: 'publish' };
    await publish(tx, ACTOR, await addRevision(tx, translationId, revision), new Date());
  });
}

await openDatabase(readConfig().databaseUrl);
process.on('message', (task: WriterTask) => {
  const began = performance.timeOrigin + performance.now();
  perform(task).then(
    () => process.send?.({ began, done: performance.timeOrigin + performance.now() } satisfies WriterReply),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => void closeDatabase().then(() => process.exit(0)));
process.send?.('ready');
