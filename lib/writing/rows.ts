import type { Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import { sameText, textColumns } from './history';
import { labelOf, nameColumns, nameOf } from './names';
import { mayPost, ownerColumns, type Writer } from './rights';
import type { DeskRow } from './types';

/** Columns of a line of the desk; no text but titles. */
export const rowColumns = {
  id: true,
  postId: true,
  language: true,
  state: true,
  updatedAt: true,
  scheduledFor: true,
  reviewRequestedAt: true,
  reviewNote: true,
  publishedRevisionId: true,
  reviewRequestedBy: { select: nameColumns },
  draft: { select: { title: true, savedAt: true } },
  revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, title: true, savedAt: true } },
  post: {
    select: {
      ...ownerColumns,
      path: true,
      publishedAt: true,
      discardedAt: true,
      category: { select: { slug: true, names: true } },
      authors: {
        orderBy: { position: 'asc' },
        select: { memberId: true, member: { select: nameColumns } },
      },
    },
  },
} as const;

/** What {@link rowColumns} selects. */
export type StoredRow = Awaited<ReturnType<typeof findRows>>[number];

/** @returns translations by id, in no order. */
async function findRows(ids: string[]) {
  return db().translation.findMany({ where: { id: { in: ids } }, select: rowColumns });
}

/**
 * Which of some translations readers see otherwise than their draft is. The newest revision is what the draft holds,
 * so texts are compared only where it is not the public one.
 */
export async function changedSincePublished(
  rows: { id: string; publishedRevisionId: string | null; revisions: { id: string }[] }[],
): Promise<Set<string>> {
  const suspects = rows.flatMap(({ id, publishedRevisionId, revisions: [latest] }) =>
    publishedRevisionId !== null && latest && latest.id !== publishedRevisionId
      ? [{ id, pair: [publishedRevisionId, latest.id] as const }]
      : [],
  );
  if (suspects.length === 0) return new Set();
  const texts = await db().revision.findMany({
    where: { id: { in: suspects.flatMap(({ pair }) => pair) } },
    select: { id: true, ...textColumns },
  });
  const byId = new Map(texts.map((text) => [text.id, text]));
  return new Set(
    suspects.flatMap(({ id, pair }) => {
      const [shown, latest] = pair.map((revisionId) => byId.get(revisionId));
      return shown && latest && sameText(shown, latest) ? [] : [id];
    }),
  );
}

/**
 * @param ids translations in the order in which they are shown.
 * @returns their lines.
 */
export async function deskRows(viewer: Writer, ids: string[]): Promise<DeskRow[]> {
  if (ids.length === 0) return [];
  const rows = await findRows(ids);
  const changed = await changedSincePublished(rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [presentRow(viewer, row, changed.has(id))] : [];
  });
}

function presentRow(viewer: Writer & Viewer, row: StoredRow, hasUnpublishedChanges: boolean): DeskRow {
  const { language } = viewer;
  const { post, draft } = row;
  const latest = row.revisions[0];
  return {
    translationId: row.id,
    postId: row.postId,
    kind: post.kind,
    language: row.language,
    state: row.state,
    title: draft?.title ?? latest?.title ?? '',
    path: post.path,
    category: post.category && labelOf(post.category, language),
    authors: post.authors.flatMap(({ member }) => nameOf(member, language) ?? []),
    savedAt: draft?.savedAt ?? latest?.savedAt ?? row.updatedAt,
    publishedAt: post.publishedAt,
    scheduledFor: row.scheduledFor,
    reviewRequestedAt: row.reviewRequestedAt,
    reviewRequestedBy: nameOf(row.reviewRequestedBy, language),
    reviewNote: row.reviewNote,
    hasUnpublishedChanges,
    discardedAt: post.discardedAt,
    mayDiscard: mayPost(viewer, 'post.discard', post) && post.publishedAt === null,
  };
}
