import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { makeMember } from '@/lib/members/testing';
import { deleteMedia, giveAddress, MEDIA_PAGE, mediaDetail, mediaFile, mediaPage, uploadImage } from '.';
import { canvas } from './testing';

useDatabase();

let shade = 0;
async function upload(viewer: Viewer, name = 'figure.png') {
  shade += 1;
  const bytes = await canvas(shade + 9, 8)
    .png()
    .toBuffer();
  return uploadImage(viewer, { bytes, name });
}

/** A text that names a picture. The rooms that write texts stand above this one, so rows are made by hand. */
async function text(
  source: string,
  {
    in: place = 'draft',
    authorId = null,
    kind = 'post',
  }: { in?: 'draft' | 'public' | 'past'; authorId?: string | null; kind?: 'post' | 'page' } = {},
) {
  shade += 1;
  const slug = `text-${shade}`;
  return transaction(async (tx) => {
    const post = await tx.post.create({
      data: {
        kind,
        slug,
        path: `/${slug}/`,
        originalLanguage: 'ko',
        guid: slug,
        macros: {},
        createdById: authorId,
      },
    });
    const { id } = await tx.translation.create({ data: { postId: post.id, language: 'ko' } });
    await tx.draft.create({
      data: { translationId: id, title: `Draft ${slug}`, source: place === 'draft' ? source : '' },
    });
    if (place !== 'draft') {
      const revision = await tx.revision.create({
        data: { translationId: id, number: 1, title: `Title ${slug}`, source, reason: 'save' },
      });
      if (place === 'public') {
        await tx.translation.update({
          where: { id },
          data: { state: 'published', publishedRevisionId: revision.id },
        });
      }
    }
    return { postId: post.id, translationId: id, title: `Draft ${slug}` };
  });
}

const page = (viewer: Viewer, query: Partial<Parameters<typeof mediaPage>[1]> = {}) =>
  mediaPage(viewer, { words: '', isMine: false, cursor: null, ...query }, 'ko');

describe('the library', () => {
  test('lists the latest first, page by page, without gaps or repetitions', async () => {
    const viewer = await makeMember({ name: '지은이' });
    for (let n = 0; n < MEDIA_PAGE + 2; n += 1) await upload(viewer, `n${n}.png`);
    const first = await page(viewer);
    expect(first).toMatchObject({ total: MEDIA_PAGE + 2 });
    expect(first.items).toHaveLength(MEDIA_PAGE);
    expect(first.items[0]).toMatchObject({ name: `n${MEDIA_PAGE + 1}.png`, owner: '지은이', isOwn: true });
    const second = await page(viewer, { cursor: first.next });
    expect(second.items.map(({ name }) => name)).toEqual(['n1.png', 'n0.png']);
    expect(second.next).toBeNull();
  });

  test('is searched by names and by addresses from before, in any case', async () => {
    const viewer = await makeMember();
    const other = await makeMember();
    await upload(viewer, '확산 모형.PNG');
    const old = await upload(other, 'b.png');
    await transaction((tx) => giveAddress(tx, old.id, '/assets/img/DARTS.png'));
    const names = async (query: Parameters<typeof page>[1]) =>
      (await page(viewer, query)).items.map(({ name }) => name);
    expect(await names({ words: '모형.png' })).toEqual(['확산 모형.PNG']);
    expect(await names({ words: '모형'.normalize('NFD') })).toEqual(['확산 모형.PNG']);
    expect(await names({ words: 'darts' })).toEqual(['b.png']);
    expect(await names({ isMine: true })).toEqual(['확산 모형.PNG']);
    expect(await names({ words: 'nothing' })).toEqual([]);
  });
});

describe('where a picture is used', () => {
  test('is told as far as the viewer may know', async () => {
    const [owner, other, editor] = [
      await makeMember(),
      await makeMember(),
      await makeMember({ role: 'editor' }),
    ];
    const image = await upload(owner);
    const own = await text(`![](${image.src})`, { authorId: owner.memberId });
    await text(`![](${image.src})`, { authorId: other.memberId });
    const shown = await text(`<img src="${image.src}">`, { in: 'public', authorId: other.memberId });
    await text(`![](${image.src})`, { in: 'past', authorId: other.memberId });

    const forOwner = await mediaDetail(owner, image.id, 'ko');
    expect(forOwner.hiddenUses).toBe(2);
    expect(forOwner.uses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          translationId: own.translationId,
          title: own.title,
          where: 'draft',
          path: null,
        }),
        expect.objectContaining({ translationId: null, where: 'public' }),
      ]),
    );
    expect(forOwner.uses).toHaveLength(2);
    expect(JSON.stringify(forOwner)).not.toContain(shown.title);

    const forEditor = await mediaDetail(editor, image.id, 'ko');
    expect(forEditor).toMatchObject({ hiddenUses: 0, mayDelete: true });
    expect(forEditor.uses.map((use) => ('where' in use ? use.where : use.kind)).sort()).toEqual([
      'draft',
      'draft',
      'past',
      'public',
    ]);
    expect(await mediaDetail(other, image.id, 'ko')).toMatchObject({ mayDelete: false });
  });

  test('also counts addresses from before, however they are written', async () => {
    const editor = await makeMember({ role: 'editor' });
    for (const [path, source] of [
      ['/assets/img/한글 그림.png', '![](</assets/img/한글 그림.png>)'],
      ['/assets/img/한글.png', `![](${encodeURI('/assets/img/한글.png').toLowerCase()})`],
      ['/assets/img/a_b%.png', '![](/assets/img/a_b%.png)'],
    ] as const) {
      const image = await upload(editor);
      await transaction((tx) => giveAddress(tx, image.id, path));
      await text(source);
      expect((await mediaDetail(editor, image.id, 'ko')).uses).toHaveLength(1);
    }
    const image = await upload(editor);
    await transaction((tx) => giveAddress(tx, image.id, '/assets/img/x_y.png'));
    await text('![](/assets/img/xzy.png)');
    expect((await mediaDetail(editor, image.id, 'ko')).uses).toEqual([]);
  });
});

describe('a picture is deleted', () => {
  test('by whoever uploaded it or an editor, when nothing uses it', async () => {
    const [owner, editor] = [await makeMember(), await makeMember({ role: 'editor' })];
    for (const viewer of [owner, editor]) {
      const image = await upload(owner, 'gone.png');
      await transaction((tx) => giveAddress(tx, image.id, `/old/${shade}.png`));
      await deleteMedia(viewer, image.id);
      expect(await mediaFile(image.src.replace('/media/', ''))).toBeNull();
      const [event] = await db().auditEvent.findMany({
        where: { subjectId: image.id, action: 'media.delete' },
      });
      expect(event).toMatchObject({ actorId: viewer.memberId, detail: { name: 'gone.png' } });
    }
    expect(await db().mediaBlob.count()).toBe(0);
    expect(await db().mediaAddress.count()).toBe(0);
  });

  test('by nobody else', async () => {
    const [owner, other] = [await makeMember(), await makeMember()];
    const image = await upload(owner);
    await expect(deleteMedia(other, image.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteMedia(null as never, image.id)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(deleteMedia(owner, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await expect(mediaDetail(owner, 'nothing', 'ko')).rejects.toMatchObject({ code: 'not-found' });
    expect(await db().media.count()).toBe(1);
  });

  test.each([
    ['a draft', (src: string) => text(`![](${src})`)],
    ['the public revision', (src: string) => text(`![](${src})`, { in: 'public' })],
    ['an earlier revision', (src: string) => text(`![](${src})`, { in: 'past' })],
    ['a page', (src: string) => text(`![](${src})`, { kind: 'page' })],
  ])('but not while %s uses it', async (_, use) => {
    const owner = await makeMember();
    const image = await upload(owner);
    await use(image.src);
    await expect(deleteMedia(owner, image.id)).rejects.toMatchObject({
      code: 'media-in-use',
      values: { count: 1 },
    });
  });

  test('but not while it is a lead image, a profile picture or the logo', async () => {
    const owner = await makeMember();
    const [lead, avatar, logo] = [await upload(owner), await upload(owner), await upload(owner)];
    const { postId } = await text('');
    await transaction(async (tx) => {
      await tx.post.update({ where: { id: postId }, data: { leadMediaId: lead.id } });
      await tx.member.update({ where: { id: owner.memberId }, data: { avatarId: avatar.id } });
      await tx.setting.create({ data: { id: 'site', document: { logoMediaId: logo.id } } });
    });
    for (const { id } of [lead, avatar, logo]) {
      await expect(deleteMedia(owner, id)).rejects.toMatchObject({ code: 'media-in-use' });
      expect((await mediaDetail(owner, id, 'ko')).uses.length + (id === lead.id ? 1 : 0)).toBe(1);
    }
    expect(await db().media.count()).toBe(3);
  });
});
