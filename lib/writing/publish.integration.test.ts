import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { formerAddress, postList, postPage } from '@/lib/posts';
import { writePost } from '@/lib/posts/testing';
import {
  discard,
  editorView,
  hide,
  needsMe,
  publishDue,
  publishNow,
  requestReview,
  returnToWriter,
  saveDetails,
  schedule,
  show,
  takeOut,
  unschedule,
  withdrawReview,
  type Writer,
} from '.';
import { draftBy, publicBy, setSettings, write, writerNamed } from './testing';

useDatabase();

let hana: Writer;
let editor: Writer;

beforeEach(async () => {
  hana = await writerNamed('hana');
  editor = await writerNamed('yuho', 'editor');
});

const HOUR = 3_600_000;
const later = () => new Date(Date.now() + HOUR);

describe('publishing', () => {
  it('shows readers the draft at once, at an address made of its title', async () => {
    const { translationId, draftVersion } = await draftBy(hana, { title: '휘스퍼 읽기' });
    const { path, href, publishedAt } = await publishNow(hana, translationId, { draftVersion });
    expect(path).toMatch(/^\/posts\/\d{4}-\d{2}\/\d{6}-휘스퍼-읽기\/$/);
    expect(href).toBe(path);
    expect(await postPage(path, 'ko')).toMatchObject({ title: '휘스퍼 읽기', publishedAt });
    expect((await postList({ kind: 'all' }, 'ko'))?.total).toBe(1);
    const view = await editorView(hana, translationId);
    expect(view).toMatchObject({ state: 'published', isPublic: true, published: null, path });
    expect(view.details.slug).toMatch(/^\d{6}-휘스퍼-읽기$/);
  });

  it('finds another slug where the one of the title is taken', async () => {
    const first = await publicBy(hana, { title: 'Whisper' });
    const second = await publicBy(hana, { title: 'Whisper' });
    expect(second.path).toBe(first.path.replace(/\/$/, '-2/'));
  });

  it('publishes once, however often it is asked to', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    const results = await Promise.all([1, 2, 3].map(() => publishNow(hana, translationId, { draftVersion })));
    expect(new Set(results.map(({ publishedAt }) => publishedAt.getTime())).size).toBe(1);
    expect(await db().auditEvent.count({ where: { action: 'translation.publish' } })).toBe(1);
    expect(await db().auditEvent.count({ where: { action: 'translation.correct' } })).toBe(0);
  });

  it('publishes nothing that the viewer has not seen, and nothing without a title', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await write(editor, translationId, { source: '편집자의 글' });
    await expect(publishNow(hana, translationId, { draftVersion })).rejects.toMatchObject({
      code: 'draft-conflict',
      details: { source: '편집자의 글' },
    });
    const version = await write(hana, translationId, { title: ' ' });
    await expect(publishNow(hana, translationId, { draftVersion: version })).rejects.toMatchObject({
      code: 'title-missing',
      field: 'title',
    });
    expect((await editorView(hana, translationId)).state).toBe('draft');
  });

  it('dates a first publication back, and never into the future', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await expect(
      publishNow(hana, translationId, { draftVersion, at: new Date(Date.now() + HOUR) }),
    ).rejects.toMatchObject({ code: 'publish-in-future' });
    const at = new Date('2022-09-23T03:00:00Z');
    const { publishedAt } = await publishNow(hana, translationId, { draftVersion, at });
    expect(publishedAt).toEqual(at);
    const corrected = await write(hana, translationId, { source: '고친 글\n' });
    await publishNow(hana, translationId, { draftVersion: corrected, at: new Date('2020-01-01') });
    const row = await db().translation.findUniqueOrThrow({ where: { id: translationId } });
    expect(row.publishedAt).toEqual(at);
    expect(row.revisedAt?.getTime()).toBeGreaterThan(Date.now() - HOUR);
  });

  it('leaves the published text as it is while it is being changed', async () => {
    const { translationId, path } = await publicBy(hana, { source: '공개된 글\n' });
    const draftVersion = await write(hana, translationId, { source: '고치는 글\n' });
    expect((await postPage(path, 'ko'))?.html).toContain('공개된 글');
    expect((await editorView(hana, translationId)).published).toMatchObject({ source: '공개된 글\n' });
    expect((await needsMe(hana)).unpublished).toMatchObject([{ translationId, hasUnpublishedChanges: true }]);
    await publishNow(hana, translationId, { draftVersion });
    expect((await postPage(path, 'ko'))?.html).toContain('고치는 글');
    expect((await needsMe(hana)).unpublished).toEqual([]);
  });

  it('hides and shows again, without moving it', async () => {
    const at = new Date('2022-09-23');
    const { translationId, path } = await publicBy(hana, {}, at);
    await hide(hana, translationId);
    expect(await postPage(path, 'ko')).toBeNull();
    expect(await formerAddress(path)).toBe('gone');
    expect((await editorView(hana, translationId)).state).toBe('hidden');
    await show(hana, translationId);
    expect(await postPage(path, 'ko')).toMatchObject({ publishedAt: at });
    expect((await postList({ kind: 'all' }, 'ko'))?.total).toBe(1);
    const draft = await draftBy(hana);
    await expect(hide(hana, draft.translationId)).rejects.toMatchObject({ code: 'never-public' });
    await expect(show(hana, draft.translationId)).rejects.toMatchObject({ code: 'never-public' });
  });
});

describe('a schedule', () => {
  it('publishes what was scheduled, not what was written afterwards, at its time', async () => {
    const { translationId, draftVersion } = await draftBy(hana, { title: '예약', source: '예약한 글\n' });
    const at = later();
    await schedule(hana, translationId, { draftVersion, at });
    await write(hana, translationId, { source: '나중에 쓴 글\n' });
    expect(await publishDue(new Date(at.getTime() - 1))).toEqual({ published: [], failed: [] });
    expect(await publishDue(at)).toEqual({ published: [translationId], failed: [] });
    const view = await editorView(hana, translationId);
    expect(view).toMatchObject({ state: 'published', schedule: null });
    expect(view.published?.source).toBe('예약한 글\n');
    expect(view.details.publishedAt).toEqual(at);
    expect(view.path).toContain('-예약/');
  });

  it('publishes each once, although several instances look at the same time', async () => {
    const at = later();
    const ids: string[] = [];
    for (const title of ['하나', '둘', '셋']) {
      const { translationId, draftVersion } = await draftBy(hana, { title });
      await schedule(hana, translationId, { draftVersion, at });
      ids.push(translationId);
    }
    const reports = await Promise.all([publishDue(at), publishDue(at), publishDue(at)]);
    expect(reports.flatMap(({ published }) => published).sort()).toEqual(ids.sort());
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(await db().auditEvent.count({ where: { action: 'translation.publish' } })).toBe(3);
  });

  it('keeps, records once and shows what cannot be published, and publishes the others', async () => {
    const at = later();
    const lost = await draftBy(hana, { title: '잃은 글' });
    await schedule(hana, lost.translationId, { draftVersion: lost.draftVersion, at });
    await transaction((tx) =>
      tx.translation.update({ where: { id: lost.translationId }, data: { scheduledRevisionId: null } }),
    );
    const good = await draftBy(hana, { title: '좋은 글' });
    await schedule(hana, good.translationId, { draftVersion: good.draftVersion, at });
    const after = new Date(at.getTime() + HOUR);
    for (let run = 0; run < 2; run += 1) {
      // Written at the present time, which is before the schedule here.
      vi.useFakeTimers({ now: after, toFake: ['Date'] });
      const { failed } = await publishDue(after);
      vi.useRealTimers();
      expect(failed).toMatchObject([{ translationId: lost.translationId }]);
    }
    expect((await editorView(hana, good.translationId)).isPublic).toBe(true);
    expect(await db().auditEvent.count({ where: { action: 'translation.schedule-failed' } })).toBe(1);
    const shown = [{ translationId: lost.translationId }];
    expect((await needsMe(hana, after)).failedSchedules).toMatchObject(shown);
    expect((await needsMe(editor, after)).failedSchedules).toMatchObject(shown);
  });

  it('can be taken back; what is public stays so', async () => {
    const draft = await draftBy(hana);
    await schedule(hana, draft.translationId, { draftVersion: draft.draftVersion, at: later() });
    expect((await editorView(hana, draft.translationId)).state).toBe('scheduled');
    await unschedule(hana, draft.translationId);
    expect(await editorView(hana, draft.translationId)).toMatchObject({ state: 'draft', schedule: null });

    const { translationId } = await publicBy(hana);
    const draftVersion = await write(hana, translationId, { source: '고친 글\n' });
    await schedule(hana, translationId, { draftVersion, at: later() });
    expect(await editorView(hana, translationId)).toMatchObject({ state: 'published', isPublic: true });
    await unschedule(hana, translationId);
    expect((await editorView(hana, translationId)).isPublic).toBe(true);
  });

  it('lies ahead, and not too far', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    const at = new Date(Date.now() - 1000);
    await expect(schedule(hana, translationId, { draftVersion, at })).rejects.toMatchObject({
      code: 'schedule-in-past',
    });
    await expect(
      schedule(hana, translationId, { draftVersion, at: new Date('2999-01-01') }),
    ).rejects.toMatchObject({ code: 'schedule-too-far' });
  });

  it('of an imported post publishes what was imported', async () => {
    const { translationId, revisionId } = await writePost({
      slug: 'a',
      published: false,
      title: '들여온 글',
    });
    const at = later();
    await transaction((tx) =>
      tx.translation.update({
        where: { id: translationId },
        data: { state: 'scheduled', scheduledFor: at, scheduledRevisionId: revisionId },
      }),
    );
    expect((await publishDue(at)).published).toEqual([translationId]);
  });
});

describe('review', () => {
  beforeEach(() => setSettings({ reviewRequired: true }));

  it('keeps a member from publishing and scheduling until an editor approves by publishing', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    expect(await editorView(hana, translationId)).toMatchObject({
      review: { isRequired: true },
      may: { publish: false, approve: false },
    });
    await expect(publishNow(hana, translationId, { draftVersion })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'approval-needed',
    });
    await expect(schedule(hana, translationId, { draftVersion, at: later() })).rejects.toMatchObject({
      code: 'approval-needed',
    });
    await requestReview(hana, translationId, { draftVersion });
    expect((await editorView(hana, translationId)).state).toBe('review');
    expect((await needsMe(editor)).reviewRequests).toMatchObject([
      { translationId, reviewRequestedBy: 'hana' },
    ]);
    expect((await needsMe(hana)).reviewRequests).toEqual([]);
    await publishNow(editor, translationId, { draftVersion });
    expect(await editorView(hana, translationId)).toMatchObject({
      state: 'published',
      review: { requestedAt: null, note: null },
    });
  });

  it('lets nobody but an editor show again what was taken from readers', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await publishNow(editor, translationId, { draftVersion });
    await hide(editor, translationId);
    await expect(show(hana, translationId)).rejects.toMatchObject({ code: 'approval-needed' });
    await show(editor, translationId);
    expect(await editorView(hana, translationId)).toMatchObject({ state: 'published' });
  });

  it('gives a draft back with a note, which the next request clears', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await expect(returnToWriter(editor, translationId, '아직')).rejects.toMatchObject({
      code: 'review-not-asked',
    });
    await requestReview(hana, translationId, { draftVersion });
    await expect(returnToWriter(hana, translationId, '아니')).rejects.toMatchObject({ code: 'forbidden' });
    await returnToWriter(editor, translationId, ' 그림을 더해 주세요. ');
    expect(await editorView(hana, translationId)).toMatchObject({
      state: 'draft',
      review: { note: '그림을 더해 주세요.', requestedAt: null },
    });
    expect((await needsMe(hana)).returned).toMatchObject([{ translationId }]);
    await requestReview(hana, translationId, { draftVersion });
    expect((await needsMe(hana)).returned).toEqual([]);
    await withdrawReview(hana, translationId);
    expect((await editorView(hana, translationId)).state).toBe('draft');
  });

  it('of changes leaves the published text public', async () => {
    const { translationId } = await publicBy(editor);
    const draftVersion = await write(editor, translationId, { source: '고친 글\n' });
    await requestReview(editor, translationId, { draftVersion });
    expect(await editorView(editor, translationId)).toMatchObject({ state: 'published', isPublic: true });
    await returnToWriter(editor, translationId, '');
    expect((await editorView(editor, translationId)).isPublic).toBe(true);
  });

  it('asks nothing of the draft that the viewer has not seen', async () => {
    const { translationId, draftVersion } = await draftBy(hana);
    await write(editor, translationId, { source: '편집자의 글' });
    await expect(requestReview(hana, translationId, { draftVersion })).rejects.toMatchObject({
      code: 'draft-conflict',
    });
  });
});

describe('putting away', () => {
  it('takes a draft from the desk with its schedule, and out again', async () => {
    const { postId, translationId, draftVersion } = await draftBy(hana);
    await schedule(hana, translationId, { draftVersion, at: later() });
    await discard(hana, postId);
    expect(await editorView(hana, translationId)).toMatchObject({ state: 'draft', schedule: null });
    await expect(publishNow(hana, translationId, { draftVersion })).rejects.toMatchObject({
      code: 'discarded',
    });
    await takeOut(hana, postId);
    await publishNow(hana, translationId, { draftVersion });
  });

  it('is not for what was public, hidden or not', async () => {
    const { postId, translationId } = await publicBy(hana);
    await expect(discard(hana, postId)).rejects.toMatchObject({ code: 'was-public' });
    await hide(hana, translationId);
    await expect(discard(hana, postId)).rejects.toMatchObject({ code: 'was-public' });
  });
});

it('a post of which all authors are gone cannot be published', async () => {
  const { postId, translationId, draftVersion } = await draftBy(hana);
  const { details } = await editorView(hana, translationId);
  await expect(saveDetails(hana, postId, { ...details, authorIds: [] })).rejects.toMatchObject({
    code: 'authors-missing',
  });
  await transaction((tx) => tx.postAuthor.deleteMany({ where: { postId } }));
  await expect(publishNow(hana, translationId, { draftVersion })).rejects.toMatchObject({
    code: 'authors-missing',
  });
});
