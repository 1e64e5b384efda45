import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { isUniqueViolation, type Reader, type Transaction } from '@/lib/db';
import { pagePath, postPath } from './addresses';
import { categoryOfSlug } from './categories';
import { PostError } from './errors';
import { keepInStep } from './in-step';
import { surroundings } from './surroundings';

/** What all languages of a new post share. */
export interface NewPost {
  kind: 'post' | 'page';
  /** Null for a page. */
  categoryId: string | null;
  /** `YYYY-MM`; null for a page. */
  month: string | null;
  slug: string;
  originalLanguage: string;
  /** Of an imported post; a post born here gets a URN of its own. */
  guid?: string;
  authorIds: string[];
  tagIds: string[];
  macros?: Record<string, string>;
  /** The member who began it here. */
  createdById?: string;
}

/**
 * @returns the address that a place gives.
 * @throws {PostError} `address-invalid`, `address-reserved`; `address-taken` for a page named like a category.
 */
export async function pathOf(
  tx: Reader | Transaction,
  place: Pick<NewPost, 'kind' | 'categoryId' | 'month' | 'slug'>,
): Promise<string> {
  if (place.kind === 'page') {
    const path = pagePath(place.slug);
    // A category of that name, now or from before, answers there already.
    if ((await categoryOfSlug(tx, place.slug)) !== null) throw new PostError('address-taken', path);
    return path;
  }
  const category =
    place.categoryId === null
      ? null
      : await tx.category.findUnique({ where: { id: place.categoryId }, select: { slug: true } });
  if (!category || place.month === null) throw new PostError('address-invalid', place.slug);
  return postPath({ categorySlug: category.slug, month: place.month, slug: place.slug });
}

/**
 * Takes an address for a post. One that another post has, or once had, is refused: old links keep their meaning.
 *
 * @throws {PostError} `address-taken`.
 */
export async function takeAddress(tx: Transaction, postId: string, path: string): Promise<void> {
  const existing = await tx.postAddress.findUnique({ where: { path }, select: { postId: true } });
  if (existing?.postId === postId) return;
  if (existing) throw new PostError('address-taken', path);
  await tx.postAddress.create({ data: { path, postId } });
  await touch(tx, [tags.addresses]);
}

/**
 * Makes a post without any text yet; nobody sees it before a translation is published.
 *
 * @returns its id.
 * @throws {PostError} `address-taken`, `address-invalid`, `address-reserved`.
 */
export async function createPost(tx: Transaction, actor: Actor, post: NewPost): Promise<string> {
  const path = await pathOf(tx, post);
  if (await tx.postAddress.findUnique({ where: { path }, select: { postId: true } })) {
    throw new PostError('address-taken', path);
  }
  try {
    const { id } = await tx.post.create({
      data: {
        kind: post.kind,
        categoryId: post.categoryId,
        month: post.month,
        slug: post.slug,
        path,
        originalLanguage: post.originalLanguage,
        guid: post.guid ?? `urn:uuid:${crypto.randomUUID()}`,
        macros: post.macros ?? {},
        createdById: post.createdById ?? null,
        addresses: { create: { path } },
        authors: {
          createMany: { data: post.authorIds.map((memberId, position) => ({ memberId, position })) },
        },
        tags: { createMany: { data: post.tagIds.map((tagId) => ({ tagId })) } },
      },
      select: { id: true },
    });
    await record(tx, actor, { action: 'post.create', subjectType: 'post', subjectId: id, detail: { path } });
    await touch(tx, [tags.addresses]);
    return id;
  } catch (error) {
    if (isUniqueViolation(error)) throw new PostError('address-taken', path);
    throw error;
  }
}

/**
 * Gives a post another address. The one before leads to it for ever, unless no reader ever saw the post there: then it
 * is free again.
 *
 * @throws {PostError} `not-found`, `address-taken`, `address-invalid`, `address-reserved`.
 */
export async function movePost(
  tx: Transaction,
  actor: Actor,
  postId: string,
  place: { categoryId: string | null; month: string | null; slug: string },
): Promise<void> {
  const post = await tx.post.findUnique({
    where: { id: postId },
    select: { kind: true, path: true, publishedAt: true },
  });
  if (!post) throw new PostError('not-found', postId);
  const path = await pathOf(tx, { kind: post.kind, ...place });
  if (path === post.path) return;
  const before = await surroundings(tx, postId);
  await takeAddress(tx, postId, path);
  await tx.post.update({ where: { id: postId }, data: { ...place, path } });
  if (post.publishedAt === null) await tx.postAddress.deleteMany({ where: { path: post.path, postId } });
  // Relative addresses in the text mean something else from now on.
  await tx.rendering.deleteMany({ where: { revision: { translation: { postId } } } });
  await touch(tx, [...before, ...(await surroundings(tx, postId))]);
  await keepInStep(tx, postId);
  await record(tx, actor, {
    action: 'post.move',
    subjectType: 'post',
    subjectId: postId,
    detail: { from: post.path, to: path },
  });
}
