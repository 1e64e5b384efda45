import { describe, expect, test } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { completeIndex, hide, indexJobs, searchPosts, setTags } from '@/lib/posts';
import { correct, shell, translate, writePost, type SamplePost } from '@/lib/posts/testing';
import { AUTHOR_RENAMED, find, missingFromIndex, takeFromIndex, type SearchFilters } from '.';

useDatabase();

const everything: SearchFilters = { language: null, category: null, author: null, year: null };

const write = (sample: SamplePost & { title: string; source: string }) => writePost(sample);

/** Slugs of the posts that a question finds, best first. */
async function slugs(question: string, filters: Partial<SearchFilters> = {}, language = 'ko') {
  const { hits } = await find(question, language, { ...everything, ...filters });
  const posts = await db().post.findMany({ where: { id: { in: hits.map(({ postId }) => postId) } } });
  return hits.map(({ postId }) => posts.find(({ id }) => id === postId)?.slug);
}

describe('Korean', () => {
  test('is found by parts of compounds, with and without spaces, with endings', async () => {
    await write({ slug: 'nlp', title: '자연 어 처리의 역사', source: '언어모델은 통계에서 시작했다.' });
    await write({ slug: 'diffusion', title: '확산모델 정리', source: '잡음을 지워 가며 그림을 만든다.' });
    expect(await slugs('자연어처리')).toEqual(['nlp']);
    expect(await slugs('자연어 처리를')).toEqual(['nlp']);
    expect(await slugs('모델')).toHaveLength(2);
    expect(await slugs('확산 모델을')).toEqual(['diffusion']);
    expect(await slugs('확산모델에서는')).toEqual(['diffusion']);
    expect(await slugs('그림')).toEqual(['diffusion']);
    expect(await slugs('통')).toEqual(['nlp']);
  });

  test('is not found where only its halves are', async () => {
    await write({ slug: 'halves', title: '이미 아는 미지의 세계', source: '글' });
    expect(await slugs('이미지')).toEqual([]);
  });

  test('mixes with Latin letters', async () => {
    await write({ slug: 'gan', title: 'GAN을 다시 읽다', source: 'self-supervised 학습과 C++ 구현' });
    for (const question of [
      'gan',
      'GAN을',
      'self supervised',
      'self-supervised 학습',
      'selfsupervised',
      'c++',
    ]) {
      expect([question, await slugs(question)]).toEqual([question, ['gan']]);
    }
  });
});

describe('English', () => {
  test('is found by other forms, while it is typed, and mistyped', async () => {
    await write({ slug: 'ddpm', title: 'Denoising diffusion', source: 'A transformer is not needed.' });
    for (const question of ['diffuse', 'diffusions', 'diffu', 'difusion', 'trasnformer', 'Transformers']) {
      expect([question, await slugs(question)]).toEqual([question, ['ddpm']]);
    }
    const { corrections } = await find('difusion', 'en', everything);
    expect(corrections).toEqual([{ typed: 'difusion', meant: 'diffusion' }]);
  });
});

test('titles come before names, names before text', async () => {
  await write({ slug: 'text', title: '다른 이야기', source: '여기서 트랜스포머를 한 번 말한다.' });
  await write({ slug: 'tag', title: '또 다른 이야기', source: '무엇이든', tags: ['트랜스포머'] });
  await write({ slug: 'title', title: '트랜스포머', source: '무엇이든' });
  expect(await slugs('트랜스포머')).toEqual(['title', 'tag', 'text']);
});

test('filters narrow it down', async () => {
  await write({
    slug: 'a',
    title: '주의 집중',
    source: 'x',
    category: 'ai',
    author: '정유호',
    at: new Date('2023-05-01'),
  });
  await write({
    slug: 'b',
    title: '주의 집중',
    source: 'x',
    category: 'algorithm',
    at: new Date('2024-05-01'),
  });
  expect(await slugs('주의')).toHaveLength(2);
  expect(await slugs('주의', { category: 'algorithm' })).toEqual(['b']);
  expect(await slugs('주의', { author: '정유호' })).toEqual(['a']);
  expect(await slugs('주의', { year: 2023 })).toEqual(['a']);
  expect(await slugs('주의', { year: 2022 })).toEqual([]);
  expect(await slugs('주의', { language: 'en' })).toEqual([]);

  const { total, facets } = await searchPosts('주의', 'ko', { ...everything, year: 2023 }, 1);
  expect(total).toBe(1);
  // Each filter tells what its other choices would find.
  expect(facets.year.map(({ value, count }) => [value, count])).toEqual([
    ['2024', 1],
    ['2023', 1],
  ]);
  expect(facets.category.map(({ value, count }) => [value, count])).toEqual([['ai', 1]]);
});

test('a post in two languages is told once, in the reader’s', async () => {
  const { postId } = await write({ slug: 'clip', title: 'CLIP 읽기', source: 'contrastive' });
  const english = await translate(postId, 'en', 'Reading CLIP', 'contrastive');
  const { hits } = await find('clip', 'en', everything);
  expect(hits.map(({ translationId }) => translationId)).toEqual([english]);
});

test('the index follows publication, correction, hiding and tags in the same transaction', async () => {
  const { translationId, postId } = await write({
    slug: 'x',
    title: '숨은 글',
    source: '글',
    tags: ['그래프'],
  });
  expect(await slugs('그래프')).toEqual(['x']);
  await transaction((tx) => setTags(tx, postId, []));
  expect(await slugs('그래프')).toEqual([]);
  await correct(translationId, '드러난 글', '새 글');
  expect(await slugs('숨은')).toEqual([]);
  expect(await slugs('드러난')).toEqual(['x']);
  await transaction((tx) => hide(tx, shell, translationId));
  expect(await slugs('드러난')).toEqual([]);
  await write({ slug: 'draft', title: '초안', source: '글', published: false });
  expect(await slugs('초안')).toEqual([]);
});

test('what is missing in the index, as after an upgrade, is completed', async () => {
  const { translationId, postId } = await write({ slug: 'x', title: '옛 글', source: '글' });
  await transaction((tx) => takeFromIndex(tx, [translationId]));
  expect(await slugs('옛')).toEqual([]);
  expect(await missingFromIndex(10)).toEqual([postId]);
  expect(await completeIndex()).toBe(1);
  expect(await slugs('옛')).toEqual(['x']);
  expect(await completeIndex()).toBe(0);
});

test('a changed name of an author is found after the job that the change asked for', async () => {
  const { postId } = await write({ slug: 'x', title: '글', source: '글', author: '정유호' });
  const { memberId } = await db().postAuthor.findFirstOrThrow({ where: { postId } });
  await transaction((tx) => tx.member.update({ where: { id: memberId }, data: { names: { ko: '김하늘' } } }));
  expect(await slugs('하늘')).toEqual([]);
  const job = { id: '1', attempt: 1, signal: new AbortController().signal };
  await indexJobs[AUTHOR_RENAMED]?.({ ...job, payload: { memberId } });
  expect(await slugs('하늘')).toEqual(['x']);
  expect(await slugs('유호')).toEqual([]);
});

test('a page of results shows where the words stand', async () => {
  const source = `${'앞선 이야기. '.repeat(60)}여기서 확산 모델을 자세히 설명한다.${' 뒤따르는 이야기.'.repeat(60)}`;
  await write({ slug: 'x', title: '확산모델 입문', source });
  const page = await searchPosts('확산모델', 'ko', everything, 1);
  expect(page).toMatchObject({ total: 1, page: 1, pages: 1, isCut: false });
  const [found] = page.posts;
  expect(found?.title).toEqual([
    { text: '확산모델', isMarked: true },
    { text: ' 입문', isMarked: false },
  ]);
  expect(found?.snippet.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['확산 모델']);
  expect(found?.snippet.map(({ text }) => text).join('').length).toBeLessThan(220);
  expect((await searchPosts('확산모델', 'ko', everything, 9)).posts).toEqual([]);
});

test.each([
  '%',
  '"',
  '*',
  "'",
  '\\',
  '🙂',
  '\'; DROP TABLE "Post"; --',
  'AND OR NOT NEAR(',
  '가'.repeat(10_000),
  '한 '.repeat(5_000),
  '\u0000',
])('anything may be asked: %s', async (question) => {
  await write({ slug: 'x', title: 'AND OR 가', source: `'; DROP TABLE` });
  await expect(find(question, 'ko', everything)).resolves.toBeDefined();
});
