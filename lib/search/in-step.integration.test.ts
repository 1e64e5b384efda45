import { expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { changeProfile, profileOf } from '@/lib/members';
import { addPaper, changePaper, type PaperInput } from '@/lib/papers';
import {
  changeCategory,
  ensureCategory,
  hide,
  indexJobs,
  movePost,
  quickFind,
  removeCategory,
  searchPosts,
  setPapers,
  setTags,
  show,
} from '@/lib/posts';
import { correct, shell, translate, writePost } from '@/lib/posts/testing';
import { NAMES_CHANGED } from '.';

useDatabase();

const everything = { language: null, category: null, author: null, year: null };

/** Addresses that both doors of the search find; those of quick find with their kind. */
async function found(question: string) {
  const [{ posts, isPartial }, names] = [
    await searchPosts(question, 'ko', everything, 1),
    await quickFind(question, 'ko'),
  ];
  return {
    search: isPartial ? [] : posts.map(({ card }) => card.path),
    quick: names.map(({ kind, path }) => `${kind} ${decodeURIComponent(path)}`),
  };
}
const nothing = { search: [], quick: [] };

async function administrator(): Promise<Viewer & { memberId: string; language: string }> {
  const data = { handle: 'root', names: { ko: '관리' }, about: {}, links: [] };
  const { id } = await transaction((tx) =>
    tx.member.create({ data: { ...data, role: 'administrator', state: 'active' } }),
  );
  return { memberId: id, role: 'administrator', language: 'ko' };
}

/** Does the work that was asked for. */
async function work(): Promise<void> {
  for (const { id, kind, payload } of await db().job.findMany()) {
    await indexJobs[kind]?.({ id, attempt: 1, signal: new AbortController().signal, payload });
    await transaction((tx) => tx.job.delete({ where: { id } }));
  }
}

const path = '/ai/2024-03/x/';
const post = { search: [path], quick: [`post ${path}`] };

test('a text is found from its publication on, as it was corrected last, and never while it is hidden', async () => {
  const { translationId, postId } = await writePost({
    ...{ slug: 'x', title: '가로등 이론', source: '## 은하수 지도\n\n글', published: false },
  });
  expect(await found('가로등')).toEqual(nothing);
  await correct(translationId, '가로등 이론', '## 은하수 지도\n\n글');
  expect(await found('가로등')).toEqual(post);
  expect((await found('은하수')).quick).toEqual([`heading ${path}#은하수-지도`]);
  await correct(translationId, '등대 이론', '## 나침반 지도\n\n글');
  expect(await found('가로등')).toEqual(nothing);
  expect(await found('은하수')).toEqual(nothing);
  expect(await found('등대')).toEqual(post);
  expect((await found('나침반')).search).toEqual([path]);
  const english = await translate(postId, 'en', 'Lighthouses', 'text');
  expect((await found('lighthouses')).search).toEqual([path]);
  await transaction((tx) => hide(tx, shell, english));
  expect(await found('lighthouses')).toEqual(nothing);
  expect(await found('등대')).toEqual(post);
  await transaction((tx) => hide(tx, shell, translationId));
  expect(await found('등대')).toEqual(nothing);
  expect(await found('나침반')).toEqual(nothing);
  await transaction((tx) => show(tx, shell, translationId));
  expect(await found('등대')).toEqual(post);
});

test('a moved post is found where it is, and by the name of its category', async () => {
  const { postId } = await writePost({ slug: 'x', title: '글', source: '글' });
  const categoryId = await transaction((tx) =>
    ensureCategory(tx, shell, { slug: 'astro', names: { ko: '천문학' } }),
  );
  expect(await found('천문학')).toEqual(nothing);
  await transaction((tx) => movePost(tx, shell, postId, { categoryId, month: '2024-05', slug: 'y' }));
  expect(await found('천문학')).toEqual({ search: ['/astro/2024-05/y/'], quick: ['category /astro/'] });
  expect((await searchPosts('글', 'ko', { ...everything, category: 'ai' }, 1)).total).toBe(0);
});

test('a renamed category is found by its new name, posts too; a removed one not at all', async () => {
  const viewer = await administrator();
  const { postId, categoryId } = await writePost({ slug: 'x', title: '글', source: '글', category: 'sea' });
  await changeCategory(viewer, categoryId, { slug: 'sea', names: { ko: '해양학' }, descriptions: {} });
  expect((await found('해양학')).quick).toEqual(['category /sea/']);
  await work();
  expect((await found('해양학')).search).toEqual(['/sea/2024-03/x/']);
  await changeCategory(viewer, categoryId, { slug: 'ocean', names: { ko: '해양학' }, descriptions: {} });
  await work();
  expect(await found('해양학')).toEqual({ search: ['/ocean/2024-03/x/'], quick: ['category /ocean/'] });
  const other = await transaction((tx) => ensureCategory(tx, shell, { slug: 'ai', names: { ko: '인공' } }));
  await transaction((tx) => movePost(tx, shell, postId, { categoryId: other, month: '2024-03', slug: 'x' }));
  await removeCategory(viewer, categoryId);
  expect(await found('해양학')).toEqual(nothing);
  expect(await db().searchName.count({ where: { ownerId: categoryId } })).toBe(0);
});

test('tags are found as they are called now', async () => {
  const { postId } = await writePost({ slug: 'x', title: '글', source: '글', tags: ['고래'] });
  expect(await found('고래')).toEqual({ search: [path], quick: ['tag /tags/고래/'] });
  const tag = await db().tag.findFirstOrThrow();
  await transaction((tx) => tx.tag.update({ where: { id: tag.id }, data: { names: { ko: '상어' } } }));
  const job = { id: '1', attempt: 1, signal: new AbortController().signal };
  await indexJobs[NAMES_CHANGED]?.({ ...job, payload: { kind: 'tag', id: tag.id } });
  expect(await found('상어')).toEqual({ search: [path], quick: ['tag /tags/고래/'] });
  expect((await found('고래')).quick).toEqual([]);
  await transaction((tx) => setTags(tx, postId, []));
  expect(await found('상어')).toEqual(nothing);
});

test('authors are found as they are called now', async () => {
  const viewer = await administrator();
  const { postId } = await writePost({ slug: 'x', title: '글', source: '글', author: '남궁별' });
  expect((await found('남궁별')).search).toEqual([path]);
  const { memberId } = await db().postAuthor.findFirstOrThrow({ where: { postId } });
  const profile = await profileOf(viewer, memberId);
  await changeProfile(viewer, memberId, { ...profile, names: { ko: '제갈솔' } });
  await work();
  expect(await found('남궁별')).toEqual(nothing);
  const { search, quick } = await found('제갈솔');
  expect([search, quick.length]).toEqual([[path], 1]);
});

test('papers are found as they are called now, by the posts about them', async () => {
  const viewer = await administrator();
  const { postId } = await writePost({ slug: 'x', title: '글', source: '글' });
  const input: PaperInput = {
    ...{ title: 'Zebra Networks', authors: ['Kim Quagga'], year: 2020, venue: '' },
    ...{ abstract: '', doi: '', arxivId: '', url: '' },
  };
  const { id } = await addPaper(viewer, input);
  expect(await found('zebra')).toEqual(nothing);
  await transaction((tx) => setPapers(tx, postId, [id]));
  expect(await found('zebra')).toEqual({ search: [path], quick: [`paper /papers/${id}/`] });
  expect((await found('quagga')).search).toEqual([path]);
  const { version } = await db().paper.findUniqueOrThrow({ where: { id } });
  await changePaper(viewer, id, { ...input, title: 'Okapi Networks' }, version);
  expect((await found('okapi')).quick).toEqual([`paper /papers/${id}/`]);
  await work();
  expect((await found('okapi')).search).toEqual([path]);
  expect(await found('zebra')).toEqual(nothing);
  await transaction((tx) => setPapers(tx, postId, []));
  expect(await found('okapi')).toEqual(nothing);
});
