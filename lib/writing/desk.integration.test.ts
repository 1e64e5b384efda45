import { beforeEach, describe, expect, it } from 'vitest';
import { db, statementCount, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import {
  beginPost,
  checkAddress,
  checkList,
  checkNames,
  createPreviewLink,
  deskFilters,
  deskList,
  deskPages,
  discard,
  editorView,
  hide,
  needsMe,
  previewByToken,
  previewLinks,
  publishNow,
  readDraft,
  readFrontMatter,
  requestReview,
  restore,
  returnToWriter,
  revisionList,
  revisionView,
  revokePreviewLink,
  ROWS_PER_PAGE,
  saveDetails,
  saveDraft,
  schedule,
  show,
  takeOut,
  translationAt,
  unschedule,
  withdrawReview,
  type Writer,
} from '.';
import { draftBy, publicBy, write, writerNamed } from './testing';
import type { DeskGroup, DeskQuery } from './types';

useDatabase();

let hana: Writer;
let jin: Writer;
let editor: Writer;

beforeEach(async () => {
  hana = await writerNamed('hana');
  jin = await writerNamed('jin');
  editor = await writerNamed('yuho', 'editor');
});

const query = (group: DeskGroup, more: Partial<DeskQuery> = {}): DeskQuery => ({
  group,
  whose: 'own',
  words: '',
  category: null,
  author: null,
  page: 1,
  ...more,
});

describe('the desk', () => {
  it('lists and counts what is mine by its state', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await draftBy(hana, { title: '초안' });
    const reviewed = await draftBy(hana, { title: '검토' });
    await requestReview(hana, reviewed.translationId, reviewed);
    const scheduled = await draftBy(hana, { title: '예약' });
    await schedule(hana, scheduled.translationId, { ...scheduled, at: later });
    await publicBy(hana, { title: '공개' });
    const hidden = await publicBy(hana, { title: '숨김' });
    await hide(hana, hidden.translationId);
    const discarded = await draftBy(hana, { title: '치움' });
    await discard(hana, discarded.postId);
    await draftBy(jin, { title: '남의 글' });

    const titles = async (group: DeskGroup) =>
      (await deskList(hana, query(group))).rows.map(({ title }) => title);
    expect(await titles('drafts')).toEqual(['초안']);
    expect(await titles('review')).toEqual(['검토']);
    expect(await titles('scheduled')).toEqual(['예약']);
    expect(await titles('published')).toEqual(['공개']);
    expect(await titles('hidden')).toEqual(['숨김']);
    expect(await titles('discarded')).toEqual(['치움']);
    const { counts, total, pages } = await deskList(hana, query('drafts'));
    expect(counts).toEqual({ drafts: 1, review: 1, scheduled: 1, published: 1, hidden: 1, discarded: 1 });
    expect([total, pages]).toEqual([1, 1]);
  });

  it('shows everyone’s to editors alone, whatever is asked for', async () => {
    await draftBy(hana, { title: '하나의 글' });
    await draftBy(jin, { title: '진의 글' });
    const asked = query('drafts', { whose: 'everyone' });
    expect((await deskList(editor, asked)).total).toBe(2);
    expect((await deskList(hana, asked)).rows.map(({ title }) => title)).toEqual(['하나의 글']);
    expect((await deskList(editor, query('drafts'))).total).toBe(0);
    expect((await deskList(hana, query('drafts', { whose: 'everyone', author: 'jin' }))).total).toBe(0);
    expect((await deskList(editor, { ...asked, author: 'jin' })).total).toBe(1);
  });

  it('finds by all words of title or text, in any case, and by category', async () => {
    await draftBy(hana, { title: 'Whisper', source: '음성 인식 모델\n' });
    await draftBy(hana, { title: '확산 모델', source: 'Diffusion 100%_\n' });
    const found = async (words: string) =>
      (await deskList(hana, query('drafts', { words }))).rows.map(({ title }) => title);
    expect(await found('모델')).toHaveLength(2);
    expect(await found('WHISPER 음성')).toEqual(['Whisper']);
    expect(await found('diffusion')).toEqual(['확산 모델']);
    expect(await found('없는 말')).toEqual([]);
    expect((await deskList(hana, query('drafts', { category: 'posts' }))).total).toBe(2);
    expect((await deskList(hana, query('drafts', { category: 'none' }))).total).toBe(0);
  });

  it('costs the same statements for a page of lines as for one', async () => {
    const changed = async (title: string) => {
      const { translationId } = await publicBy(hana, { title });
      await write(hana, translationId, { source: `고친 ${title}\n` });
    };
    const cost = async () => {
      const before = statementCount();
      await deskList(hana, query('published'));
      await needsMe(hana);
      return statementCount() - before;
    };
    await changed('글');
    const one = await cost();
    for (let n = 0; n < 8; n += 1) await changed(`글 ${n}`);
    expect(await cost()).toBe(one);
  });

  it('is cut into pages', async () => {
    const { postId } = await draftBy(hana);
    await transaction(async (tx) => {
      const post = await tx.post.findUniqueOrThrow({ where: { id: postId } });
      for (let n = 0; n < ROWS_PER_PAGE; n += 1) {
        const { id } = await tx.post.create({
          data: {
            ...{ categoryId: post.categoryId, month: post.month, slug: `s${n}`, path: `/p/${n}/` },
            ...{ originalLanguage: 'ko', guid: `g${n}`, macros: {}, createdById: hana.memberId },
          },
        });
        await tx.translation.create({ data: { postId: id, language: 'ko' } });
      }
    });
    const second = await deskList(hana, query('drafts', { page: 2 }));
    expect([second.total, second.pages, second.rows.length]).toEqual([ROWS_PER_PAGE + 1, 2, 1]);
    expect((await deskList(hana, query('drafts', { page: 3 }))).rows).toEqual([]);
  });

  it('lists single pages for editors', async () => {
    await draftBy(editor, { title: '소개' }, 'page');
    expect((await deskPages(editor)).map(({ title }) => title)).toEqual(['소개']);
    await expect(deskPages(hana)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await deskFilters(hana)).authors).toEqual([]);
  });
});

describe('a preview link', () => {
  it('shows the draft as it is now to whoever has it, until it is revoked', async () => {
    const { translationId } = await draftBy(hana, { title: '초안', source: '처음\n' });
    const link = await createPreviewLink(hana, translationId);
    const secret = /\/preview\/([\w-]{43})\/$/.exec(link.url)?.[1] ?? '';
    expect(await db().token.count({ where: { hash: secret } })).toBe(0);
    await write(hana, translationId, { source: '**나중(later)**은\n' });
    const preview = await previewByToken(secret);
    expect(preview).toMatchObject({ kind: 'post', post: { title: '초안' }, expiresAt: link.expiresAt });
    expect(preview?.kind === 'post' && preview.post.html).toContain('<strong>나중(later)</strong>은');
    expect(await previewLinks(hana, translationId)).toMatchObject([{ id: link.id, createdBy: 'hana' }]);
    expect(await previewByToken(secret, link.expiresAt)).toBeNull();
    await revokePreviewLink(editor, link.id);
    expect(await previewByToken(secret)).toBeNull();
    expect(await previewLinks(hana, translationId)).toEqual([]);
  });

  it('shows nothing of what was put away, and nothing by a token of another kind', async () => {
    const { postId, translationId } = await draftBy(hana);
    const { url } = await createPreviewLink(hana, translationId);
    const secret = url.split('/').at(-2) ?? '';
    await discard(hana, postId);
    expect(await previewByToken(secret)).toBeNull();
    await takeOut(hana, postId);
    await transaction((tx) => tx.token.updateMany({ data: { purpose: 'invitation' } }));
    expect(await previewByToken(secret)).toBeNull();
    expect(await previewByToken('x')).toBeNull();
  });

  it('is one of few, and lists those of its own text alone', async () => {
    const a = await draftBy(hana);
    const b = await draftBy(hana);
    for (let n = 0; n < 20; n += 1) await createPreviewLink(hana, a.translationId);
    await expect(createPreviewLink(hana, a.translationId)).rejects.toMatchObject({ code: 'links-too-many' });
    await createPreviewLink(hana, b.translationId);
    expect(await previewLinks(hana, b.translationId)).toHaveLength(1);
  });
});

describe('a text of somebody else', () => {
  it('is not there for a member, whatever is tried', async () => {
    const { postId, translationId, draftVersion } = await draftBy(hana);
    const later = new Date(Date.now() + 3_600_000);
    const link = await createPreviewLink(hana, translationId);
    const [revision] = await revisionList(hana, translationId);
    const { details, path } = await editorView(hana, translationId);
    const save = { title: 'x', summary: '', source: 'x', baseVersion: draftVersion, saveKey: 'x' };
    const place = { categoryId: null, month: null, slug: 'x' };
    const tries: Record<string, () => Promise<unknown>> = {
      editorView: () => editorView(jin, translationId),
      readDraft: () => readDraft(jin, translationId),
      saveDraft: () => saveDraft(jin, translationId, save),
      checkList: () => checkList(jin, translationId),
      checkNames: () => checkNames(jin, translationId, { images: [], links: [] }),
      readFrontMatter: () => readFrontMatter(jin, translationId, '+++\ntitle="x"\n+++\n'),
      saveDetails: () => saveDetails(jin, postId, details),
      checkAddress: () => checkAddress(jin, postId, place),
      publishNow: () => publishNow(jin, translationId, { draftVersion }),
      schedule: () => schedule(jin, translationId, { draftVersion, at: later }),
      unschedule: () => unschedule(jin, translationId),
      hide: () => hide(jin, translationId),
      show: () => show(jin, translationId),
      requestReview: () => requestReview(jin, translationId, { draftVersion }),
      withdrawReview: () => withdrawReview(jin, translationId),
      returnToWriter: () => returnToWriter(jin, translationId, 'x'),
      discard: () => discard(jin, postId),
      takeOut: () => takeOut(jin, postId),
      revisionList: () => revisionList(jin, translationId),
      revisionView: () => revisionView(jin, revision?.id ?? ''),
      restore: () => restore(jin, revision?.id ?? '', { draftVersion }),
      createPreviewLink: () => createPreviewLink(jin, translationId),
      previewLinks: () => previewLinks(jin, translationId),
      revokePreviewLink: () => revokePreviewLink(jin, link.id),
      translationAt: () => translationAt(jin, path, 'ko'),
    };
    for (const [name, attempt] of Object.entries(tries)) {
      await expect(attempt(), name).rejects.toMatchObject({ name: 'AccessError', code: 'not-found' });
    }
    expect(await editorView(hana, translationId)).toMatchObject({
      state: 'draft',
      draft: { version: draftVersion },
    });
    expect(await previewLinks(hana, translationId)).toHaveLength(1);
  });

  it('is the same as one that does not exist', async () => {
    for (const attempt of [
      () => editorView(jin, 'none'),
      () => revisionView(jin, 'none'),
      () => revokePreviewLink(jin, 'none'),
      () => discard(jin, 'none'),
      () => translationAt(jin, '/none/', 'ko'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('which is a single page is hidden even from the member who stands as its author', async () => {
    const page = await beginPost(editor, { kind: 'page', language: 'ko' });
    await transaction((tx) =>
      tx.postAuthor.create({ data: { postId: page.postId, memberId: hana.memberId, position: 0 } }),
    );
    await expect(editorView(hana, page.translationId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('may be written by whoever is made its author, and no longer', async () => {
    const ids = await draftBy(hana);
    const both = [hana.memberId, jin.memberId];
    const { details } = await editorView(hana, ids.translationId);
    const saved = await saveDetails(hana, ids.postId, { ...details, authorIds: both });
    await write(jin, ids.translationId, { source: '진의 글' });
    await saveDetails(hana, ids.postId, { ...saved.details, authorIds: [hana.memberId] });
    await expect(readDraft(jin, ids.translationId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
