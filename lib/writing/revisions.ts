import { notFound } from '@/lib/access';
import { db, transaction, type Reader, type Transaction } from '@/lib/db';
import { addRevision, renderSource } from '@/lib/posts';
import { draftConflict, ensureDraft, findDraft, presentDraft } from './drafts';
import { keepAutosave, sameText, textColumns, type Text } from './history';
import { nameColumns, nameOf } from './names';
import { note } from './note';
import { checkPost, openTranslation, ownerColumns, type Writer } from './rights';
import type { DraftView, RevisionItem, RevisionView } from './types';

/** Most lines of a history that are listed, the newest. */
const MOST_LISTED = 1_000;

const itemColumns = {
  id: true,
  number: true,
  title: true,
  reason: true,
  createdAt: true,
  savedAt: true,
  author: { select: nameColumns },
} as const;

interface ItemRow {
  id: string;
  number: number;
  title: string;
  reason: string;
  createdAt: Date;
  savedAt: Date;
  author: { handle: string; names: unknown } | null;
}

interface Marks {
  publishedRevisionId: string | null;
  scheduledRevisionId: string | null;
}

function presentItem(row: ItemRow, marks: Marks, isDraft: boolean, language: string): RevisionItem {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    author: nameOf(row.author, language),
    reason: row.reason,
    createdAt: row.createdAt,
    savedAt: row.savedAt,
    isPublished: row.id === marks.publishedRevisionId,
    isScheduled: row.id === marks.scheduledRevisionId,
    isDraft,
  };
}

/**
 * The history of a text, newest first. The newest revision is what the draft holds.
 *
 * @throws {AccessError} `not-found`.
 */
export async function revisionList(viewer: Writer, translationId: string): Promise<RevisionItem[]> {
  const translation = await openTranslation(db(), viewer, translationId, 'post.read');
  const rows = await db().revision.findMany({
    where: { translationId },
    orderBy: { number: 'desc' },
    take: MOST_LISTED,
    select: itemColumns,
  });
  return rows.map((row, index) => presentItem(row, translation, index === 0, viewer.language));
}

/** A revision whose translation the viewer may do something to. */
async function openRevision(
  reader: Reader | Transaction,
  viewer: Writer,
  revisionId: string,
  act: 'post.read' | 'post.write',
) {
  const revision = await reader.revision.findUnique({
    where: { id: revisionId },
    select: {
      ...itemColumns,
      ...textColumns,
      translation: {
        select: {
          id: true,
          language: true,
          publishedRevisionId: true,
          scheduledRevisionId: true,
          post: { select: { ...ownerColumns, path: true, macros: true } },
        },
      },
    },
  });
  if (!revision) throw notFound();
  checkPost(viewer, act, revision.translation.post);
  return revision;
}

/** @returns a revision with its source and as the page would show it. @throws {AccessError} `not-found`. */
export async function revisionView(viewer: Writer, revisionId: string): Promise<RevisionView> {
  const revision = await openRevision(db(), viewer, revisionId, 'post.read');
  const { translation, summary, source } = revision;
  const { post, language } = translation;
  const [draft, { html }] = await Promise.all([
    findDraft(db(), translation.id),
    renderSource({ id: revision.id, source, summary, language, macros: post.macros, path: post.path }),
  ]);
  const isDraft = draft !== null && sameText(draft, revision);
  return {
    ...presentItem(revision, translation, isDraft, viewer.language),
    translationId: translation.id,
    language,
    summary,
    source,
    html,
  };
}

/**
 * Puts a revision into the draft, as a new version and a new line of the history. What the draft held before stays in
 * the history; readers see nothing of it until it is published.
 *
 * @param draftVersion the version of the draft that the viewer has seen.
 * @throws {WritingError} `draft-conflict`. @throws {AccessError} `not-found`.
 */
export async function restore(
  viewer: Writer,
  revisionId: string,
  { draftVersion }: { draftVersion: number },
  now = new Date(),
): Promise<DraftView> {
  return transaction(async (tx) => {
    const revision = await openRevision(tx, viewer, revisionId, 'post.write');
    const { translation, title, summary, source, number } = revision;
    const text: Text = { title, summary, source };
    const draft = await ensureDraft(tx, translation.id);
    if (draft.version !== draftVersion) throw draftConflict(draft, viewer.language);
    if (sameText(draft, text)) return presentDraft(draft, viewer.language);
    await keepAutosave(
      tx,
      viewer,
      translation.id,
      { title: draft.title, summary: draft.summary, source: draft.source },
      now,
    );
    await addRevision(
      tx,
      translation.id,
      { ...text, authorId: viewer.memberId, reason: 'restore', at: now },
      { untitled: true },
    );
    await tx.draft.update({
      where: { translationId: translation.id },
      data: {
        ...text,
        version: draft.version + 1,
        saveKey: null,
        savedById: viewer.memberId,
        savedAt: now,
        baseRevisionId: revisionId,
      },
    });
    await tx.translation.update({ where: { id: translation.id }, data: { updatedAt: now } });
    await note(tx, viewer, translation.id, {
      action: 'translation.restore',
      detail: { revision: revisionId, number },
    });
    const after = await findDraft(tx, translation.id);
    return presentDraft(after ?? draft, viewer.language);
  });
}
