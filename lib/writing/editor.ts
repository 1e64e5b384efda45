import { notFound } from '@/lib/access';
import { db, macrosSchema, transaction } from '@/lib/db';
import { knownPapers } from '@/lib/papers';
import { settings } from '@/lib/settings';
import { detailColumns, presentDetails } from './details-view';
import { ensureDraft, presentDraft } from './drafts';
import { sameText, textColumns } from './history';
import { nameColumns, nameOf } from './names';
import { checkPost, mayPost, ownerColumns, type Writer } from './rights';
import type { EditorView } from './types';

const editorColumns = {
  id: true,
  language: true,
  state: true,
  publishedAt: true,
  revisedAt: true,
  scheduledFor: true,
  reviewRequestedAt: true,
  reviewNote: true,
  reviewRequestedBy: { select: nameColumns },
  publishedRevision: { select: { id: true, ...textColumns } },
  scheduledRevision: { select: { id: true, ...textColumns } },
  draft: {
    select: {
      ...textColumns,
      version: true,
      saveKey: true,
      recentKeys: true,
      savedAt: true,
      savedBy: { select: nameColumns },
    },
  },
  post: { select: { ...ownerColumns, ...detailColumns, path: true, macros: true } },
} as const;

/**
 * Opens a text in the editor.
 *
 * @param translationId also of what was brought in and never opened here; the draft is made then.
 * @throws {AccessError} `not-found`.
 */
export async function editorView(viewer: Writer, translationId: string): Promise<EditorView> {
  const row = await db().translation.findUnique({ where: { id: translationId }, select: editorColumns });
  if (!row) throw notFound();
  const { post } = row;
  checkPost(viewer, 'post.read', post);
  const draft = row.draft ?? (await transaction((tx) => ensureDraft(tx, translationId)));
  const site = await settings();
  const published = row.publishedRevision;
  const scheduled = row.scheduledRevision;
  const needsApproval = post.kind === 'post' && site.reviewRequired && !mayPost(viewer, 'post.approve', post);
  return {
    postId: post.id,
    translationId,
    kind: post.kind,
    language: row.language,
    state: row.state,
    isPublic: row.state === 'published',
    draft: presentDraft(draft, viewer.language),
    published:
      published && !sameText(published, draft)
        ? {
            title: published.title,
            summary: published.summary,
            source: published.source,
            revisionId: published.id,
            at: row.revisedAt ?? row.publishedAt ?? draft.savedAt,
          }
        : null,
    details: presentDetails(post, viewer.language),
    papers: await knownPapers(
      viewer,
      post.papers.map(({ paperId }) => paperId),
    ),
    macros: { ...site.macros, ...macrosSchema.parse(post.macros) },
    path: post.path,
    review: {
      isRequired: needsApproval,
      requestedAt: row.reviewRequestedAt,
      requestedBy: nameOf(row.reviewRequestedBy, viewer.language),
      note: row.reviewNote,
    },
    schedule:
      row.scheduledFor && scheduled
        ? {
            at: row.scheduledFor,
            revisionId: scheduled.id,
            isOlderThanDraft: !sameText(scheduled, draft),
          }
        : null,
    may: {
      publish: mayPost(viewer, 'post.publish', post) && !needsApproval,
      approve: mayPost(viewer, 'post.approve', post),
      hide: mayPost(viewer, 'post.hide', post) && published !== null,
      discard: mayPost(viewer, 'post.discard', post) && post.publishedAt === null,
      share: mayPost(viewer, 'post.share', post),
    },
  };
}
