import type { Actor } from '@/lib/audit';
import { transaction, type Transaction } from '@/lib/db';
import { datedSlug, localizePath } from '@/lib/i18n';
import {
  hide as hidePost,
  MAX_TITLE,
  movePost,
  pathOf,
  PostError,
  publish,
  show as showPost,
} from '@/lib/posts';
import { settings } from '@/lib/settings';
import { dayIn, isPlaceholder } from './begin';
import { CLOCK_TOLERANCE } from './details';
import { draftConflict, ensureDraft } from './drafts';
import { WritingError } from './errors';
import { pinRevision, sameText, textColumns } from './history';
import { note as noteAct } from './note';
import { mayPost, openTranslation, type OpenTranslation, type Writer } from './rights';
import type { Published } from './types';

/** Furthest that one can schedule, in years. */
const MAX_YEARS_AHEAD = 5;
/** Tries for a free slug made of a title. */
const MAX_SLUG_TRIES = 50;

/** @throws {WritingError} `approval-needed` where the site lets readers see nothing that no editor has approved. */
async function checkApproval(viewer: Writer, post: OpenTranslation['post']): Promise<void> {
  if (post.kind === 'post' && !mayPost(viewer, 'post.approve', post) && (await settings()).reviewRequired) {
    throw new WritingError('approval-needed');
  }
}

/** A translation that the viewer may publish, and the draft that they have seen. */
async function openForPublishing(
  tx: Transaction,
  viewer: Writer,
  translationId: string,
  draftVersion: number,
) {
  const translation = await openTranslation(tx, viewer, translationId, 'post.publish');
  const { post } = translation;
  await checkApproval(viewer, post);
  if (post.discardedAt !== null) throw new WritingError('discarded');
  const draft = await ensureDraft(tx, translationId);
  if (draft.version !== draftVersion) throw draftConflict(draft, viewer.language);
  if (draft.title === '') throw new PostError('title-missing');
  if ([...draft.title].length > MAX_TITLE) {
    throw new WritingError('title-too-long', { values: { most: MAX_TITLE } });
  }
  if (post.kind === 'post' && post.authors.length === 0) throw new WritingError('authors-missing');
  return { translation, draft };
}

/**
 * Gives a post whose address nobody chose one that is made of its title, before readers learn it.
 */
export async function settleAddress(
  tx: Transaction,
  actor: Actor,
  post: OpenTranslation['post'],
  title: string,
  at: Date,
): Promise<void> {
  if (!isPlaceholder(post.slug, post.publishedAt)) return;
  const { timeZone } = await settings();
  const dated = datedSlug(title, dayIn(at, timeZone));
  const base = post.kind === 'page' ? dated.replace(/^\d{6}-/, '') : dated;
  // A title of signs alone gives no slug.
  if (base === '') return;
  const { kind, categoryId, month } = post;
  for (let n = 1; n <= MAX_SLUG_TRIES; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    try {
      const path = await pathOf(tx, { kind, categoryId, month, slug });
      if ((await tx.postAddress.count({ where: { path, postId: { not: post.id } } })) > 0) continue;
      await movePost(tx, actor, post.id, { categoryId, month, slug });
      await tx.post.update({ where: { id: post.id }, data: { version: { increment: 1 } } });
      return;
    } catch (error) {
      // Taken by a category, or reserved: the next one is not. What stands is an address too.
      if (!(error instanceof PostError)) throw error;
    }
  }
}

/**
 * Publishes the draft as it stands: readers see it from the next moment. Doing it twice changes nothing more.
 *
 * @param draftVersion the version that the viewer has seen.
 * @param at for a first publication, a time in the past that it shall have; now where nothing is said.
 * @param note what readers are told about a correction.
 * @throws {WritingError} `draft-conflict`, `approval-needed`, `publish-in-future`, `discarded`, `authors-missing`,
 *   `title-too-long`. @throws {PostError} `title-missing`. @throws {AccessError} `not-found`.
 */
export async function publishNow(
  viewer: Writer,
  translationId: string,
  { draftVersion, at, note }: { draftVersion: number; at?: Date | null; note?: string },
  now = new Date(),
): Promise<Published> {
  if (at && at.getTime() > now.getTime() + CLOCK_TOLERANCE) throw new WritingError('publish-in-future');
  const actor = { memberId: viewer.memberId };
  return transaction(async (tx) => {
    const { translation, draft } = await openForPublishing(tx, viewer, translationId, draftVersion);
    const isThere =
      translation.state === 'published' &&
      translation.scheduledFor === null &&
      (await isPublic(tx, translation, draft));
    if (!isThere) {
      // A clock that is ahead of ours does not publish into the future.
      const time = at && at < now ? at : now;
      await settleAddress(tx, actor, translation.post, draft.title, time);
      const revisionId = await pinRevision(tx, viewer, translationId, draft, 'publish');
      await publish(tx, actor, revisionId, translation.publishedAt === null ? time : now, note);
      await tx.draft.update({ where: { translationId }, data: { baseRevisionId: revisionId } });
    }
    return published(tx, translation);
  });
}

async function isPublic(
  tx: Transaction,
  { publishedRevisionId }: OpenTranslation,
  draft: { title: string; summary: string; source: string },
): Promise<boolean> {
  if (publishedRevisionId === null) return false;
  const revision = await tx.revision.findUnique({ where: { id: publishedRevisionId }, select: textColumns });
  return revision !== null && sameText(revision, draft);
}

async function published(tx: Transaction, translation: OpenTranslation): Promise<Published> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: translation.postId },
    select: { path: true, publishedAt: true },
  });
  return {
    path: post.path,
    href: localizePath(post.path, translation.language),
    publishedAt: post.publishedAt ?? new Date(),
  };
}

/**
 * Sets the draft as it stands to be published later. What is written afterwards is not in it.
 *
 * @throws like {@link publishNow}; `schedule-in-past`, `schedule-too-far`.
 */
export async function schedule(
  viewer: Writer,
  translationId: string,
  { draftVersion, at }: { draftVersion: number; at: Date },
  now = new Date(),
): Promise<{ at: Date; revisionId: string }> {
  if (at <= now) throw new WritingError('schedule-in-past');
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + MAX_YEARS_AHEAD);
  if (at > latest) throw new WritingError('schedule-too-far', { values: { years: MAX_YEARS_AHEAD } });
  return transaction(async (tx) => {
    const { translation, draft } = await openForPublishing(tx, viewer, translationId, draftVersion);
    const revisionId = await pinRevision(tx, viewer, translationId, draft, 'schedule');
    await tx.translation.update({
      where: { id: translationId },
      data: {
        ...(translation.state !== 'published' && { state: 'scheduled' }),
        scheduledFor: at,
        scheduledRevisionId: revisionId,
        ...NOT_IN_REVIEW,
        reviewNote: null,
        version: { increment: 1 },
      },
    });
    await noteAct(tx, viewer, translationId, {
      action: 'translation.schedule',
      detail: { at: at.toISOString(), revision: revisionId },
    });
    return { at, revisionId };
  });
}

/** Columns of a translation that nobody is asked to approve. */
export const NOT_IN_REVIEW = { reviewRequestedAt: null, reviewRequestedById: null } as const;

/** @returns the state of a translation that is neither public nor on its way there. */
export function restingState({ publishedRevisionId }: Pick<OpenTranslation, 'publishedRevisionId'>) {
  return publishedRevisionId === null ? 'draft' : 'hidden';
}

/** Takes a schedule back; the text stays as it is. @throws {AccessError} `not-found`. */
export async function unschedule(viewer: Writer, translationId: string): Promise<void> {
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.publish');
    if (translation.scheduledFor === null) return;
    await tx.translation.update({
      where: { id: translationId },
      data: {
        ...(translation.state === 'scheduled' && { state: restingState(translation) }),
        scheduledFor: null,
        scheduledRevisionId: null,
        version: { increment: 1 },
      },
    });
    await noteAct(tx, viewer, translationId, { action: 'translation.unschedule' });
  });
}

/**
 * Takes a text from readers; nothing of it is deleted, and its address answers that it is gone. A schedule of it is
 * taken back.
 *
 * @throws {WritingError} `never-public`. @throws {AccessError} `not-found`.
 */
export async function hide(viewer: Writer, translationId: string): Promise<void> {
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.hide');
    if (translation.publishedRevisionId === null) throw new WritingError('never-public');
    if (translation.state !== 'published') return;
    await hidePost(tx, { memberId: viewer.memberId }, translationId);
    await tx.translation.update({
      where: { id: translationId },
      data: { scheduledFor: null, scheduledRevisionId: null },
    });
  });
}

/**
 * Shows readers again what was taken from them, as it was. Where editors approve, only they do: one of them may have
 * taken it.
 *
 * @throws {WritingError} `never-public`, `approval-needed`. @throws {AccessError} `not-found`.
 */
export async function show(viewer: Writer, translationId: string): Promise<void> {
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.hide');
    if (translation.publishedRevisionId === null) throw new WritingError('never-public');
    await checkApproval(viewer, translation.post);
    await showPost(tx, { memberId: viewer.memberId }, translationId);
  });
}
