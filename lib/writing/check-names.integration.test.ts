import { describe, expect, test } from 'vitest';
import { transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { makeMember } from '@/lib/members/testing';
import { writePost } from '@/lib/posts/testing';
import { giveAddress } from '@/lib/media';
import { checkNames } from '.';

useDatabase();

async function media(hash: string): Promise<string> {
  const { id } = await transaction((tx) =>
    tx.media.create({
      data: {
        hash,
        sourceHash: hash,
        extension: 'png',
        type: 'image/png',
        size: 1,
        width: 640,
        height: 480,
        name: 'a.png',
        blobs: { create: [{ variant: '320', type: 'image/webp', size: 1, bytes: new Uint8Array(1) }] },
      },
      select: { id: true },
    }),
  );
  return id;
}

describe('what a text names', () => {
  test('links to what readers can see are whole, all others are broken', async () => {
    const editor = await makeMember({ role: 'editor', handle: 'mina' });
    const { translationId } = await writePost({ slug: 'own', published: false });
    await writePost({ slug: '공개 글', month: '2024-02', tags: ['확산'] });
    await writePost({ slug: 'draft', category: 'secret', published: false });
    const whole = [
      '/',
      '/en/',
      '/archive/',
      '/tags/',
      '/en/authors/',
      '/categories/',
      '/page/2/',
      '/index.xml',
      '/search/?q=a',
      '/ai/',
      '/ai',
      '/ai/page/3/',
      '/ai/index.xml',
      '/ai/2024-02/',
      '/en/ai/2024-02/',
      '/ai/2024-02/공개 글/',
      '/ai/2024-02/%EA%B3%B5%EA%B0%9C%20%EA%B8%80/#절',
      '../../2024-02/공개 글/',
      '/tags/확산/',
      '/en/tags/확산/index.xml',
      '/authors/mina/',
      '/ai/2024-03/own/',
      '/en/ai/2024-03/own/',
    ];
    const broken = [
      '/nothing/',
      '/ai/2023-01/',
      '/ai/2024-02/other/',
      '/secret/2024-03/',
      '/secret/2024-03/draft/',
      '/tags/없음/',
      '/authors/nobody/',
      '/media/none.png',
      '/tags/none/index.xml',
      '/%E0%A4%A/',
    ];
    const { brokenLinks } = await checkNames(editor, translationId, {
      images: [],
      links: [...whole, ...broken],
    });
    expect(brokenLinks).toEqual(broken);
  });

  test('images are told by the address that the text has', async () => {
    const editor = await makeMember({ role: 'editor' });
    const { translationId } = await writePost({ slug: 'own', published: false });
    const hash = 'a'.repeat(64);
    const id = await media(hash);
    await transaction((tx) => giveAddress(tx, id, '/assets/img/그림.png'));
    const own = `/media/${hash}.png`;
    const names = {
      images: [own, '/assets/img/그림.png', '/none.png'],
      links: [own, '/assets/img/그림.png'],
    };
    const { images, brokenLinks } = await checkNames(editor, translationId, names);
    expect(Object.keys(images).sort()).toEqual(['/assets/img/그림.png', own]);
    expect(images[own]).toEqual({
      src: own,
      width: 640,
      height: 480,
      variants: [{ src: `/media/${hash}-320.webp`, width: 320 }],
    });
    expect(brokenLinks).toEqual([]);
  });

  test('whoever may not read the text learns nothing', async () => {
    const stranger = await makeMember();
    const { translationId } = await writePost({ slug: 'own', published: false });
    const nothing = { images: [], links: [] };
    await expect(checkNames(stranger, translationId, nothing)).rejects.toMatchObject({ code: 'not-found' });
    await expect(checkNames(stranger, 'none', nothing)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('no number of names is too large for one question', async () => {
    const editor = await makeMember({ role: 'editor' });
    const { translationId } = await writePost({ slug: 'own', published: false });
    const many = (prefix: string) => Array.from({ length: 300 }, (_, index) => `${prefix}${String(index)}`);
    const links = many('/ai/2020-01/x');
    const { images, brokenLinks } = await checkNames(editor, translationId, { images: many('/i/'), links });
    expect([Object.keys(images).length, brokenLinks.length]).toEqual([0, 300]);
  });
});
