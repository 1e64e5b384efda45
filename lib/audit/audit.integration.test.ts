import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { writePost } from '@/lib/posts/testing';
import { AUDIT_PAGE, auditActors, auditPage, lastActivity, record } from '.';

useDatabase();

async function member(handle: string, role: Viewer['role'] = 'administrator'): Promise<Viewer> {
  const { id } = await transaction((tx) =>
    tx.member.create({
      data: { handle, names: { ko: `${handle} 님`, en: handle }, about: {}, links: [], role },
    }),
  );
  return { memberId: id, role };
}

describe('the audit log', () => {
  test('names who did what to what, and where that is looked after', async () => {
    const viewer = await member('kim');
    const { translationId, postId, categoryId } = await writePost({ slug: 'one', title: '확산 모델' });
    await transaction((tx) =>
      record(tx, viewer, {
        action: 'post.move',
        subjectType: 'post',
        subjectId: postId,
        detail: { to: '/x/' },
      }),
    );
    const { entries, next } = await auditPage(viewer, {}, 'ko');
    expect(next).toBeNull();
    expect(entries[0]).toMatchObject({
      actor: { memberId: viewer.memberId, name: 'kim 님', handle: 'kim' },
      action: 'post.move',
      subject: { type: 'post', id: postId, name: '확산 모델', href: `/write/${translationId}/` },
      detail: { to: '/x/' },
    });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'category.create',
      'post.create',
      'post.move',
      'translation.publish',
    ]);
    expect(entries.find(({ subject }) => subject.id === categoryId)).toMatchObject({
      actor: { label: 'shell' },
      subject: { name: 'AI', href: '/admin/categories/' },
    });
  });

  test('tells of what is gone by what was noted', async () => {
    const viewer = await member('kim');
    await transaction(async (tx) => {
      const subject = { subjectType: 'category', subjectId: 'gone' } as const;
      await record(tx, viewer, { action: 'category.remove', ...subject, detail: { slug: 'ai' } });
      await record(tx, viewer, { action: 'category.change', ...subject });
    });
    const { entries } = await auditPage(viewer, {}, 'ko');
    expect(entries.map(({ subject }) => subject.name).sort()).toEqual(['ai', null]);
    expect(entries.every(({ subject }) => subject.href === null)).toBe(true);
  });

  test('is read page by page without loss or repetition, though moments are equal', async () => {
    const viewer = await member('kim');
    const count = 2 * AUDIT_PAGE + 7;
    const at = new Date('2026-01-01T00:00:00Z');
    await transaction((tx) =>
      tx.auditEvent.createMany({
        data: Array.from({ length: count }, (_, n) => ({
          at: new Date(at.getTime() + Math.floor(n / 30)),
          actorLabel: 'shell',
          action: 'post.create',
          subjectType: 'post',
          subjectId: String(n),
          detail: {},
        })),
      }),
    );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await auditPage(viewer, { after }, 'ko');
      seen.push(...page.entries.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });

  test('is narrowed by who acted, by what was done, and by what it was done to', async () => {
    const kim = await member('kim');
    const lee = await member('lee');
    await transaction(async (tx) => {
      const post = { subjectType: 'post', subjectId: 'p' } as const;
      await record(tx, kim, { action: 'post.create', ...post });
      await record(tx, lee, { action: 'post.move', ...post });
      await record(tx, lee, { action: 'translation.hide', subjectType: 'translation', subjectId: 't' });
      await record(
        tx,
        { label: 'import' },
        { action: 'member.import', subjectType: 'member', subjectId: 'm' },
      );
    });
    const acts = async (query: Parameters<typeof auditPage>[1]) =>
      (await auditPage(kim, query, 'ko')).entries.map(({ action }) => action).sort();
    expect(await acts({ actor: lee.memberId })).toEqual(['post.move', 'translation.hide']);
    expect(await acts({ actor: 'import' })).toEqual(['member.import']);
    expect(await acts({ action: 'posts' })).toEqual(['post.create', 'post.move', 'translation.hide']);
    expect(await acts({ action: 'people' })).toEqual(['member.import']);
    expect(await acts({ action: 'post.move' })).toEqual(['post.move']);
    expect(await acts({ subject: 'post:p' })).toEqual(['post.create', 'post.move']);
    expect(await acts({ subject: 'post:p', actor: kim.memberId, action: 'posts' })).toEqual(['post.create']);
    expect(await acts({ after: 'made up' })).toHaveLength(4);
    expect(await auditActors(kim, 'en')).toEqual([
      { id: kim.memberId, name: 'kim' },
      { id: lee.memberId, name: 'lee' },
    ]);
  });

  test('tells when each last did something, saves of drafts included', async () => {
    const kim = await member('kim');
    const lee = await member('lee', 'member');
    const park = await member('park', 'member');
    const { translationId } = await writePost({ slug: 'one' });
    const savedAt = new Date('2030-01-02T03:04:05Z');
    await transaction(async (tx) => {
      await record(tx, kim, { action: 'post.create', subjectType: 'post', subjectId: 'p' });
      await tx.draft.create({
        data: { translationId, title: '', source: '', savedById: lee.memberId, savedAt },
      });
    });
    const last = await lastActivity(kim);
    expect(last.get(lee.memberId)).toEqual(savedAt);
    expect(Date.now() - (last.get(kim.memberId)?.getTime() ?? 0)).toBeLessThan(60_000);
    expect(last.has(park.memberId)).toBe(false);
  });

  test('is for administrators', async () => {
    for (const role of ['member', 'editor'] as const) {
      const viewer = await member(role, role);
      await expect(auditPage(viewer, {}, 'ko')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(auditActors(viewer, 'ko')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(lastActivity(viewer)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
