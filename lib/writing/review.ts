import { transaction } from '@/lib/db';
import { cleanText, PostError } from '@/lib/posts';
import { draftConflict, ensureDraft } from './drafts';
import { WritingError } from './errors';
import { note } from './note';
import { NOT_IN_REVIEW, restingState } from './publish';
import { openTranslation, type Writer } from './rights';

/** Longest word of an editor to a writer, in characters. */
const MAX_NOTE = 5_000;

/**
 * Asks editors to approve the draft. What is public stays so meanwhile; the draft can still be written.
 *
 * @param draftVersion the version that the viewer has seen.
 * @throws {PostError} `title-missing`. @throws {WritingError} `draft-conflict`, `discarded`.
 * @throws {AccessError} `not-found`.
 */
export async function requestReview(
  viewer: Writer,
  translationId: string,
  { draftVersion }: { draftVersion: number },
  now = new Date(),
): Promise<void> {
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.write');
    if (translation.post.discardedAt !== null) throw new WritingError('discarded');
    if (translation.reviewRequestedAt !== null) return;
    const draft = await ensureDraft(tx, translationId);
    if (draft.version !== draftVersion) throw draftConflict(draft, viewer.language);
    if (draft.title === '') throw new PostError('title-missing');
    await tx.translation.update({
      where: { id: translationId },
      data: {
        ...(translation.state === 'draft' && { state: 'review' }),
        reviewRequestedAt: now,
        reviewRequestedById: viewer.memberId,
        reviewNote: null,
        version: { increment: 1 },
      },
    });
    await note(tx, viewer, translationId, { action: 'translation.request-review' });
  });
}

/** Takes the request back. @throws {AccessError} `not-found`. */
export async function withdrawReview(viewer: Writer, translationId: string): Promise<void> {
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.write');
    if (translation.reviewRequestedAt === null) return;
    await tx.translation.update({
      where: { id: translationId },
      data: {
        ...NOT_IN_REVIEW,
        ...(translation.state === 'review' && { state: restingState(translation) }),
        version: { increment: 1 },
      },
    });
    await note(tx, viewer, translationId, { action: 'translation.withdraw-review' });
  });
}

/**
 * Gives the draft back to its writer instead of approving it.
 *
 * @param said what is to be done; the writer sees it in the editor and on the desk.
 * @throws {WritingError} `review-not-asked`, `note-too-long`. @throws {AccessError} `not-found`, `forbidden`.
 */
export async function returnToWriter(viewer: Writer, translationId: string, said: string): Promise<void> {
  const text = cleanText(said).trim();
  if ([...text].length > MAX_NOTE) throw new WritingError('note-too-long', { values: { most: MAX_NOTE } });
  await transaction(async (tx) => {
    const translation = await openTranslation(tx, viewer, translationId, 'post.approve');
    if (translation.reviewRequestedAt === null) throw new WritingError('review-not-asked');
    await tx.translation.update({
      where: { id: translationId },
      data: {
        ...NOT_IN_REVIEW,
        ...(translation.state === 'review' && { state: restingState(translation) }),
        reviewNote: text,
        version: { increment: 1 },
      },
    });
    await note(tx, viewer, translationId, { action: 'translation.return' });
  });
}
