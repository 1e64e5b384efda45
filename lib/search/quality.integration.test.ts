import { expect, test } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { quickFind } from '@/lib/posts';
import { writePost } from '@/lib/posts/testing';
import { find } from '.';
import { CORPUS, QUESTIONS } from './quality-corpus';

useDatabase();

const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const everything = { language: null, category: null, author: null, year: null };
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Result {
  kind: string;
  question: string;
  /** Of the first five, how many were wanted; of at most so many as are wanted. */
  precision: number;
  recall: number;
}

test('real questions find what they should, in front', { timeout: 300_000 }, async () => {
  for (const [slug = '', author = '', tags = '', title = '', source = ''] of rowsOf(CORPUS)) {
    await writePost({
      slug,
      author,
      tags: [tags],
      title,
      source,
      language: /[가-힣]/.test(source) ? 'ko' : 'en',
    });
  }
  const slugOf = new Map((await db().post.findMany()).map(({ id, slug }) => [id, slug]));
  const results: Result[] = [];
  for (const [kind = '', question = '', wanted = ''] of rowsOf(QUESTIONS)) {
    const expected = wanted.split(' ').filter(Boolean);
    const { hits } = await find(question, 'ko', everything);
    const found = hits.map(({ postId }) => slugOf.get(postId) ?? '');
    if (expected.length === 0) continue;
    const right = found.slice(0, 5).filter((slug) => expected.includes(slug)).length;
    const within = found.slice(0, 10).filter((slug) => expected.includes(slug)).length;
    results.push({
      kind,
      question,
      precision: right / Math.min(5, Math.max(expected.length, Math.min(found.length, 5))),
      recall: within / Math.min(10, expected.length),
    });
  }
  const lines = [...new Set(results.map(({ kind }) => kind))].map((kind) => {
    const of = results.filter((result) => result.kind === kind);
    const [precision, recall] = [mean(of.map((it) => it.precision)), mean(of.map((it) => it.recall))];
    return `${kind.padEnd(22)} ${of.length} ${precision.toFixed(2)} ${recall.toFixed(2)}`;
  });
  const missed = results.filter(({ precision, recall }) => precision < 0.6 || recall < 1);
  const table = [
    ...lines,
    ...missed.map((it) => `- ${it.question}: ${it.precision.toFixed(2)} ${it.recall.toFixed(2)}`),
  ];
  const held = results.filter((_, index) => index % 3 === 2);
  for (const of of [results, held]) {
    expect(mean(of.map(({ recall }) => recall)), table.join('\n')).toBeGreaterThan(0.9);
    expect(mean(of.map(({ precision }) => precision)), table.join('\n')).toBeGreaterThan(0.75);
  }

  const first = async (question: string) =>
    (await quickFind(question, 'ko'))[0]?.title.map(({ text }) => text).join('');
  expect(await first('ㅎㅅㅁㄷ')).toBe('확산모델 입문: DDPM을 처음부터');
  expect(await first('확산모ㄷ')).toBe('확산모델 입문: DDPM을 처음부터');
  expect(await first('ghkrtksahepf')).toBe('확산모델 입문: DDPM을 처음부터');
  expect(await first('정유')).toBe('정유호');
});
