import { beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { writePost } from '@/lib/posts/testing';
import { readDraft, saveDraft, type Writer } from '.';

useDatabase();

const text = (source: string) => ({ title: '제목', summary: '', source });
let id: string;
let editor: Writer;

async function editorNamed(handle: string): Promise<Writer> {
  const member = await transaction((tx) =>
    tx.member.create({ data: { handle, names: { ko: handle }, about: {}, links: [], role: 'editor' } }),
  );
  return { memberId: member.id, role: 'editor', language: 'ko' };
}

const history = async () =>
  (await db().revision.findMany({ where: { translationId: id }, orderBy: { number: 'asc' } })).map(
    ({ reason, source }) => `${reason}: ${source}`,
  );

beforeEach(async () => {
  ({ translationId: id } = await writePost({ slug: 'a', published: false, source: '처음\n' }));
  editor = await editorNamed('seo-yeon');
});

async function save(source: string, more: object = {}) {
  const { version } = await readDraft(editor, id);
  return saveDraft(editor, id, {
    ...text(source),
    baseVersion: version,
    saveKey: crypto.randomUUID(),
    ...more,
  });
}

describe('saving what came of a conflict', () => {
  it('keeps the side that was not chosen, the other side and the result', async () => {
    await save('내 것 하나');
    await save('내 것 둘', { asides: [text('네 것')], isApart: true });
    expect((await history()).slice(1)).toEqual([
      'autosave: 내 것 하나',
      'aside: 네 것',
      'autosave: 내 것 둘',
    ]);
    expect((await readDraft(editor, id)).source).toBe('내 것 둘');
  });

  it('keeps apart what would otherwise be put together', async () => {
    await save('하나');
    await save('하나 둘');
    await save('하나 둘 셋', { isApart: true });
    expect((await history()).slice(1)).toEqual(['autosave: 하나 둘', 'autosave: 하나 둘 셋']);
  });

  it('keeps a side although the draft stays as it is, once', async () => {
    await save('하나');
    const before = await readDraft(editor, id);
    const again = { asides: [text('둘')] };
    await save('하나', again);
    await save('하나', again);
    expect((await history()).slice(1)).toEqual(['autosave: 하나', 'aside: 둘', 'autosave: 하나']);
    expect((await readDraft(editor, id)).version).toBe(before.version);
  });

  it('keeps nothing of a save that is refused', async () => {
    await save('하나');
    const stale = { asides: [text('둘')], baseVersion: 0 };
    await expect(save('셋', stale)).rejects.toMatchObject({ code: 'draft-conflict' });
    expect((await history()).slice(1)).toEqual(['autosave: 하나']);
  });
});

it('saves nothing in the name of somebody who has signed in since', async () => {
  const other = await editorNamed('do-yun');
  await expect(save('하나', { memberId: other.memberId })).rejects.toMatchObject({ code: 'other-member' });
  await save('하나', { memberId: editor.memberId });
});

it('tells the keys of the last saves, so that a browser knows its own below later ones', async () => {
  const saveKeys = ['a', 'b', 'c'];
  for (const saveKey of saveKeys) await save(`글 ${saveKey}`, { saveKey });
  expect((await readDraft(editor, id)).recentKeys).toEqual(saveKeys);
  for (let i = 0; i < 60; i += 1) await save(`글 ${i}`);
  const { recentKeys, saveKey } = await readDraft(editor, id);
  expect(recentKeys).toHaveLength(50);
  expect(recentKeys.at(-1)).toBe(saveKey);
});
