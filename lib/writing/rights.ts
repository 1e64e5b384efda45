import { check, may, notFound, type Act, type Viewer } from '@/lib/access';
import type { Reader, Transaction } from '@/lib/db';

/** A member who writes, with the language in which names are shown to them. */
export interface Writer extends Viewer {
  language: string;
}

type PostAct = Extract<Act, `post.${string}`>;

/** Columns that tell whose a post is. */
export const ownerColumns = {
  id: true,
  kind: true,
  createdById: true,
  authors: { select: { memberId: true }, orderBy: { position: 'asc' } },
} as const;

/** What {@link ownerColumns} selects. */
export interface Owned {
  id: string;
  kind: 'post' | 'page';
  createdById: string | null;
  authors: { memberId: string }[];
}

/** @returns ids of those to whom a post belongs: its authors, and who began it. */
export function ownersOf(post: Owned): (string | null)[] {
  return [...post.authors.map(({ memberId }) => memberId), post.createdById];
}

/** @returns whether the viewer may do something to a post; single pages have one rule for everything. */
export function mayPost(viewer: Viewer, act: PostAct, post: Owned): boolean {
  return post.kind === 'page' ? may(viewer, 'page.write') : may(viewer, act, { ownerIds: ownersOf(post) });
}

/** @throws {AccessError} `not-found` for whoever may not even read the draft, `forbidden` for who may not do this. */
export function checkPost(viewer: Viewer, act: PostAct, post: Owned): void {
  if (post.kind === 'page') check(viewer, 'page.write', undefined, 'page.write');
  else check(viewer, act, { ownerIds: ownersOf(post) }, 'post.read');
}

/** @returns whether the viewer reads everyone's drafts. */
export function readsEverything(viewer: Viewer): boolean {
  return may(viewer, 'post.read', { ownerIds: [] });
}

/** The part of a post's filter that keeps others' posts out. */
export function ownFilter(viewer: Viewer) {
  const { memberId } = viewer;
  return { OR: [{ createdById: memberId }, { authors: { some: { memberId } } }] };
}

/** What rules ask of a post. */
export const postColumns = {
  ...ownerColumns,
  path: true,
  slug: true,
  month: true,
  categoryId: true,
  publishedAt: true,
  discardedAt: true,
} as const;

const translationColumns = {
  id: true,
  postId: true,
  language: true,
  state: true,
  publishedAt: true,
  revisedAt: true,
  publishedRevisionId: true,
  scheduledFor: true,
  scheduledRevisionId: true,
  reviewRequestedAt: true,
  post: { select: postColumns },
} as const;

/** A translation that the viewer may do something to. */
export type OpenTranslation = Awaited<ReturnType<typeof openTranslation>>;

/**
 * Finds a translation and asks whether the viewer may do something to it.
 *
 * @throws {AccessError} `not-found`, `forbidden`.
 */
export async function openTranslation(
  reader: Reader | Transaction,
  viewer: Viewer,
  translationId: string,
  act: PostAct,
) {
  const translation = await reader.translation.findUnique({
    where: { id: translationId },
    select: translationColumns,
  });
  if (!translation) throw notFound();
  checkPost(viewer, act, translation.post);
  return translation;
}
