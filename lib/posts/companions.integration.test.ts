import { describe, expect, test } from 'vitest';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { authorsOfCategory, authorWeeks, groupView, hide, postList, relatedTags } from '.';
import { affinity } from './companions';
import { shell, writePost } from './testing';

useDatabase();

const day = (n: number) => new Date(Date.UTC(2024, 0, n));

test('a tag that is everywhere says less than one that goes with few, a single coincidence less than a habit', () => {
  expect(affinity(3, 3, 4)).toBeGreaterThan(affinity(3, 3, 40));
  expect(affinity(4, 4, 4)).toBeGreaterThan(affinity(1, 1, 1));
  expect(affinity(0, 0, 5)).toBe(0);
});

describe('beside a list', () => {
  test('tags that occur together, most telling first, public posts only', async () => {
    for (const n of [1, 2, 3]) await writePost({ slug: `d${n}`, tags: ['diffusion', 'score', 'ml'] });
    for (const n of [1, 2, 3, 4, 5, 6]) await writePost({ slug: `m${n}`, tags: ['ml', '🤖'] });
    await writePost({ slug: 'draft', tags: ['diffusion', 'secret'], published: false });
    expect((await relatedTags('diffusion', 'en')).map(({ slug, count }) => [slug, count])).toEqual([
      ['score', 3],
      ['ml', 3],
    ]);
    expect((await relatedTags('🤖', 'ko')).map(({ name }) => name)).toEqual(['ml']);
    expect(await relatedTags('nothing', 'ko')).toEqual([]);
  });

  test('who writes in a category, and how much in it', async () => {
    await writePost({ slug: 'a', author: '하나' });
    const b = await writePost({ slug: 'b', author: '두리' });
    await writePost({ slug: 'c', author: '두리' });
    await writePost({ slug: 'd', author: '하나', category: 'systems' });
    await writePost({ slug: 'e', author: '숨은이', published: false });
    const names = async () => (await authorsOfCategory('ai', 'ko')).map(({ name, count }) => [name, count]);
    expect(await names()).toEqual([
      ['두리', 2],
      ['하나', 1],
    ]);
    await transaction((tx) => hide(tx, shell, b.translationId));
    expect((await names()).map(([, count]) => count)).toEqual([1, 1]);
    expect(await authorsOfCategory('nothing', 'ko')).toEqual([]);
  });

  test('weeks of an author in the zone of the site', async () => {
    // Sunday evening in UTC is Monday in Seoul, the site's zone as long as nobody set another.
    await writePost({ slug: 'a', author: '하나', at: new Date('2024-01-07T16:00:00Z') });
    await writePost({ slug: 'b', author: '하나', at: new Date('2022-05-01') });
    const [newest, oldest, ...none] = await authorWeeks('하나');
    expect(newest).toMatchObject({ year: 2024 });
    expect(newest?.weeks.indexOf(1)).toBe(1);
    expect(oldest?.year).toBe(2022);
    expect(none).toEqual([]);
    expect(await authorWeeks('nobody')).toEqual([]);
  });

  test('what the group writes about, and when it last did', async () => {
    expect(await groupView('ko')).toEqual({ categories: [], latest: null });
    await writePost({ slug: 'a', month: '2024-03' });
    await writePost({ slug: 'b', month: '2024-04' });
    await writePost({ slug: 'c', month: '2024-04', category: 'systems' });
    const { categories, latest } = await groupView('ko');
    expect(categories.map(({ slug, count }) => [slug, count])).toEqual([
      ['ai', 2],
      ['systems', 1],
    ]);
    expect(latest).toEqual({ month: '2024-04', count: 2 });
  });
});

test('pages beyond the middle, found from the end, go on where the ones before stopped', async () => {
  for (let n = 1; n <= 25; n += 1) await writePost({ slug: `p${n}`, at: day(Math.ceil(n / 2)) });
  const rows = await db().post.findMany({
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  const pages = await Promise.all([1, 2, 3].map((page) => postList({ kind: 'all' }, 'ko', page)));
  expect(pages.map((page) => page?.posts.length)).toEqual([10, 10, 5]);
  expect(pages.flatMap((page) => page?.posts.map(({ id }) => id) ?? [])).toEqual(rows.map(({ id }) => id));
});

test('what stands beside a list costs as many queries for many rows as for few', async () => {
  const write = (n: number) =>
    writePost({ slug: `p${n}`, author: `Author ${n}`, tags: ['all', `t${n}`], month: `20${10 + n}-01` });
  const cost = async () => {
    const before = statementCount();
    await relatedTags('all', 'ko');
    await authorsOfCategory('ai', 'ko');
    await authorWeeks('author-1');
    await groupView('ko');
    return statementCount() - before;
  };
  for (let n = 1; n <= 2; n += 1) await write(n);
  await cost();
  const few = await cost();
  for (let n = 3; n <= 20; n += 1) await write(n);
  expect(await cost()).toBe(few);
});
