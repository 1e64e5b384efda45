import { describe, expect, test } from 'vitest';
import { collectDependencies } from '@/lib/cache';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { keepMedia, mediaPath, prepareMedia } from '@/lib/media';
import { canvas } from '@/lib/media/testing';
import {
  authorList,
  categoryList,
  feedPosts,
  formerAddress,
  hide,
  listEnd,
  monthCounts,
  movePost,
  nearPosts,
  postList,
  postPage,
  PostError,
  publicAddresses,
  singlePage,
  tagList,
} from '.';
import { correct, shell, translate, writePost } from './testing';

useDatabase();

const day = (n: number) => new Date(Date.UTC(2024, 2, n));
const titles = (list: { posts: { title: string }[] } | null) => list?.posts.map(({ title }) => title);

describe('lists', () => {
  test('hold public posts, newest first, ten a page', async () => {
    for (let n = 1; n <= 12; n += 1) await writePost({ slug: `p${n}`, title: `Post ${n}`, at: day(n) });
    await writePost({ slug: 'draft', title: 'Draft', published: false });
    expect(titles(await postList({ kind: 'all' }, 'ko'))).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Post ${n}`),
    );
    const second = await postList({ kind: 'all' }, 'ko', 2);
    expect(titles(second)).toEqual(['Post 2', 'Post 1']);
    expect(second).toMatchObject({ page: 2, pages: 2, total: 12 });
    expect(await postList({ kind: 'all' }, 'ko', 3)).toBeNull();
    expect(await postList({ kind: 'all' }, 'ko', 0)).toBeNull();
  });

  test('tell who went beyond their end where that is', async () => {
    for (let n = 1; n <= 11; n += 1)
      await writePost({ slug: `p${n}`, tags: ['one'], author: '김하나', at: day(n) });
    expect(await listEnd('/page/99/', 'ko')).toEqual({ pages: 2, path: '/page/2/' });
    expect(await listEnd('/ai/page/3/', 'ko')).toEqual({ pages: 2, path: '/ai/page/2/' });
    expect(await listEnd('/ai/2024-03/page/7/', 'en')).toEqual({ pages: 2, path: '/ai/2024-03/page/2/' });
    expect(await listEnd('/tags/one/page/3/', 'ko')).toEqual({ pages: 2, path: '/tags/one/page/2/' });
    for (const path of ['/', '/ai/', '/ai/page/x/', '/none/page/2/', '/ai/2024-04/page/2/', '/a/b/c/page/2/'])
      expect(await listEnd(path, 'ko'), path).toBeNull();
  });

  test('know the narrower pictures of a figure', async () => {
    const prepared = await prepareMedia(await canvas(1200, 600).png().toBuffer(), 'wide.png');
    await transaction((tx) => keepMedia(tx, shell, prepared));
    const src = mediaPath(prepared.encoded);
    await writePost({ slug: 'figure', source: `Text.\n\n![A figure](${src})\n` });
    expect((await postList({ kind: 'all' }, 'ko'))?.posts[0]?.leadImage).toEqual({
      ...{ src, width: 1200, height: 600, alt: 'A figure' },
      variants: [480, 960].map((width) => ({ src: mediaPath(prepared.encoded, width), width })),
    });
  });

  test('posts of one moment keep one order', async () => {
    for (const slug of ['a', 'b', 'c']) await writePost({ slug, title: slug, at: day(1) });
    const first = titles(await postList({ kind: 'all' }, 'ko'));
    expect(titles(await postList({ kind: 'all' }, 'en'))).toEqual(first);
    expect((await feedPosts({ kind: 'all' }, 'ko', 10))?.posts.map(({ title }) => title)).toEqual(first);
  });

  test('an empty blog has an empty first page; an unknown category has none', async () => {
    expect(await postList({ kind: 'all' }, 'ko')).toMatchObject({ posts: [], pages: 1, total: 0 });
    expect(await postList({ kind: 'category', slug: 'nothing' }, 'ko')).toBeNull();
    expect(await postList({ kind: 'tag', slug: 'nothing' }, 'ko')).toBeNull();
    expect(await postList({ kind: 'author', handle: 'nobody' }, 'ko')).toBeNull();
  });

  test('by category, month, tag and author', async () => {
    await writePost({ slug: 'one', category: 'ai', month: '2024-03', tags: ['확산-모델'], author: '김유호' });
    await writePost({ slug: 'two', category: 'algorithm', month: '2024-04', author: 'Jiun Jeong' });
    expect(titles(await postList({ kind: 'category', slug: 'ai' }, 'ko'))).toEqual(['Title of one']);
    expect(titles(await postList({ kind: 'month', category: 'algorithm', month: '2024-04' }, 'ko'))).toEqual([
      'Title of two',
    ]);
    expect(await postList({ kind: 'month', category: 'ai', month: '2024-04' }, 'ko')).toBeNull();
    expect(titles(await postList({ kind: 'tag', slug: '확산-모델' }, 'ko'))).toEqual(['Title of one']);
    expect(titles(await postList({ kind: 'author', handle: 'jiun-jeong' }, 'ko'))).toEqual(['Title of two']);
    expect(
      (await monthCounts('ko')).map(({ month, category, count }) => [month, category.slug, count]),
    ).toEqual([
      ['2024-04', 'algorithm', 1],
      ['2024-03', 'ai', 1],
    ]);
    expect((await categoryList('ko')).map(({ slug, count }) => [slug, count])).toEqual([
      ['ai', 1],
      ['algorithm', 1],
    ]);
    expect(await tagList('ko')).toEqual([{ slug: '확산-모델', name: '확산-모델', count: 1 }]);
    expect((await authorList('ko')).map(({ handle, count }) => [handle, count]).sort()).toEqual([
      ['jiun-jeong', 1],
      ['김유호', 1],
    ]);
  });

  test('cost the same few queries for ten posts as for one', async () => {
    await writePost({ slug: 'p0', at: day(1), author: 'A', tags: ['t'] });
    await postList({ kind: 'all' }, 'ko');
    let before = statementCount();
    await postList({ kind: 'all' }, 'ko');
    const one = statementCount() - before;
    for (let n = 1; n < 10; n += 1) {
      await writePost({ slug: `p${n}`, at: day(n + 1), author: `A${n}`, tags: [`t${n}`] });
    }
    await postList({ kind: 'all' }, 'ko');
    before = statementCount();
    expect((await postList({ kind: 'all' }, 'ko'))?.posts).toHaveLength(10);
    expect(statementCount() - before).toBe(one);
    expect(one).toBeLessThan(20);
  });
});

describe('a post', () => {
  test('has its page, with neighbours in its category', async () => {
    await writePost({ slug: 'old', at: day(1) });
    await writePost({ slug: 'other', at: day(2), category: 'algorithm' });
    await writePost({ slug: 'middle', at: day(3), title: 'Middle', source: 'Hello **world**.' });
    await writePost({ slug: 'new', at: day(4) });
    const page = await postPage('/ai/2024-03/middle/', 'ko');
    expect(page).toMatchObject({
      title: 'Middle',
      path: '/ai/2024-03/middle/',
      previous: { path: '/ai/2024-03/old/' },
      next: { path: '/ai/2024-03/new/' },
    });
    expect(page?.html).toContain('<strong>world</strong>');
  });

  test('is shown in the language of the page, or in its own', async () => {
    const { postId } = await writePost({ slug: 'both', title: '확산 모델' });
    await translate(postId, 'en', 'Diffusion models', 'English text.');
    await writePost({ slug: 'korean', title: '한국어만', at: day(1) });
    expect(await postPage('/ai/2024-03/both/', 'en')).toMatchObject({
      title: 'Diffusion models',
      path: '/en/ai/2024-03/both/',
      languages: [
        { language: 'en', path: '/en/ai/2024-03/both/' },
        { language: 'ko', path: '/ai/2024-03/both/' },
      ],
    });
    expect(await postPage('/ai/2024-03/korean/', 'en')).toMatchObject({ title: '한국어만', language: 'ko' });
    expect(titles(await postList({ kind: 'all' }, 'en'))).toEqual(['Diffusion models', '한국어만']);
    expect(await publicAddresses()).toMatchObject([
      { languages: [{ language: 'ko', path: '/ai/2024-03/korean/' }] },
      { languages: [{ language: 'en' }, { language: 'ko' }] },
    ]);
  });

  test('a draft of it, and a draft translation, are nowhere', async () => {
    await writePost({ slug: 'secret', published: false });
    expect(await postPage('/ai/2024-03/secret/', 'ko')).toBeNull();
    expect(await formerAddress('/ai/2024-03/secret/')).toBeNull();
    expect(await feedPosts({ kind: 'all' }, 'ko', 10)).toEqual({
      posts: [],
      total: 0,
      visibilityChangedAt: null,
    });
    expect(await publicAddresses()).toEqual([]);
    expect(await monthCounts('ko')).toEqual([]);
  });

  test('a correction changes the text and the time of revision, never guid and publication', async () => {
    const { translationId } = await writePost({ slug: 'p', at: day(1), source: 'Old.' });
    const before = (await feedPosts({ kind: 'all' }, 'ko', 1))?.posts[0];
    await correct(translationId, 'New title', 'New.', day(9));
    const after = (await feedPosts({ kind: 'all' }, 'ko', 1))?.posts[0];
    expect(after).toMatchObject({
      guid: before?.guid,
      publishedAt: day(1),
      updatedAt: day(9),
      title: 'New title',
    });
    expect(after?.feedHtml).toContain('New.');
  });

  test('hidden, it is gone from everywhere, and back where it was when published again', async () => {
    const { postId, translationId, revisionId } = await writePost({ slug: 'p', at: day(1) });
    await transaction((tx) => hide(tx, shell, translationId));
    expect(await postPage('/ai/2024-03/p/', 'ko')).toBeNull();
    expect(await formerAddress('/ai/2024-03/p/')).toBe('gone');
    expect((await postList({ kind: 'all' }, 'ko'))?.total).toBe(0);
    const { publish } = await import('.');
    await transaction((tx) => publish(tx, shell, revisionId, day(20)));
    expect(await postPage('/ai/2024-03/p/', 'ko')).toMatchObject({ id: postId, publishedAt: day(1) });
  });

  test('moved, its old addresses lead to the new one, for ever, and nobody else can have them', async () => {
    const { postId, categoryId } = await writePost({ slug: 'old-name' });
    await transaction((tx) =>
      movePost(tx, shell, postId, { categoryId, month: '2024-03', slug: 'new-name' }),
    );
    await transaction((tx) => movePost(tx, shell, postId, { categoryId, month: '2024-05', slug: '새-이름' }));
    expect(await formerAddress('/ai/2024-03/old-name/')).toEqual({ path: '/ai/2024-05/새-이름/' });
    expect(await formerAddress('/ai/2024-03/new-name/')).toEqual({ path: '/ai/2024-05/새-이름/' });
    expect(await formerAddress('/ai/2024-05/새-이름/')).toBeNull();
    await expect(writePost({ slug: 'old-name' })).rejects.toMatchObject({ fault: 'address-taken' });
    expect(await db().post.count()).toBe(1);
  });

  test('cannot take an address that is not one', async () => {
    for (const slug of ['', '..', 'a/b', 'a?b', 'a#b', '한글'.normalize('NFD')]) {
      await expect(writePost({ slug })).rejects.toBeInstanceOf(PostError);
    }
    await expect(writePost({ slug: 'x', category: 'tags' })).rejects.toMatchObject({
      fault: 'address-reserved',
    });
    await expect(writePost({ slug: 'x', category: 'en' })).rejects.toMatchObject({
      fault: 'address-reserved',
    });
    await expect(writePost({ slug: 'x', month: '2024-13' })).rejects.toMatchObject({
      fault: 'address-invalid',
    });
    expect(await db().category.count()).toBe(0);
  });

  test('keeps every character but those that no XML may hold', async () => {
    const { postId } = await writePost({
      slug: 'p',
      title: 'A\u0008 title 👩‍🔬',
      source: 'a\u0000b\u000B\r\nc \uD800 d\u200F 한글'.normalize('NFD'),
    });
    const revision = await db().revision.findFirstOrThrow({ where: { translation: { postId } } });
    expect(revision.title).toBe('A title 👩‍🔬');
    expect(revision.source).toBe('ab\nc  d\u200F 한글');
  });
});

test('a wrong address is answered with posts of a similar one', async () => {
  await writePost({ slug: '220923-whisper', title: 'Whisper', at: day(1) });
  await writePost({ slug: '확산-모델-정리', title: '확산 모델', at: day(2) });
  expect(await nearPosts('/ai/whispr/', 'ko')).toMatchObject({
    similar: true,
    posts: [{ title: 'Whisper' }],
  });
  expect(await nearPosts('/ai/확산모델/', 'ko')).toMatchObject({
    similar: true,
    posts: [{ title: '확산 모델' }],
  });
  // In another month, in Latin letters, with a slip within a syllable.
  for (const path of [
    '/ai/2020-01/확산-모델-정리/',
    '/ai/hwaksan-model-jeongni/',
    '/ai/확선-모댈-정리.html',
  ]) {
    expect((await nearPosts(path, 'ko')).posts[0], path).toMatchObject({ title: '확산 모델' });
  }
  expect((await nearPosts('/zzzz/', 'ko')).similar).toBe(false);
});

test('there is no single page before one is written', async () => {
  expect(await singlePage('about', 'ko')).toBeNull();
});

describe('what a page depends on', () => {
  async function tagsOf(work: () => Promise<unknown>) {
    return (await collectDependencies(work)).tags;
  }
  async function staleAfter(pages: Record<string, () => Promise<unknown>>, change: () => Promise<unknown>) {
    const { changesSince } = await import('@/lib/cache');
    const dependencies = new Map<string, string[]>();
    for (const [name, work] of Object.entries(pages)) dependencies.set(name, await tagsOf(work));
    const { now } = await changesSince(0);
    await change();
    const { tags } = await changesSince(now);
    return [...dependencies].filter(([, on]) => on.some((tag) => tags.includes(tag))).map(([name]) => name);
  }

  test('a correction makes exactly the pages stale that show the post', async () => {
    const first = await writePost({ slug: 'first', at: day(1), tags: ['x'], author: 'Kim' });
    await writePost({ slug: 'second', at: day(2) });
    await writePost({ slug: 'third', at: day(3) });
    await writePost({ slug: 'else', at: day(4), category: 'algorithm' });
    const pages = {
      home: () => postList({ kind: 'all' }, 'ko'),
      ai: () => postList({ kind: 'category', slug: 'ai' }, 'ko'),
      algorithm: () => postList({ kind: 'category', slug: 'algorithm' }, 'ko'),
      tag: () => postList({ kind: 'tag', slug: 'x' }, 'ko'),
      author: () => postList({ kind: 'author', handle: 'kim' }, 'ko'),
      first: () => postPage('/ai/2024-03/first/', 'ko'),
      second: () => postPage('/ai/2024-03/second/', 'ko'),
      third: () => postPage('/ai/2024-03/third/', 'ko'),
      feed: () => feedPosts({ kind: 'all' }, 'ko', 10),
      archive: () => monthCounts('ko'),
    };
    expect(await staleAfter(pages, () => correct(first.translationId, 'T', 'S'))).toEqual([
      'home',
      'ai',
      'tag',
      'author',
      'first',
      'second',
      'feed',
    ]);
  });

  test('a new post makes its lists, its neighbours and the archive stale, and nothing else', async () => {
    await writePost({ slug: 'before', at: day(1) });
    await writePost({ slug: 'far', at: day(9) });
    await writePost({ slug: 'between', at: day(7) });
    await writePost({ slug: 'after', at: day(5) });
    await writePost({ slug: 'else', at: day(3), category: 'algorithm' });
    const pages = {
      home: () => postList({ kind: 'all' }, 'ko'),
      ai: () => postList({ kind: 'category', slug: 'ai' }, 'ko'),
      algorithm: () => postList({ kind: 'category', slug: 'algorithm' }, 'ko'),
      before: () => postPage('/ai/2024-03/before/', 'ko'),
      after: () => postPage('/ai/2024-03/after/', 'ko'),
      far: () => postPage('/ai/2024-03/far/', 'ko'),
      missing: () => postPage('/ai/2024-03/middle/', 'ko'),
      archive: () => monthCounts('ko'),
    };
    expect(await staleAfter(pages, () => writePost({ slug: 'middle', at: day(3) }))).toEqual([
      'home',
      'ai',
      'before',
      'after',
      'missing',
      'archive',
    ]);
  });
});
