import { check, notFound, type Viewer } from '@/lib/access';
import { record } from '@/lib/audit';
import { tags, touch, touchOnce } from '@/lib/cache';
import { namesSchema, transaction, type Transaction } from '@/lib/db';
import { keepHandle, MemberError } from '@/lib/members';
import { setAuthors } from '@/lib/posts';

/**
 * Hands an imported author whom nobody has claimed to a member, posts and all: wherever the author stood, the member
 * stands, in the same place and once. The author is gone afterwards, and addresses of its page lead to the member's.
 *
 * @throws {MemberError} `not-unclaimed`, `not-active`. @throws {AccessError} `not-found` for either.
 */
export async function handOver(
  viewer: Viewer,
  authorId: string,
  memberId: string,
): Promise<{ posts: number }> {
  check(viewer, 'member.manage');
  return transaction((tx) =>
    touchOnce(tx, async () => {
      const author = await standing(tx, authorId);
      if (author.state !== 'unclaimed') throw new MemberError('not-unclaimed');
      const member = await standing(tx, memberId);
      if (member.state !== 'active') throw new MemberError('not-active');
      const posts = await takePlaces(tx, authorId, memberId);
      await takeThings(tx, authorId, memberId);
      const about = namesSchema.parse(member.about);
      await tx.member.update({
        where: { id: memberId },
        data: {
          // What the member has said is kept; what is missing comes from the import.
          avatarId: member.avatarId ?? author.avatarId,
          about: Object.keys(about).length > 0 ? about : namesSchema.parse(author.about),
        },
      });
      await tx.formerHandle.updateMany({ where: { memberId: authorId }, data: { memberId } });
      await tx.member.delete({ where: { id: authorId } });
      await keepHandle(tx, memberId, author.handle);
      await record(
        tx,
        { memberId: viewer.memberId },
        {
          action: 'member.hand-over',
          subjectType: 'member',
          subjectId: memberId,
          detail: { author: author.handle, member: member.handle, posts },
        },
      );
      await touch(tx, [
        tags.authors,
        tags.member(authorId),
        tags.member(memberId),
        tags.authorList(authorId),
        tags.authorList(memberId),
      ]);
      return { posts };
    }),
  );
}

async function standing(tx: Transaction, id: string) {
  const member = await tx.member.findUnique({
    where: { id },
    select: { handle: true, state: true, about: true, avatarId: true },
  });
  if (!member) throw notFound();
  return member;
}

/** @returns of how many posts the member is an author now. */
async function takePlaces(tx: Transaction, authorId: string, memberId: string): Promise<number> {
  const places = await tx.postAuthor.findMany({ where: { memberId: authorId }, select: { postId: true } });
  for (const { postId } of places) {
    const authors = await tx.postAuthor.findMany({
      where: { postId },
      orderBy: { position: 'asc' },
      select: { memberId: true },
    });
    const ids = authors.map((it) => (it.memberId === authorId ? memberId : it.memberId));
    await setAuthors(tx, postId, [...new Set(ids)]);
  }
  return places.length;
}

/** Everything else that names the author. */
async function takeThings(tx: Transaction, authorId: string, memberId: string): Promise<void> {
  await tx.post.updateMany({ where: { createdById: authorId }, data: { createdById: memberId } });
  await tx.revision.updateMany({ where: { authorId }, data: { authorId: memberId } });
  await tx.draft.updateMany({ where: { savedById: authorId }, data: { savedById: memberId } });
  await tx.media.updateMany({ where: { ownerId: authorId }, data: { ownerId: memberId } });
  await tx.token.deleteMany({ where: { memberId: authorId, usedAt: null } });
}
