import { expect, test } from 'vitest';
import type { Role, Viewer } from '@/lib/access';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { setRole, suspend } from '@/lib/members';
import { writePost } from '@/lib/posts/testing';
import { makeReviewFeed, reviewFeedSince, revokeReviewFeed } from '@/lib/writing';
import { reviewDocument } from '.';
import { faultsOf } from './rules.testing';

useDatabase();

async function member(handle: string, role: Role): Promise<Viewer> {
  const data = { handle, names: { ko: handle }, about: {}, links: [], state: 'active', role } as const;
  return { memberId: (await transaction((tx) => tx.member.create({ data }))).id, role };
}

const secretOf = (url: string) => url.split('/').at(-2) ?? '';

async function setUp() {
  const administrator = await member('admin', 'administrator');
  const editor = await member('editor', 'editor');
  const { url } = await makeReviewFeed(editor);
  const { translationId } = await writePost({
    slug: 'a',
    title: '확산 <모델>',
    source: 'SECRET BODY',
    published: false,
  });
  const asked = { reviewRequestedAt: new Date('2024-05-01'), reviewRequestedById: editor.memberId };
  await transaction((tx) => tx.translation.update({ where: { id: translationId }, data: asked }));
  return { administrator, editor, url, translationId };
}

test('tells an editor what waits, by title and writer, and keeps the address to itself', async () => {
  const { editor, url, translationId } = await setUp();
  const secret = secretOf(url);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const body = (await reviewDocument(secret)) ?? '';
  expect(body).toContain('확산 &lt;모델&gt;');
  expect(body).toContain(`/write/${translationId}/`);
  expect(body).toContain('<name>editor</name>');
  expect(body).not.toContain('SECRET BODY');
  expect(body).not.toContain(secret);
  // What is secret does not say where it is; all other rules hold.
  expect(faultsOf('atom', body).filter((fault) => !fault.includes('itself'))).toEqual([]);
  expect(JSON.stringify(await db().token.findMany())).not.toContain(secret);
  expect(await reviewFeedSince(editor)).toBeInstanceOf(Date);
  expect(await reviewDocument('x'.repeat(43))).toBeNull();
  expect(await reviewDocument('../..')).toBeNull();
});

test('is for those who approve alone', async () => {
  const writer = await member('writer', 'member');
  await expect(makeReviewFeed(writer)).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await reviewFeedSince(writer)).toBeUndefined();
});

test('ends when it is revoked or made anew, which is written down', async () => {
  const { editor, url } = await setUp();
  const again = await makeReviewFeed(editor);
  expect(await reviewDocument(secretOf(url))).toBeNull();
  expect(await reviewDocument(secretOf(again.url))).not.toBeNull();
  await revokeReviewFeed(editor);
  await revokeReviewFeed(editor);
  expect(await reviewDocument(secretOf(again.url))).toBeNull();
  const acts = await db().auditEvent.findMany({ orderBy: { id: 'asc' }, select: { action: true } });
  expect(acts.map(({ action }) => action).filter((action) => action.startsWith('member.review'))).toEqual([
    'member.review-feed',
    'member.review-feed',
    'member.review-feed-end',
  ]);
});

test('ends with another role, and does not come back with the old one', async () => {
  const { administrator, editor, url } = await setUp();
  await setRole(administrator, editor.memberId, 'member');
  expect(await reviewDocument(secretOf(url))).toBeNull();
  await setRole(administrator, editor.memberId, 'editor');
  expect(await reviewDocument(secretOf(url))).toBeNull();
});

test('ends with a suspension', async () => {
  const { administrator, editor, url } = await setUp();
  await suspend(administrator, editor.memberId);
  expect(await reviewDocument(secretOf(url))).toBeNull();
});
