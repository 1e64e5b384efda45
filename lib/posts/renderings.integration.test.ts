import { describe, expect, test } from 'vitest';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { renderPost } from '@/lib/markdown';
import { changeSettings } from '@/lib/settings';
import { movePost, postPage, refreshRenderings } from '.';
import { shell, writePost } from './testing';

useDatabase();

const slugs = Array.from({ length: 25 }, (_, n) => `post-${n}`);

describe('refreshing renderings', () => {
  test('renders what is public, newest first, each once', async () => {
    for (const slug of slugs) await writePost({ slug });
    await writePost({ slug: 'draft', published: false });
    const asked: string[] = [];
    const progress: number[] = [];
    const rendered = await refreshRenderings({
      render: (source, options) => {
        asked.push(options.path ?? '');
        return renderPost(source, options);
      },
      onProgress: (done, total) => progress.push(done, total),
    });
    expect(rendered).toBe(25);
    expect(asked).toHaveLength(25);
    expect(asked.slice(0, 20)).toContain('/ai/2024-03/post-24/');
    expect(progress).toEqual([20, 25, 25, 25]);
    expect(await db().rendering.count()).toBe(25);
    expect(await refreshRenderings()).toBe(0);
  });

  test('takes a few statements for many posts', async () => {
    for (const slug of slugs) await writePost({ slug });
    const before = statementCount();
    await refreshRenderings();
    expect(statementCount() - before).toBeLessThan(2 * slugs.length);
  });

  test('drops what was made with other settings', async () => {
    await writePost({ slug: 'a' });
    await refreshRenderings();
    await transaction((tx) => changeSettings(tx, shell, { macros: { '\\RR': '\\mathbb{R}' } }));
    expect(await refreshRenderings()).toBe(1);
    expect(await db().rendering.count()).toBe(1);
  });

  test('stops between two batches when it is asked to', async () => {
    for (const slug of slugs) await writePost({ slug });
    let asked = 0;
    expect(await refreshRenderings({ stop: () => (asked += 1) > 1 })).toBe(20);
    expect(await db().rendering.count()).toBe(20);
    expect(await refreshRenderings()).toBe(5);
  });

  test('does not keep what was rendered for an address that the post has left meanwhile', async () => {
    const { postId, categoryId } = await writePost({ slug: 'here', source: '[up](../)\n' });
    await refreshRenderings({
      render: async (source, options) => {
        const place = { categoryId, month: '2024-04', slug: 'there' };
        await transaction((tx) => movePost(tx, shell, postId, place));
        return renderPost(source, options);
      },
    });
    expect(await db().rendering.count()).toBe(0);
    expect((await postPage('/ai/2024-04/there/', 'ko'))?.html).toContain('up');
  });

  test('says what went wrong when nothing can be rendered', async () => {
    await writePost({ slug: 'a' });
    await expect(
      refreshRenderings({
        render: () => {
          throw new Error('no thread left');
        },
      }),
    ).rejects.toThrow('no thread left');
  });
});
