import { db, transaction, type Reader, type Transaction } from '@/lib/db';
import { cleanLine, cleanText } from '@/lib/posts';
import { WritingError } from './errors';
import { keepAside, keepAutosave, sameText, textColumns, type Text } from './history';
import { nameColumns, nameOf } from './names';
import { note } from './note';
import { openTranslation, type Writer } from './rights';
import type { DraftInput, DraftView, SavedDraft } from './types';

/** Longest text that can be saved, in characters. */
export const MAX_SOURCE = 1_000_000;
/** Longest title of a draft; what is published has to be shorter (`MAX_TITLE`), but nothing typed is lost. */
const MAX_DRAFT_TITLE = 2_000;
const MAX_SUMMARY = 10_000;
/** Saves whose keys are remembered: those of some minutes of writing. */
const MOST_KEYS = 50;

const draftColumns = {
  ...textColumns,
  version: true,
  saveKey: true,
  recentKeys: true,
  savedAt: true,
  baseRevisionId: true,
  savedBy: { select: nameColumns },
} as const;

type DraftRow = Text & {
  version: number;
  saveKey: string | null;
  recentKeys: string;
  savedAt: Date;
  savedBy: { handle: string; names: unknown } | null;
};

/** @returns a draft as its writers see it. */
export function presentDraft(row: DraftRow, language: string): DraftView {
  const { title, summary, source, version, saveKey, savedAt } = row;
  const recentKeys = row.recentKeys.split(' ').filter(Boolean);
  const savedBy = nameOf(row.savedBy, language);
  return { title, summary, source, version, saveKey, recentKeys, savedAt, savedBy };
}

/** @returns the draft of a translation, or null where nobody has opened it yet. */
export async function findDraft(reader: Reader | Transaction, translationId: string) {
  return reader.draft.findUnique({ where: { translationId }, select: draftColumns });
}

/**
 * The draft of a translation; one that was brought in and never opened here gets one made of its newest revision.
 */
export async function ensureDraft(tx: Transaction, translationId: string) {
  const present = await findDraft(tx, translationId);
  if (present) return present;
  const revision = await tx.revision.findFirst({
    where: { translationId },
    orderBy: { number: 'desc' },
    select: { id: true, ...textColumns, savedAt: true, authorId: true },
  });
  return tx.draft.create({
    data: {
      translationId,
      title: revision?.title ?? '',
      summary: revision?.summary ?? '',
      source: revision?.source ?? '',
      baseRevisionId: revision?.id ?? null,
      ...(revision && { savedAt: revision.savedAt, savedById: revision.authorId }),
    },
    select: draftColumns,
  });
}

/** @returns the draft as it stands. @throws {AccessError} `not-found`. */
export async function readDraft(viewer: Writer, translationId: string): Promise<DraftView> {
  await openTranslation(db(), viewer, translationId, 'post.read');
  const present = await findDraft(db(), translationId);
  return presentDraft(
    present ?? (await transaction((tx) => ensureDraft(tx, translationId))),
    viewer.language,
  );
}

/** @throws {WritingError} `text-too-long`, `title-too-long`, `summary-too-long`. */
function cleaned(input: Text): Text {
  // Measured first: what is too long is not even looked at.
  const tooLong =
    input.source.length > MAX_SOURCE
      ? 'text-too-long'
      : input.title.length > MAX_DRAFT_TITLE
        ? 'title-too-long'
        : input.summary.length > MAX_SUMMARY
          ? 'summary-too-long'
          : null;
  if (tooLong !== null) throw new WritingError(tooLong, { values: { most: MAX[tooLong] } });
  return {
    title: cleanLine(input.title),
    summary: cleanText(input.summary).trim(),
    source: cleanText(input.source),
  };
}

const MAX = {
  'text-too-long': MAX_SOURCE,
  'title-too-long': MAX_DRAFT_TITLE,
  'summary-too-long': MAX_SUMMARY,
} as const;

/** The other side of a conflict, so that nothing has to be asked again. */
export function draftConflict(draft: DraftRow, language: string): WritingError {
  return new WritingError('draft-conflict', { details: presentDraft(draft, language) });
}

/**
 * Saves what was typed. The same save again, after a lost answer, changes nothing and answers the same; a text that is
 * there already makes no new version.
 *
 * @throws {WritingError} `draft-conflict` with the other side in `details` where the draft is not the one that the text
 *   was made from; `other-member`, `text-too-long`, `title-too-long`, `summary-too-long`.
 * @throws {AccessError} `not-found`.
 */
export async function saveDraft(
  viewer: Writer,
  translationId: string,
  input: DraftInput,
  now = new Date(),
): Promise<SavedDraft> {
  if (input.memberId !== undefined && input.memberId !== viewer.memberId)
    throw new WritingError('other-member');
  const text = cleaned(input);
  const asides = (input.asides ?? []).map(cleaned);
  return transaction(async (tx) => {
    await openTranslation(tx, viewer, translationId, 'post.write');
    const draft = await ensureDraft(tx, translationId);
    const present = { version: draft.version, savedAt: draft.savedAt };
    if (draft.saveKey === input.saveKey) return present;
    const isPresent = sameText(draft, text);
    if (!isPresent && draft.version !== input.baseVersion) throw draftConflict(draft, viewer.language);
    for (const aside of asides) await keepAside(tx, viewer, translationId, aside, now);
    if (isPresent) {
      // The newest revision is the draft, also after something was set aside.
      if (asides.length > 0) await keepAutosave(tx, viewer, translationId, text, now);
      return present;
    }
    const version = draft.version + 1;
    const recentKeys = [...draft.recentKeys.split(' '), input.saveKey].slice(-MOST_KEYS).join(' ').trim();
    await tx.draft.update({
      where: { translationId },
      data: {
        ...text,
        version,
        saveKey: input.saveKey,
        recentKeys,
        savedById: viewer.memberId,
        savedAt: now,
      },
    });
    const isNew = await keepAutosave(tx, viewer, translationId, text, now, input.isApart);
    // Lists of the desk are in the order of the latest change.
    await tx.translation.update({ where: { id: translationId }, data: { updatedAt: now } });
    // One entry for a stretch of writing, as in the history.
    if (isNew) {
      await note(tx, viewer, translationId, { action: 'translation.write' });
    }
    return { version, savedAt: now };
  });
}
