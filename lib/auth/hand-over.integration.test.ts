import { expect, test } from 'vitest';
import { changesSince, tags } from '@/lib/cache';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { presentHandle } from '@/lib/members';
import { makeMember } from '@/lib/members/testing';
import { postList, setAuthors } from '@/lib/posts';
import { writePost } from '@/lib/posts/testing';
import { handOver } from '.';

useDatabase();

const code = (it: string) => expect.objectContaining({ code: it }) as Error;
const authorsOf = async (postId: string) =>
  (await db().postAuthor.findMany({ where: { postId }, orderBy: { position: 'asc' } })).map(
    (it) => it.memberId,
  );

test('wherever the author stood, the member stands, in the same place and once', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const member = await makeMember({ handle: 'lee' });
  const other = await makeMember();
  const alone = await writePost({ slug: 'alone', author: '이가져온' });
  const together = await writePost({ slug: 'together', author: '이가져온' });
  const both = await writePost({ slug: 'both', author: '이가져온' });
  const { id: authorId } = await db().member.findUniqueOrThrow({ where: { handle: '이가져온' } });
  await transaction(async (tx) => {
    await setAuthors(tx, together.postId, [other.memberId, authorId]);
    await setAuthors(tx, both.postId, [authorId, other.memberId, member.memberId]);
    await tx.revision.updateMany({ where: { id: alone.revisionId }, data: { authorId } });
    await tx.member.update({ where: { id: authorId }, data: { about: { ko: '소개' } } });
  });
  const { now } = await changesSince(0);
  expect(await handOver(boss, authorId, member.memberId)).toEqual({ posts: 3 });
  expect(await authorsOf(alone.postId)).toEqual([member.memberId]);
  expect(await authorsOf(together.postId)).toEqual([other.memberId, member.memberId]);
  expect(await authorsOf(both.postId)).toEqual([member.memberId, other.memberId]);
  expect(await db().revision.findUniqueOrThrow({ where: { id: alone.revisionId } })).toMatchObject({
    authorId: member.memberId,
  });
  expect(await db().member.findUnique({ where: { id: authorId } })).toBeNull();
  expect(await db().member.findUniqueOrThrow({ where: { id: member.memberId } })).toMatchObject({
    about: { ko: '소개' },
  });
  expect(await presentHandle('이가져온')).toBe('lee');
  expect((await postList({ kind: 'author', handle: 'lee' }, 'ko'))?.total).toBe(3);
  expect((await changesSince(now)).tags).toEqual(
    expect.arrayContaining([
      tags.authors,
      tags.authorList(member.memberId),
      tags.authorList(authorId),
      tags.addresses,
    ]),
  );
});

test('only an author whom nobody has claimed, only to an active member, only by an administrator', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const member = await makeMember();
  const author = await makeMember({ state: 'unclaimed' });
  const gone = await makeMember({ state: 'suspended' });
  await expect(handOver(boss, member.memberId, boss.memberId)).rejects.toThrow(code('not-unclaimed'));
  await expect(handOver(boss, author.memberId, gone.memberId)).rejects.toThrow(code('not-active'));
  await expect(handOver(boss, author.memberId, author.memberId)).rejects.toThrow(code('not-active'));
  await expect(handOver(boss, author.memberId, 'nobody')).rejects.toThrow(code('not-found'));
  for (const role of ['member', 'editor'] as const) {
    const viewer = await makeMember({ role });
    await expect(handOver(viewer, author.memberId, viewer.memberId)).rejects.toThrow(code('forbidden'));
  }
  expect(await db().member.count({ where: { state: 'unclaimed' } })).toBe(1);
});

test('of two at once, one gets the author', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const [a, b] = [await makeMember(), await makeMember()];
  const author = await makeMember({ state: 'unclaimed' });
  const results = await Promise.allSettled([
    handOver(boss, author.memberId, a.memberId),
    handOver(boss, author.memberId, b.memberId),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
