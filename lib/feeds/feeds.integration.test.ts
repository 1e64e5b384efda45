import { describe, expect, test } from 'vitest';
import { db, statementCount, transaction } from '@/lib/db';
import { collectDependencies, tags } from '@/lib/cache';
import { useDatabase } from '@/lib/db/testing';
import {
  changeCategory,
  ensureCategory,
  hide,
  managedCategories,
  movePost,
  removeCategory,
  show,
} from '@/lib/posts';
import { correct, shell, writePost } from '@/lib/posts/testing';
import { changeSettings } from '@/lib/settings';
import { feedDocument, movedFeed } from '.';
import { faultsOf } from './rules.testing';
import { FEED_FORMATS } from './types';

useDatabase();

const SITE = { kind: 'all' } as const;
const day = (n: number) => new Date(Date.UTC(2024, 2, n));

async function write(...numbers: number[]): Promise<string[]> {
  const ids = [];
  for (const n of numbers) {
    const post = await writePost({
      slug: `p${n}`,
      title: `Post ${n}`,
      at: day(n),
      author: '김하나',
      tags: ['비전'],
    });
    ids.push(post.translationId);
  }
  return ids;
}

async function administrator(): Promise<string> {
  const data = { handle: 'admin', names: { ko: '관리자' }, about: {}, links: [], state: 'active' } as const;
  return (await transaction((tx) => tx.member.create({ data: { ...data, role: 'administrator' } }))).id;
}

interface JsonFeed {
  items: { title: string }[];
  next_url?: string;
}

async function read(options: { n?: number; page?: number; archive?: number } = {}) {
  const document = await feedDocument(SITE, 'ko', 'json', options);
  if (!document) return null;
  const { items, next_url: next } = JSON.parse(document.body) as JsonFeed;
  return { numbers: items.map(({ title }) => Number(title.slice(5))), next: next && new URL(next).search };
}

/** The queries of the links of an RSS document, by relation. */
async function links(options: { n?: number; page?: number; archive?: number } = {}) {
  const { body = '' } = (await feedDocument(SITE, 'ko', 'rss', options)) ?? {};
  const channel = body.slice(0, body.indexOf('<item>'));
  return Object.fromEntries(
    [...channel.matchAll(/<atom:link href="([^"]*)" rel="([^"]*)"/g)].map(([, href = '', rel = '']) => [
      rel,
      new URL(href.replaceAll('&amp;', '&')).search,
    ]),
  );
}

describe('the whole history', () => {
  test('is in the pages, newest first, each post once', async () => {
    await write(1, 2, 3, 4, 5, 6, 7);
    expect(await read({ n: 3 })).toEqual({ numbers: [7, 6, 5], next: '?n=3&page=2' });
    expect(await read({ n: 3, page: 2 })).toEqual({ numbers: [4, 3, 2], next: '?n=3&page=3' });
    expect(await read({ n: 3, page: 3 })).toEqual({ numbers: [1], next: undefined });
    expect(await read({ n: 3, page: 4 })).toBeNull();
    expect(await links({ n: 3, page: 2 })).toEqual({
      self: '?n=3&page=2',
      first: '?n=3',
      last: '?n=3&page=3',
      previous: '?n=3',
      next: '?n=3&page=3',
    });
  });

  test('is in the feed and its archives together, which new posts do not change', async () => {
    await write(1, 2, 3, 4, 5, 6, 7);
    expect(await links({ n: 3 })).toMatchObject({ 'prev-archive': '?n=3&archive=2' });
    expect(await links({ n: 3, archive: 2 })).toEqual({
      self: '?n=3&archive=2',
      current: '?n=3',
      'prev-archive': '?n=3&archive=1',
    });
    const before = await Promise.all(
      [1, 2].map((archive) => feedDocument(SITE, 'ko', 'atom', { n: 3, archive })),
    );
    expect((await read({ n: 3, archive: 2 }))?.numbers).toEqual([6, 5, 4]);
    expect((await read({ n: 3, archive: 1 }))?.numbers).toEqual([3, 2, 1]);

    await write(8, 9);
    const [first, second] = await Promise.all(
      [1, 2].map((archive) => feedDocument(SITE, 'ko', 'atom', { n: 3, archive })),
    );
    expect(first?.body).toBe(before[0]?.body);
    // The last of them learns that another came after it, and nothing else.
    expect(second?.body.replace(/<link rel="next-archive"[^>]*>\n/, '')).toBe(before[1]?.body);
    const all = new Set<number>();
    for (const part of [{}, { archive: 3 }, { archive: 2 }, { archive: 1 }]) {
      for (const number of (await read({ n: 3, ...part }))?.numbers ?? []) all.add(number);
    }
    expect([...all].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await feedDocument(SITE, 'ko', 'rss', { n: 3, archive: 4 })).toBeNull();
  });

  test('costs the same at its end as at its beginning', async () => {
    await write(...Array.from({ length: 25 }, (_, index) => index + 1));
    const cost = async (options: { n: number; page?: number; archive?: number }) => {
      await feedDocument(SITE, 'ko', 'rss', options);
      const before = statementCount();
      await feedDocument(SITE, 'ko', 'rss', options);
      return statementCount() - before;
    };
    const few = await cost({ n: 2 });
    expect(await cost({ n: 2, page: 10 })).toBeLessThanOrEqual(few);
    expect(await cost({ n: 2, archive: 5 })).toBeLessThanOrEqual(few);
    expect(await cost({ n: 20 })).toBeLessThanOrEqual(few + 2);
  });
});

describe('when it changed', () => {
  test('is when a text in it did, or was taken from it', async () => {
    const changedAt = async () => (await feedDocument(SITE, 'ko', 'rss', {}))?.changedAt;
    const [first = '', second = ''] = await write(1, 2);
    expect(await changedAt()).toEqual(day(2));
    await correct(first, 'Post 1', 'Better.', day(9));
    expect(await changedAt()).toEqual(day(9));

    const start = new Date();
    await transaction((tx) => hide(tx, shell, second));
    const hidden = await changedAt();
    expect(hidden?.getTime()).toBeGreaterThanOrEqual(start.getTime());
    // A reader that only sends a date has to be told of what comes back too.
    await transaction((tx) => show(tx, shell, second));
    expect((await changedAt())?.getTime()).toBeGreaterThanOrEqual(hidden?.getTime() ?? Infinity);
  });

  test('is not told where it lies ahead', async () => {
    await writePost({ slug: 'later', title: 'Later', at: new Date('2999-01-01T00:00:00Z') });
    expect((await feedDocument(SITE, 'ko', 'rss', {}))?.changedAt).toBeNull();
  });
});

test.each(FEED_FORMATS)('every feed keeps the rules of its format: %s', async (format) => {
  await write(1, 2, 3);
  await writePost({ slug: 'odd', title: '👩‍🔬 ]]> \u0008', source: '$$\nx^2 < y\n$$\n\n![그림](/없다.png)\n' });
  const scopes = [
    SITE,
    { kind: 'category', slug: 'ai' },
    { kind: 'tag', slug: '비전' },
    { kind: 'author', handle: '김하나' },
  ] as const;
  for (const scope of scopes) {
    for (const language of ['ko', 'en']) {
      for (const options of [{}, { n: 2, page: 2 }, { n: 1, archive: 1 }]) {
        const { body = '' } = (await feedDocument(scope, language, format, options)) ?? {};
        expect(faultsOf(format, body)).toEqual([]);
      }
    }
  }
});

test('what an administrator sets shows in all formats, and makes kept feeds stale', async () => {
  const [translationId = ''] = await write(1);
  const { postId } = await db().translation.findUniqueOrThrow({ where: { id: translationId } });
  const facts = { title: 'LoRA', authors: ['Edward Hu'], year: 2021, venue: '', abstract: '' };
  await transaction(async (tx) => {
    const paper = await tx.paper.create({
      data: { ...facts, id: 'hu-2021-lora', titleKey: 'lora', findText: 'lora', doi: '10.1000/lora' },
    });
    await tx.postPaper.create({ data: { postId, paperId: paper.id, position: 0 } });
    await changeSettings(tx, shell, {
      feedContent: 'summary',
      feedLine: { ko: '[댓글]({url}#comments)' },
      hub: 'https://hub.example.org/',
    });
  });
  for (const format of FEED_FORMATS) {
    const { value, tags: depends } = await collectDependencies(
      async () => (await feedDocument(SITE, 'ko', format, {})) ?? { body: '', hub: '', self: '' },
      '/',
    );
    expect(depends).toContain(tags.settings);
    expect(faultsOf(format, value.body)).toEqual([]);
    expect(value.hub).toBe('https://hub.example.org/');
    expect(value.self).toMatch(/\/index\.(?:xml|atom|json)$/);
    expect(value.body).toContain('https://doi.org/10.1000/lora');
    expect(value.body).toContain('이어서 읽기');
    expect(value.body).toMatch(/\/p1\/#comments/);
  }
});

describe('a feed that is not there', () => {
  test('is where its category went, is gone with it, or never was', async () => {
    const { postId } = await writePost({ slug: 'p', category: 'old' });
    const other = await transaction((tx) => ensureCategory(tx, shell, { slug: 'new', names: { ko: '새' } }));
    const viewer = { memberId: await administrator(), role: 'administrator' } as const;
    const old = (await managedCategories(viewer)).find(({ slug }) => slug === 'old');
    if (!old) throw new Error('no category');

    await changeCategory(viewer, old.id, { slug: 'renamed', names: { ko: '옛' }, descriptions: {} });
    expect(await movedFeed({ kind: 'category', slug: 'old' }, 'en', 'atom')).toEqual({
      path: '/en/renamed/index.atom',
    });

    await transaction((tx) =>
      movePost(tx, shell, postId, { categoryId: other, month: '2024-03', slug: 'p' }),
    );
    await removeCategory(viewer, old.id);
    expect(await movedFeed({ kind: 'category', slug: 'renamed' }, 'ko', 'rss')).toBe('gone');
    expect(await movedFeed({ kind: 'category', slug: 'unknown' }, 'ko', 'rss')).toBeNull();
    expect(await movedFeed({ kind: 'category', slug: 'posts' }, 'en', 'json')).toEqual({
      path: '/en/index.json',
    });
    expect(await movedFeed({ kind: 'tag', slug: 'unknown' }, 'ko', 'rss')).toBeNull();
    expect(await feedDocument({ kind: 'category', slug: 'renamed' }, 'ko', 'rss', {})).toBeNull();
  });
});
