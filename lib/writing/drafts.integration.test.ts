import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { writePost } from '@/lib/posts/testing';
import {
  beginPost,
  editorView,
  MAX_SOURCE,
  publishNow,
  readDraft,
  restore,
  revisionList,
  revisionView,
  saveDraft,
  schedule,
  type Writer,
} from '.';
import { charactersLost } from './history';
import { draftBy, publicBy, write, writerNamed } from './testing';

useDatabase();

let hana: Writer;
let editor: Writer;

beforeEach(async () => {
  hana = await writerNamed('hana');
  editor = await writerNamed('yuho', 'editor');
});

const minutes = (n: number, from = Date.parse('2026-11-25T00:00:00Z')) => new Date(from + n * 60_000);
const input = (source: string, baseVersion: number, saveKey: string = randomUUID()) => ({
  title: '제목',
  summary: '',
  source,
  baseVersion,
  saveKey,
});

describe('beginning a post', () => {
  it('makes an empty draft of this month in the first category, with its writer as author', async () => {
    // A minute before midnight in London, morning of the next month in Seoul.
    const now = new Date('2026-10-31T23:59:00Z');
    const { translationId } = await beginPost(hana, { kind: 'post', language: 'ko' }, now);
    const view = await editorView(hana, translationId);
    expect(view.draft).toMatchObject({ title: '', source: '', version: 0 });
    expect(view.details).toMatchObject({ month: '2026-11', slug: '', authorIds: [hana.memberId] });
    expect(view.path).toMatch(/^\/posts\/2026-11\/261101-\d[a-z0-9]{4}\d\/$/);
    expect(view).toMatchObject({ state: 'draft', isPublic: false, published: null, schedule: null });
  });

  it('makes pages for editors alone', async () => {
    await expect(beginPost(hana, { kind: 'page', language: 'ko' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { translationId } = await beginPost(editor, { kind: 'page', language: 'en' });
    expect((await editorView(editor, translationId)).kind).toBe('page');
  });

  it('refuses a language that the site does not have, and a category that does not exist', async () => {
    await expect(beginPost(hana, { kind: 'post', language: 'fr' })).rejects.toMatchObject({
      code: 'language-unknown',
    });
    await expect(beginPost(hana, { kind: 'post', language: 'ko', categoryId: 'none' })).rejects.toMatchObject(
      { code: 'category-unknown' },
    );
  });
});

describe('opening what was brought in', () => {
  it('makes a draft of it, which differs in nothing', async () => {
    const { translationId, revisionId } = await writePost({ slug: 'a', title: '옛 글', source: '본문\n' });
    const view = await editorView(editor, translationId);
    expect(view.draft).toMatchObject({ title: '옛 글', source: '본문\n', version: 0 });
    expect(view.published).toBeNull();
    expect(await db().draft.findUnique({ where: { translationId } })).toMatchObject({
      baseRevisionId: revisionId,
    });
  });

  it('opens once, however many open it at the same time', async () => {
    const { translationId } = await writePost({ slug: 'a' });
    await Promise.all([1, 2, 3].map(() => editorView(editor, translationId)));
    expect(await db().draft.count()).toBe(1);
  });
});

describe('saving', () => {
  it('keeps text in NFC, with its own line ends, and without what no feed could carry', async () => {
    const { translationId } = await beginPost(hana, { kind: 'post', language: 'ko' });
    await saveDraft(hana, translationId, input('각\r\n\u0008끝', 0));
    expect((await readDraft(hana, translationId)).source).toBe('각\n끝');
  });

  it('answers a save that is sent again as before, and changes nothing', async () => {
    const { translationId } = await beginPost(hana, { kind: 'post', language: 'ko' });
    const save = input('하나', 0);
    const first = await saveDraft(hana, translationId, save);
    expect(await saveDraft(hana, translationId, save)).toEqual(first);
    // By its key alone: what it brings is not even looked at.
    expect(await saveDraft(hana, translationId, { ...save, source: '둘' })).toEqual(first);
    expect(await readDraft(hana, translationId)).toMatchObject({ version: 1, source: '하나' });
  });

  it('makes no version of what is there already', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    const draft = await readDraft(hana, translationId);
    const again = { ...draft, baseVersion: 0, saveKey: randomUUID() };
    expect(await saveDraft(hana, translationId, again)).toMatchObject({ version: draftVersion });
  });

  it('refuses a stale text and hands over the other side', async () => {
    const { translationId } = await draftBy(hana);
    await saveDraft(editor, translationId, input('편집자의 글', 1, 'theirs'));
    await expect(saveDraft(hana, translationId, input('내 글', 1))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'draft-conflict',
      details: { source: '편집자의 글', version: 2, saveKey: 'theirs', savedBy: 'yuho' },
    });
    expect((await readDraft(hana, translationId)).source).toBe('편집자의 글');
  });

  it('takes exactly one of two saves at the same moment', async () => {
    const { translationId } = await draftBy(hana);
    const results = await Promise.allSettled([
      saveDraft(hana, translationId, input('하나', 1)),
      saveDraft(editor, translationId, input('둘', 1)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readDraft(hana, translationId)).version).toBe(2);
  });

  it('refuses what is too long, by its name, and keeps what was there', async () => {
    const { translationId } = await draftBy(hana, { source: '있던 글' });
    const long = input('가'.repeat(MAX_SOURCE + 1), 1);
    await expect(saveDraft(hana, translationId, long)).rejects.toMatchObject({
      kind: 'too-large',
      code: 'text-too-long',
      field: 'source',
    });
    expect((await readDraft(hana, translationId)).source).toBe('있던 글');
    await saveDraft(hana, translationId, input('가'.repeat(MAX_SOURCE), 1));
  });
});

describe('the history', () => {
  const sources = async (translationId: string) =>
    (await db().revision.findMany({ where: { translationId }, orderBy: { number: 'asc' } })).map(
      ({ source, reason }) => `${reason} ${source}`,
    );

  async function begun() {
    return (await beginPost(hana, { kind: 'post', language: 'ko' })).translationId;
  }

  it('puts saves of ten minutes together, and begins anew then', async () => {
    const id = await begun();
    await write(hana, id, { source: '하나' }, minutes(0));
    await write(hana, id, { source: '하나 둘' }, minutes(5));
    await write(hana, id, { source: '하나 둘 셋' }, minutes(9));
    await write(hana, id, { source: '하나 둘 셋 넷' }, minutes(11));
    expect(await sources(id)).toEqual(['autosave 하나 둘 셋', 'autosave 하나 둘 셋 넷']);
    const [latest, before] = await revisionList(hana, id);
    expect(before).toMatchObject({ number: 1, savedAt: minutes(9), createdAt: minutes(0), isDraft: false });
    expect(latest).toMatchObject({ number: 2, author: 'hana', isDraft: true, reason: 'autosave' });
  });

  it('keeps apart what two members save', async () => {
    const id = await begun();
    await write(hana, id, { source: '하나' }, minutes(0));
    await write(editor, id, { source: '하나 둘' }, minutes(1));
    await write(hana, id, { source: '하나 둘 셋' }, minutes(2));
    expect(await sources(id)).toHaveLength(3);
  });

  it('never loses a long text to an empty one, nor to another text of the same length', async () => {
    const id = await begun();
    const long = '문단입니다. '.repeat(300);
    await write(hana, id, { source: long }, minutes(0));
    await write(hana, id, { source: '' }, minutes(1));
    await write(hana, id, { source: '다시' }, minutes(2));
    await write(hana, id, { source: '다른 글입니다'.repeat(300) }, minutes(3));
    const kept = await sources(id);
    expect(kept[0]).toBe(`autosave ${long}`);
    expect(kept.at(-1)).toBe(`autosave ${'다른 글입니다'.repeat(300)}`);
  });

  it('counts what is lost between the shared beginning and end', () => {
    expect(charactersLost('가나다라', '가나다라마')).toBe(0);
    expect(charactersLost('가나다라', '가라')).toBe(2);
    expect(charactersLost('가나다라', '')).toBe(4);
    expect(charactersLost('aa', 'aaa')).toBe(0);
  });

  it('leaves a revision alone that is scheduled or public', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    const at = new Date(Date.now() + 3_600_000);
    const { revisionId } = await schedule(hana, translationId, { draftVersion, at });
    await write(hana, translationId, { source: '나중 글\n' });
    expect(await db().revision.findUnique({ where: { id: revisionId } })).toMatchObject({
      source: '첫 문단.\n',
      reason: 'schedule',
    });
    const view = await editorView(hana, translationId);
    expect(view.schedule).toEqual({ at, revisionId, isOlderThanDraft: true });
  });

  it('makes the autosave that is published the published revision', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await publishNow(hana, translationId, { draftVersion });
    expect(await sources(translationId)).toEqual(['publish 첫 문단.\n']);
  });

  it('shows a revision as its page would be', async () => {
    const { translationId } = await draftBy(hana, { source: '**굵게(bold)**은 $x^2$\n' });
    const [item] = await revisionList(hana, translationId);
    const view = await revisionView(hana, item?.id ?? '');
    expect(view.html).toContain('<strong>굵게(bold)</strong>은');
    expect(view).toMatchObject({ translationId, isDraft: true, source: '**굵게(bold)**은 $x^2$\n' });
  });

  it('restores a revision as a new one, and what the draft held stays', async () => {
    const { translationId } = await publicBy(hana, { source: '옛 글\n' });
    const draftVersion = await write(hana, translationId, { source: '새 글\n' });
    const first = (await revisionList(hana, translationId)).at(-1);
    const draft = await restore(hana, first?.id ?? '', { draftVersion });
    expect(draft).toMatchObject({ source: '옛 글\n', version: draftVersion + 1, saveKey: null });
    expect(await sources(translationId)).toEqual(['publish 옛 글\n', 'autosave 새 글\n', 'restore 옛 글\n']);
    // What is typed next does not go into the restored one.
    await write(hana, translationId, { source: '옛 글 고침\n' });
    expect(await sources(translationId)).toHaveLength(4);
  });

  it('does not restore over work that the viewer has not seen', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    const [item] = await revisionList(hana, translationId);
    await write(editor, translationId, { source: '편집자의 글' });
    await expect(restore(hana, item?.id ?? '', { draftVersion })).rejects.toMatchObject({
      code: 'draft-conflict',
    });
  });
});
