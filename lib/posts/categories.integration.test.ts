import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { auditPage } from '@/lib/audit';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { changeSettings, settings } from '@/lib/settings';
import {
  addCategory,
  changeCategory,
  createPost,
  ensureCategory,
  formerAddress,
  managedCategories,
  orderCategories,
  presentCategorySlug,
  removeCategory,
} from '.';
import { shell, writePost } from './testing';

useDatabase();

async function administrator(): Promise<Viewer> {
  const member = await transaction((tx) =>
    tx.member.create({
      data: {
        handle: 'admin',
        names: { ko: '관리자' },
        about: {},
        links: [],
        role: 'administrator',
        state: 'active',
      },
    }),
  );
  return { memberId: member.id, role: 'administrator' };
}

const input = (slug: string, name = slug) => ({ slug, names: { ko: name }, descriptions: {} });

describe('categories', () => {
  test('are added at the end, cleaned, and noted', async () => {
    const viewer = await administrator();
    await addCategory(viewer, input('ai'));
    await addCategory(viewer, {
      slug: '알고리즘',
      names: { ko: ' 알고리즘\n', en: '' },
      descriptions: { en: ' x ' },
    });
    expect(await managedCategories(viewer)).toEqual([
      expect.objectContaining({ slug: 'ai', posts: 0 }),
      expect.objectContaining({ slug: '알고리즘', names: { ko: '알고리즘' }, descriptions: { en: 'x' } }),
    ]);
    const { entries } = await auditPage(viewer, {}, 'ko');
    expect(entries.map(({ action }) => action)).toEqual(['category.create', 'category.create']);
  });

  test.each([
    ['Ai', 'category-slug-invalid'],
    ['a b', 'category-slug-invalid'],
    ['../x', 'category-slug-invalid'],
    ['', 'category-slug-invalid'],
    ['admin', 'category-slug-reserved'],
    ['write', 'category-slug-reserved'],
    ['taken', 'category-slug-taken'],
    ['about', 'category-slug-taken'],
    ['a'.repeat(61), 'category-text-long'],
  ])('refuse the slug %j', async (slug, code) => {
    const viewer = await administrator();
    await addCategory(viewer, input('taken'));
    await transaction((tx) =>
      createPost(tx, shell, {
        kind: 'page',
        categoryId: null,
        month: null,
        slug: 'about',
        originalLanguage: 'ko',
        authorIds: [],
        tagIds: [],
      }),
    );
    await expect(addCategory(viewer, input(slug))).rejects.toMatchObject({ code, field: 'slug' });
    expect(await managedCategories(viewer)).toHaveLength(1);
  });

  test('need a name', async () => {
    const viewer = await administrator();
    await expect(
      addCategory(viewer, { slug: 'x', names: { ko: '  ' }, descriptions: {} }),
    ).rejects.toMatchObject({
      code: 'category-name-missing',
      field: 'names.ko',
    });
  });

  test('are for administrators', async () => {
    const viewer = await administrator();
    const id = await addCategory(viewer, input('ai'));
    for (const role of ['member', 'editor'] as const) {
      const other: Viewer = { memberId: viewer.memberId, role };
      for (const act of [
        () => managedCategories(other),
        () => addCategory(other, input('x')),
        () => changeCategory(other, id, input('x')),
        () => orderCategories(other, [id]),
        () => removeCategory(other, id),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('a new slug moves every post, drafts too; old addresses and the menu follow', async () => {
    const viewer = await administrator();
    const one = await writePost({ slug: 'one', category: 'ai', month: '2024-03' });
    const draft = await writePost({ slug: 'two', category: 'ai', published: false });
    await writePost({ slug: 'three', category: 'other' });
    await transaction((tx) =>
      changeSettings(tx, shell, {
        menu: [
          { labels: { ko: '인공지능' }, href: '/ai/' },
          { labels: { ko: '달' }, href: '/ai/2024-03/' },
          { labels: { ko: '밖' }, href: 'https://example.org/ai/' },
        ],
      }),
    );

    expect(await changeCategory(viewer, one.categoryId, input('딥러닝', '딥러닝'))).toBe(2);

    const paths = await db().post.findMany({ select: { path: true }, orderBy: { slug: 'asc' } });
    expect(paths.map(({ path }) => path)).toEqual([
      '/딥러닝/2024-03/one/',
      '/other/2024-03/three/',
      '/딥러닝/2024-03/two/',
    ]);
    expect(await formerAddress('/ai/2024-03/one/')).toEqual({ path: '/딥러닝/2024-03/one/' });
    // Nobody has ever seen the draft, so nobody learns of it.
    expect(await formerAddress('/ai/2024-03/two/')).toBeNull();
    expect(await formerAddress('/ai/')).toEqual({ path: '/딥러닝/' });
    expect(await formerAddress('/ai/2024-03/')).toEqual({ path: '/딥러닝/2024-03/' });
    expect(await presentCategorySlug('ai')).toBe('딥러닝');
    expect((await settings()).menu.map(({ href }) => href)).toEqual([
      '/딥러닝/',
      '/딥러닝/2024-03/',
      'https://example.org/ai/',
    ]);
    expect(draft.categoryId).toBe(one.categoryId);
    const { entries } = await auditPage(viewer, { actor: viewer.memberId }, 'ko');
    expect(entries.map(({ action }) => action).sort()).toEqual(['category.move', 'settings.change']);
    expect(entries.find(({ action }) => action === 'category.move')?.detail).toEqual({
      from: 'ai',
      to: '딥러닝',
      posts: 2,
    });
  });

  test('a slug that a category had stays its own: nobody else gets it, an import finds it, and it can go back', async () => {
    const viewer = await administrator();
    const id = await addCategory(viewer, input('ai'));
    await changeCategory(viewer, id, input('deep'));
    await expect(addCategory(viewer, input('ai'))).rejects.toMatchObject({ code: 'category-slug-taken' });
    expect(await transaction((tx) => ensureCategory(tx, shell, { slug: 'ai', names: { ko: 'ai' } }))).toBe(
      id,
    );
    await changeCategory(viewer, id, input('ai'));
    expect(await presentCategorySlug('deep')).toBe('ai');
    expect(await presentCategorySlug('ai')).toBeNull();
  });

  test('nothing moves where an address is taken', async () => {
    const viewer = await administrator();
    const { categoryId, postId } = await writePost({ slug: 'one', category: 'ai' });
    const other = await writePost({ slug: 'one', category: 'other' });
    // Another post once had the address that this one is to get.
    await transaction((tx) =>
      tx.postAddress.create({ data: { path: '/deep/2024-03/one/', postId: other.postId } }),
    );
    await expect(changeCategory(viewer, categoryId, input('deep'))).rejects.toMatchObject({
      code: 'category-slug-taken',
    });
    expect((await db().post.findUniqueOrThrow({ where: { id: postId } })).path).toBe('/ai/2024-03/one/');
    expect((await managedCategories(viewer)).map(({ slug }) => slug)).toContain('ai');
  });

  test('saving what is there already changes and notes nothing', async () => {
    const viewer = await administrator();
    const id = await addCategory(viewer, input('ai', '인공지능'));
    expect(await changeCategory(viewer, id, input('ai', '인공지능'))).toBe(0);
    expect((await auditPage(viewer, {}, 'ko')).entries).toHaveLength(1);
  });

  test('are put in order; a list that lacks one, names one twice or knows a stranger is refused', async () => {
    const viewer = await administrator();
    const [a, b, c] = [
      await addCategory(viewer, input('a')),
      await addCategory(viewer, input('b')),
      await addCategory(viewer, input('c')),
    ];
    await orderCategories(viewer, [c, a, b]);
    expect((await managedCategories(viewer)).map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
    for (const ids of [[c, a], [c, a, b, b], [c, a, 'stranger'], []])
      await expect(orderCategories(viewer, ids)).rejects.toMatchObject({
        code: 'category-changed-meanwhile',
      });
  });

  test('are removed when they are empty, and only then', async () => {
    const viewer = await administrator();
    const { categoryId } = await writePost({ slug: 'one', category: 'ai', published: false });
    await expect(removeCategory(viewer, categoryId)).rejects.toMatchObject({ code: 'category-in-use' });
    const id = await addCategory(viewer, input('empty'));
    await removeCategory(viewer, id);
    expect((await managedCategories(viewer)).map(({ slug }) => slug)).toEqual(['ai']);
    await expect(removeCategory(viewer, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(changeCategory(viewer, id, input('x'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
