import { expect, test } from 'vitest';
import { changesSince, tags, touch } from '@/lib/cache';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { monthCounts, nearPosts, postList, publicAddresses, refreshPostsNaming, tagList } from '.';
import { writePost } from './testing';

useDatabase();

/** More than the parameters that one statement may have on SQLite. */
const MANY = 1_100;

/** Many public posts that name one picture, each with a tag of its own, written past the room's door for speed. */
async function writeMany(): Promise<void> {
  const { postId, categoryId } = await writePost({ slug: 'first' });
  const first = await db().post.findUniqueOrThrow({ where: { id: postId } });
  const numbers = Array.from({ length: MANY }, (_, n) => String(n).padStart(4, '0'));
  await transaction(async (tx) => {
    await tx.post.createMany({
      data: numbers.map((n) => ({
        ...{ id: `p${n}`, categoryId, month: '2024-03', slug: `s${n}`, path: `/ai/2024-03/s${n}/` },
        ...{ guid: `urn:x:${n}`, originalLanguage: 'ko', macros: {} },
        ...{ publishedAt: first.publishedAt, listedAt: first.listedAt },
      })),
    });
    await tx.translation.createMany({
      data: numbers.map((n) => ({
        ...{ id: `t${n}`, postId: `p${n}`, language: 'ko', state: 'published' },
        ...{ publishedAt: first.publishedAt, publishedRevisionId: null },
      })),
    });
    await tx.revision.createMany({
      data: numbers.map((n) => ({
        ...{ id: `r${n}`, translationId: `t${n}`, number: 1, title: n },
        ...{ source: '![x](/late.png)', reason: 'import' },
      })),
    });
    await tx.rendering.createMany({
      data: numbers.map((n) => ({
        ...{ revisionId: `r${n}`, renderer: 'x', html: '', feedHtml: '', excerptHtml: '', excerptText: '' },
        ...{ text: '', outline: [], problems: [], leadImage: {}, words: 1, minutes: 1 },
      })),
    });
    await tx.tag.createMany({ data: numbers.map((n) => ({ id: `g${n}`, slug: n, names: { ko: n } })) });
    await tx.postTag.createMany({ data: numbers.map((n) => ({ postId: `p${n}`, tagId: `g${n}` })) });
  });
}

test('a blog may have more posts and tags than a statement may have parameters', async () => {
  await writeMany();
  const addresses = await publicAddresses();
  expect(addresses).toHaveLength(MANY + 1);
  expect(new Set(addresses.map(({ languages }) => languages[0]?.path)).size).toBe(MANY + 1);
  expect(await tagList('ko')).toHaveLength(MANY);
  expect((await postList({ kind: 'all' }, 'ko', 100))?.total).toBe(MANY + 1);
  expect((await monthCounts('ko'))[0]?.count).toBe(MANY + 1);
  expect((await nearPosts('/ai/2024-03/firs/', 'ko')).posts.map(({ path }) => path)).toEqual([
    '/ai/2024-03/first/',
  ]);

  const { now } = await changesSince(0);
  await transaction((tx) => refreshPostsNaming(tx, ['/late.png']));
  expect((await changesSince(now)).tags).toHaveLength(MANY);
  expect(await db().rendering.count({ where: { renderer: 'x' } })).toBe(0);
  const names = Array.from({ length: MANY }, (_, n) => tags.post(String(n)));
  await transaction((tx) => touch(tx, names));
  expect((await changesSince(now)).tags).toHaveLength(2 * MANY);
}, 60_000);
