import { notFound } from '@/lib/access';
import { record } from '@/lib/audit';
import { transaction, type Transaction } from '@/lib/db';
import { WritingError } from './errors';
import { NOT_IN_REVIEW } from './publish';
import { checkPost, ownerColumns, type Writer } from './rights';

async function openForDiscarding(tx: Transaction, viewer: Writer, postId: string) {
  const post = await tx.post.findUnique({
    where: { id: postId },
    select: { ...ownerColumns, publishedAt: true, discardedAt: true },
  });
  if (!post) throw notFound();
  checkPost(viewer, 'post.discard', post);
  return post;
}

/**
 * Puts a post away that was never public: it leaves the lists of the desk, nothing of it is deleted. Schedules and
 * requests for review of it are taken back.
 *
 * @throws {WritingError} `was-public`. @throws {AccessError} `not-found`.
 */
export async function discard(viewer: Writer, postId: string, now = new Date()): Promise<void> {
  await transaction(async (tx) => {
    const post = await openForDiscarding(tx, viewer, postId);
    if (post.publishedAt !== null) throw new WritingError('was-public');
    if (post.discardedAt !== null) return;
    await tx.post.update({ where: { id: postId }, data: { discardedAt: now } });
    await tx.translation.updateMany({
      where: { postId },
      data: { state: 'draft', scheduledFor: null, scheduledRevisionId: null, ...NOT_IN_REVIEW },
    });
    await record(
      tx,
      { memberId: viewer.memberId },
      { action: 'post.discard', subjectType: 'post', subjectId: postId },
    );
  });
}

/** Takes a post out again that was put away. @throws {AccessError} `not-found`. */
export async function takeOut(viewer: Writer, postId: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await openForDiscarding(tx, viewer, postId);
    if (post.discardedAt === null) return;
    await tx.post.update({ where: { id: postId }, data: { discardedAt: null } });
    await record(
      tx,
      { memberId: viewer.memberId },
      { action: 'post.take-out', subjectType: 'post', subjectId: postId },
    );
  });
}
