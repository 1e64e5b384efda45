import { expect, test } from 'vitest';
import { useDatabase } from '@/lib/db/testing';
import { quickFind, searchPosts } from '@/lib/posts';
import { writePost } from '@/lib/posts/testing';

useDatabase();

const everything = { language: null, category: null, author: null, year: null };

const HOSTILE = [
  ...['', ' ', '%', '_', '"', '""', '*', "'", '\\', ':', '(', ')', '-', '- -', '|', '&', '!', '^', '#'],
  ...['🙂', '👩‍👩‍👧', '\ud800', '\udc00가', '가\ud83d', '\u0000', '가\u0000나', '\u202e글', '\uffff'],
  ...['\'; DROP TABLE "Post"; --', '" OR 1=1 --', 'AND OR NOT NEAR(', 'title : x', "x':* & !y", '$1 ? :a'],
  ...['가'.repeat(10_000), 'a'.repeat(10_000), '한 '.repeat(5_000), 'a b '.repeat(2_500), '"'.repeat(10_000)],
  ...['ㅎ'.repeat(10_000), '-x '.repeat(3_000), '(((('.repeat(2_500), '\u0301'.repeat(10_000)],
];

test('anything may be asked, and every filter may say anything', { timeout: 300_000 }, async () => {
  await writePost({ slug: 'x', title: '가 나 글 AND OR', source: "'; DROP TABLE", author: '정유호' });
  for (const question of HOSTILE) {
    const name = JSON.stringify(question.slice(0, 40));
    const { posts, total, page } = await searchPosts(question, 'ko', everything, 1);
    expect([name, page, posts.length]).toEqual([name, 1, Math.min(total, 10)]);
    expect([name, (await quickFind(question, 'ko')).length <= 12]).toEqual([name, true]);
    const value = question.slice(0, 200);
    const filters = { language: value, category: value, author: value, year: 2024 };
    expect([name, (await searchPosts('글', 'ko', filters, 1)).total]).toEqual([name, 0]);
  }
  // All is as before.
  expect((await searchPosts('글', 'ko', everything, 1)).total).toBe(1);
  expect((await searchPosts('글', 'ko', { ...everything, year: 2024 }, Number.NaN)).total).toBe(1);
});
