import { beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { ensureCategory, ensureTag, formerAddress, postPage } from '@/lib/posts';
import {
  checkAddress,
  checkList,
  detailChoices,
  editorView,
  publishNow,
  readFrontMatter,
  saveDetails,
  type Writer,
} from '.';
import type { PostDetails } from './types';
import { draftBy, publicBy, setSettings, write, writerNamed } from './testing';

useDatabase();

let hana: Writer;
let editor: Writer;
let ai: string;

beforeEach(async () => {
  hana = await writerNamed('hana');
  editor = await writerNamed('yuho', 'editor');
  ai = await transaction((tx) =>
    ensureCategory(tx, { label: 'shell' }, { slug: 'ai', names: { ko: '인공지능', en: 'AI' } }),
  );
});

async function change(
  viewer: Writer,
  ids: { postId: string; translationId: string },
  to: Partial<PostDetails>,
) {
  const { details } = await editorView(viewer, ids.translationId);
  return saveDetails(viewer, ids.postId, { ...details, ...to });
}

describe('the address', () => {
  it('of a draft is free again once the draft has another one', async () => {
    const ids = await draftBy(hana);
    const first = (await change(hana, ids, { month: '2022-09', slug: '220923-whisper' })).path;
    expect(first).toBe('/ai/2022-09/220923-whisper/');
    await change(hana, ids, { slug: '220923-whisper-2' });
    const other = await draftBy(editor);
    expect(
      await checkAddress(editor, other.postId, { categoryId: ai, month: '2022-09', slug: '220923-whisper' }),
    ).toEqual({
      path: first,
      problem: null,
    });
    expect((await change(editor, other, { month: '2022-09', slug: '220923-whisper' })).path).toBe(first);
  });

  it('that readers know leads to the present one for ever, and no other post can take it', async () => {
    const ids = await publicBy(hana, { title: 'Whisper', source: '![](그림.png)\n' });
    await postPage(ids.path, 'ko');
    const { path } = await change(hana, ids, { slug: 'moved' });
    expect(await formerAddress(ids.path)).toEqual({ path });
    expect(await postPage(path, 'ko')).not.toBeNull();
    const other = await draftBy(editor);
    const [, , month = '', slug = ''] = ids.path.split('/');
    const place = { categoryId: ai, month, slug };
    expect(await checkAddress(editor, other.postId, place)).toEqual({
      path: ids.path,
      problem: 'address-taken',
    });
    await expect(change(editor, other, place)).rejects.toMatchObject({
      code: 'address-taken',
      field: 'slug',
    });
    // Its own former address, a post may have back.
    expect(await checkAddress(hana, ids.postId, place)).toEqual({ path: ids.path, problem: null });
  });

  it.each([
    ['a/b', 'address-invalid'],
    ['..', 'address-invalid'],
    ['', 'address-invalid'],
  ])('%j is refused', async (slug, problem) => {
    const ids = await publicBy(hana);
    const place = { categoryId: ai, month: '2022-09', slug };
    expect(await checkAddress(hana, ids.postId, place)).toEqual({ path: null, problem });
    await expect(change(hana, ids, { slug })).rejects.toMatchObject({ code: problem });
  });

  it('of a page is neither reserved nor that of a category', async () => {
    const page = await draftBy(editor, { title: '소개' }, 'page');
    const place = (slug: string) => ({ categoryId: null, month: null, slug });
    expect((await checkAddress(editor, page.postId, place('write'))).problem).toBe('address-reserved');
    expect((await checkAddress(editor, page.postId, place('ai'))).problem).toBe('address-taken');
    expect(await checkAddress(editor, page.postId, place('about'))).toEqual({
      path: '/about/',
      problem: null,
    });
  });

  it('stays what it is while nobody has chosen one', async () => {
    const ids = await draftBy(hana);
    const before = await editorView(hana, ids.translationId);
    expect((await change(hana, ids, { tags: ['음성'] })).path).toBe(before.path);
  });
});

describe('details', () => {
  it('are saved against the version that was read, and the other side is handed over', async () => {
    const ids = await draftBy(hana);
    const { details } = await editorView(hana, ids.translationId);
    await saveDetails(editor, ids.postId, { ...details, tags: ['음성'] });
    await expect(saveDetails(hana, ids.postId, { ...details, slug: 'mine' })).rejects.toMatchObject({
      code: 'details-conflict',
      details: { details: { tags: ['음성'], version: details.version + 1 } },
    });
  });

  it('that are what they were make no version and no entry', async () => {
    const ids = await draftBy(hana);
    const saved = await change(hana, ids, { tags: ['음성'] });
    expect((await change(hana, ids, {})).details).toEqual(saved.details);
    expect(await db().auditEvent.count({ where: { action: 'post.details' } })).toBe(1);
  });

  it('find tags by name in any language or slug, and make the others', async () => {
    const speech = await transaction((tx) =>
      ensureTag(
        tx,
        { label: 'shell' },
        { slug: 'speech', names: { ko: '음성 인식', en: 'Speech recognition' } },
      ),
    );
    const ids = await draftBy(hana);
    const { details } = await change(hana, ids, {
      tags: ['speech recognition', ' 음성  인식 ', 'speech', '새 태그', '새 태그'],
    });
    expect(details.tags).toEqual(['새 태그', '음성 인식']);
    const rows = await db().postTag.findMany({ where: { postId: ids.postId }, include: { tag: true } });
    expect(rows.map(({ tag }) => tag.slug).sort()).toEqual(['speech', '새-태그']);
    expect(rows.some(({ tagId }) => tagId === speech)).toBe(true);
    await expect(change(hana, ids, { tags: ['!!'] })).rejects.toMatchObject({ code: 'tag-invalid' });
  });

  it('keep authors in order; nobody who is suspended or unknown is added, and no member shuts themself out', async () => {
    const jin = await writerNamed('jin');
    const ids = await draftBy(hana);
    const order = [jin.memberId, hana.memberId];
    expect((await change(hana, ids, { authorIds: order })).details.authorIds).toEqual(order);
    await expect(change(hana, ids, { authorIds: [...order, 'nobody'] })).rejects.toMatchObject({
      code: 'author-unknown',
    });
    const gone = await writerNamed('gone');
    await transaction((tx) =>
      tx.member.update({ where: { id: gone.memberId }, data: { state: 'suspended' } }),
    );
    await expect(change(hana, ids, { authorIds: [...order, gone.memberId] })).rejects.toMatchObject({
      code: 'author-unknown',
    });
    // Whoever began it keeps it; a fellow author would lose it.
    await expect(change(jin, ids, { authorIds: [hana.memberId] })).rejects.toMatchObject({
      code: 'author-self',
    });
    await change(hana, ids, { authorIds: [jin.memberId] });
    expect((await editorView(hana, ids.translationId)).details.authorIds).toEqual([jin.memberId]);
  });

  it('move the date of what is public, with its place in the lists', async () => {
    const ids = await publicBy(hana);
    const publishedAt = new Date('2022-09-23T00:00:00Z');
    await change(hana, ids, { publishedAt });
    expect(await db().post.findUnique({ where: { id: ids.postId } })).toMatchObject({
      publishedAt,
      listedAt: publishedAt,
    });
    expect(await postPage(ids.path, 'ko')).toMatchObject({ publishedAt });
    const ahead = new Date(Date.now() + 3_600_000);
    await expect(change(hana, ids, { publishedAt: ahead })).rejects.toMatchObject({ code: 'time-in-future' });
  });

  it('name only pictures and categories that there are', async () => {
    const ids = await draftBy(hana);
    await expect(change(hana, ids, { leadMediaId: 'none' })).rejects.toMatchObject({ code: 'lead-unknown' });
    await expect(change(hana, ids, { categoryId: 'none' })).rejects.toMatchObject({
      code: 'category-unknown',
    });
    await expect(change(hana, ids, { categoryId: null })).rejects.toMatchObject({ code: 'category-missing' });
  });

  it('can be chosen from what there is, in the language of the member', async () => {
    const choices = await detailChoices({ ...hana, language: 'en' });
    expect(choices.categories).toMatchObject([{ slug: 'ai', name: 'AI' }]);
    expect(choices.members.map(({ handle }) => handle)).toEqual(['hana', 'yuho']);
  });
});

describe('the check list', () => {
  const levels = async (id: string) =>
    Object.fromEntries((await checkList(hana, id)).map(({ kind, level }) => [kind, level]));

  it('is in order for a post that is', async () => {
    const { translationId, postId } = await draftBy(hana, { summary: '요약' });
    await change(hana, { translationId, postId }, { slug: '220923-whisper' });
    expect(await levels(translationId)).toMatchObject({
      ...{ title: 'ok', text: 'ok', address: 'ok', category: 'ok', authors: 'ok', summary: 'ok' },
      ...{ images: 'ok', 'image-texts': 'ok', formulas: 'ok', html: 'ok', links: 'ok', size: 'ok' },
      'lead-image': 'warning',
    });
  });

  it('says what would keep it from being published, and what to look at, with lines', async () => {
    const source =
      '[없는 글](/ai/2020-01/none/)과 [[태그](/tags/none/)\n\n![](missing.png)\n\n$\\frac{1$\n\n<script>1</script>\n';
    const { translationId } = await draftBy(hana, { source });
    await write(hana, translationId, { title: '' });
    const items = await checkList(hana, translationId);
    expect(Object.fromEntries(items.map(({ kind, level }) => [kind, level]))).toMatchObject({
      ...{ title: 'blocking', address: 'warning', category: 'ok' },
      ...{ images: 'warning', formulas: 'warning', html: 'warning', links: 'warning' },
    });
    const places = (kind: string) => items.find((item) => item.kind === kind)?.places;
    expect(places('links')).toEqual([
      { line: 1, detail: '/ai/2020-01/none/' },
      { line: 1, detail: '/tags/none/' },
    ]);
    expect(places('images')).toMatchObject([{ line: 3 }]);
    expect(places('formulas')).toMatchObject([{ line: 5 }]);
  });
});

describe('front matter that was pasted', () => {
  it.each([
    [
      'TOML',
      '+++\ntitle = "휘스퍼"\ndate = 2022-09-23T09:00:00+09:00\ntags = ["음성", "OpenAI"]\ncategories = ["ai"]\nauthors = ["hana", "모르는 이"]\nslug = "220923-whisper"\nsummary = "요약"\n+++\n\n본문\n',
    ],
    [
      'YAML',
      '---\ntitle: 휘스퍼\ndate: 2022-09-23T09:00:00+09:00\ntags: [음성, OpenAI]\ncategory: 인공지능\nauthor: [hana, 모르는 이]\nslug: 220923-whisper\ndescription: 요약\n---\n본문\n',
    ],
  ])('is read as details: %s', async (_, text) => {
    const { translationId } = await draftBy(hana);
    expect(await readFrontMatter(hana, translationId, text)).toEqual({
      title: '휘스퍼',
      summary: '요약',
      body: '본문\n',
      details: {
        slug: '220923-whisper',
        tags: ['음성', 'OpenAI'],
        publishedAt: new Date('2022-09-23T00:00:00Z'),
        month: '2022-09',
        categoryId: ai,
        authorIds: [hana.memberId],
      },
      unknown: { authors: ['모르는 이'], category: null },
    });
  });

  it.each(['그냥 글', '---\n가로줄 아래의 글', '+++\ntitle = \n+++\n', '---\n---\n본문'])(
    'is nothing in %j',
    async (text) => {
      const { translationId } = await draftBy(hana);
      expect(await readFrontMatter(hana, translationId, text)).toBeNull();
    },
  );
});

it('the first post of a blog without categories makes one', async () => {
  await transaction((tx) => tx.category.deleteMany());
  await setSettings({ languages: ['ko', 'en'] });
  const { translationId, draftVersion } = await draftBy(hana, { title: 'First' });
  const { path } = await publishNow(hana, translationId, { draftVersion });
  expect(path).toMatch(/^\/posts\//);
  expect((await detailChoices(hana)).categories).toMatchObject([{ slug: 'posts', name: '글' }]);
});
