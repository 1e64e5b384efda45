import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { isUniqueViolation, type Transaction } from '@/lib/db';
import { pagePath, postPath } from './addresses';
import { categoryOfSlug } from './categories';
import { PostError } from './errors';

/** Longest title, in characters. */
export const MAX_TITLE = 300;

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
}

/** One state of a text. */
export interface NewRevision {
  title: string;
  /** Empty where the excerpt is to be cut from the source. */
  summary: string;
  /** Markdown. */
  source: string;
  authorId: string | null;
  /** Why it was made: `import`, `publish`, `restore` … */
  reason: string;
}

/** Characters that XML 1.0 forbids (§2.2), lone surrogates included; no feed could carry them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** @returns text as it is kept: NFC, LF, without what XML forbids. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').normalize('NFC');
}

/** @returns a title as it is kept: one line. @throws {PostError} `title-missing`. */
export function cleanTitle(title: string): string {
  const clean = cleanText(title).replace(/\s+/g, ' ').trim();
  if (clean === '') throw new PostError('title-missing');
  return [...clean].slice(0, MAX_TITLE).join('');
}

async function pathOf(tx: Transaction, place: Pick<NewPost, 'kind' | 'categoryId' | 'month' | 'slug'>) {
  if (place.kind === 'page') return pagePath(place.slug);
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

/** The translation of a post in a language; made where there is none. @returns its id. */
export async function ensureTranslation(tx: Transaction, postId: string, language: string): Promise<string> {
  const { id } = await tx.translation.upsert({
    where: { postId_language: { postId, language } },
    create: { postId, language },
    update: {},
    select: { id: true },
  });
  return id;
}

/** Adds a revision; readers see it once it is published. @returns its id. */
export async function addRevision(
  tx: Transaction,
  translationId: string,
  revision: NewRevision,
): Promise<string> {
  const last = await tx.revision.aggregate({ where: { translationId }, _max: { number: true } });
  const { id } = await tx.revision.create({
    data: {
      translationId,
      number: (last._max.number ?? 0) + 1,
      title: cleanTitle(revision.title),
      summary: cleanText(revision.summary).trim(),
      source: cleanText(revision.source),
      authorId: revision.authorId,
      reason: revision.reason,
    },
    select: { id: true },
  });
  return id;
}

/** Tags of the lists that hold a post, and of the posts beside it. */
async function surroundings(tx: Transaction, postId: string): Promise<string[]> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      id: true,
      categoryId: true,
      listedAt: true,
      authors: { select: { memberId: true } },
      tags: { select: { tagId: true } },
    },
  });
  const { listedAt } = post;
  const beside =
    listedAt === null || post.categoryId === null
      ? []
      : await Promise.all(
          (['desc', 'asc'] as const).map((order) =>
            tx.post.findFirst({
              where: {
                categoryId: post.categoryId,
                id: { not: post.id },
                listedAt: order === 'desc' ? { lte: listedAt } : { gte: listedAt },
              },
              orderBy: [{ listedAt: order }, { id: order }],
              select: { id: true },
            }),
          ),
        );
  return [
    tags.post(postId),
    tags.list,
    tags.archive,
    tags.addresses,
    ...(post.categoryId === null ? [] : [tags.categoryList(post.categoryId)]),
    ...post.authors.map(({ memberId }) => tags.authorList(memberId)),
    ...post.tags.map(({ tagId }) => tags.tagList(tagId)),
    ...beside.flatMap((neighbour) => (neighbour ? [tags.post(neighbour.id)] : [])),
  ];
}

/**
 * Makes a revision what readers see of its translation.
 *
 * @param at when; a first publication keeps this time for ever.
 * @throws {PostError} `not-found`.
 */
export async function publish(tx: Transaction, actor: Actor, revisionId: string, at: Date): Promise<void> {
  const revision = await tx.revision.findUnique({
    where: { id: revisionId },
    select: {
      translation: {
        select: {
          id: true,
          state: true,
          publishedAt: true,
          publishedRevisionId: true,
          post: { select: { id: true, publishedAt: true, listedAt: true } },
        },
      },
    },
  });
  if (!revision) throw new PostError('not-found', revisionId);
  const { translation } = revision;
  const { post } = translation;
  const first = translation.publishedAt === null;
  await tx.translation.update({
    where: { id: translation.id },
    data: {
      state: 'published',
      publishedRevisionId: revisionId,
      publishedAt: translation.publishedAt ?? at,
      scheduledFor: null,
      ...(!first && translation.publishedRevisionId !== revisionId && { revisedAt: at }),
      version: { increment: 1 },
    },
  });
  const publishedAt = post.publishedAt ?? at;
  if (post.publishedAt === null || post.listedAt === null) {
    await tx.post.update({ where: { id: post.id }, data: { publishedAt, listedAt: publishedAt } });
    await touch(tx, await surroundings(tx, post.id));
  } else {
    await touch(
      tx,
      translation.state === 'published' ? [tags.post(post.id)] : await surroundings(tx, post.id),
    );
  }
  await record(tx, actor, {
    action: first ? 'translation.publish' : 'translation.correct',
    subjectType: 'translation',
    subjectId: translation.id,
    detail: { revision: revisionId },
  });
}

/** Takes a translation from readers; nothing of it is deleted. @throws {PostError} `not-found`. */
export async function hide(tx: Transaction, actor: Actor, translationId: string): Promise<void> {
  const translation = await tx.translation.findUnique({
    where: { id: translationId },
    select: { postId: true, state: true },
  });
  if (!translation) throw new PostError('not-found', translationId);
  if (translation.state !== 'published') return;
  const touched = await surroundings(tx, translation.postId);
  await tx.translation.update({
    where: { id: translationId },
    data: { state: 'hidden', version: { increment: 1 } },
  });
  const left = await tx.translation.count({ where: { postId: translation.postId, state: 'published' } });
  if (left === 0) await tx.post.update({ where: { id: translation.postId }, data: { listedAt: null } });
  await touch(tx, touched);
  await record(tx, actor, {
    action: 'translation.hide',
    subjectType: 'translation',
    subjectId: translationId,
  });
}

/**
 * Gives a post another address; the one before leads to it for ever.
 *
 * @throws {PostError} `not-found`, `address-taken`, `address-invalid`, `address-reserved`.
 */
export async function movePost(
  tx: Transaction,
  actor: Actor,
  postId: string,
  place: { categoryId: string | null; month: string | null; slug: string },
): Promise<void> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: { kind: true, path: true } });
  if (!post) throw new PostError('not-found', postId);
  const path = await pathOf(tx, { kind: post.kind, ...place });
  if (path === post.path) return;
  const before = await surroundings(tx, postId);
  await takeAddress(tx, postId, path);
  await tx.post.update({ where: { id: postId }, data: { ...place, path } });
  // Relative addresses in the text mean something else from now on.
  await tx.rendering.deleteMany({ where: { revision: { translation: { postId } } } });
  await touch(tx, [...before, ...(await surroundings(tx, postId))]);
  await record(tx, actor, {
    action: 'post.move',
    subjectType: 'post',
    subjectId: postId,
    detail: { from: post.path, to: path },
  });
}

/** Sets the authors, in order. */
export async function setAuthors(tx: Transaction, postId: string, authorIds: string[]): Promise<boolean> {
  const present = await tx.postAuthor.findMany({ where: { postId }, orderBy: { position: 'asc' } });
  if (present.map(({ memberId }) => memberId).join() === authorIds.join()) return false;
  const before = await surroundings(tx, postId);
  await tx.postAuthor.deleteMany({ where: { postId } });
  await tx.postAuthor.createMany({
    data: authorIds.map((memberId, position) => ({ postId, memberId, position })),
  });
  await touch(tx, [...before, ...(await surroundings(tx, postId)), tags.authors]);
  return true;
}

/** Sets the tags. */
export async function setTags(tx: Transaction, postId: string, tagIds: string[]): Promise<boolean> {
  const present = await tx.postTag.findMany({ where: { postId }, select: { tagId: true } });
  const wanted = [...new Set(tagIds)].sort();
  if (
    present
      .map(({ tagId }) => tagId)
      .sort()
      .join() === wanted.join()
  )
    return false;
  const before = await surroundings(tx, postId);
  await tx.postTag.deleteMany({ where: { postId } });
  await tx.postTag.createMany({ data: wanted.map((tagId) => ({ postId, tagId })) });
  await touch(tx, [...before, ...(await surroundings(tx, postId)), tags.tags]);
  return true;
}

/** A category by its slug, also one from before; made, at the end of the order, where there is none. @returns its id. */
export async function ensureCategory(
  tx: Transaction,
  actor: Actor,
  category: { slug: string; names: Record<string, string>; descriptions?: Record<string, string> },
): Promise<string> {
  const existing = await categoryOfSlug(tx, category.slug);
  if (existing !== null) return existing;
  // Held to the rules of an address before anything refers to it.
  postPath({ categorySlug: category.slug, month: '2000-01', slug: 'x' });
  const { id } = await tx.category.create({
    data: {
      slug: category.slug,
      names: category.names,
      descriptions: category.descriptions ?? {},
      position: await tx.category.count(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    action: 'category.create',
    subjectType: 'category',
    subjectId: id,
    detail: { slug: category.slug },
  });
  await touch(tx, [tags.categories]);
  return id;
}

/** A tag by its slug; made where there is none. @returns its id. */
export async function ensureTag(
  tx: Transaction,
  actor: Actor,
  tag: { slug: string; names: Record<string, string> },
): Promise<string> {
  const existing = await tx.tag.findUnique({ where: { slug: tag.slug }, select: { id: true } });
  if (existing) return existing.id;
  const { id } = await tx.tag.create({ data: { slug: tag.slug, names: tag.names }, select: { id: true } });
  await record(tx, actor, {
    action: 'tag.create',
    subjectType: 'tag',
    subjectId: id,
    detail: { slug: tag.slug },
  });
  await touch(tx, [tags.tags]);
  return id;
}

/**
 * After pictures arrived at addresses that posts already name: those posts are rendered anew.
 *
 * @param addresses decoded, NFC.
 */
export async function refreshPostsNaming(tx: Transaction, addresses: string[]): Promise<void> {
  if (addresses.length === 0) return;
  const renderings = await tx.rendering.findMany({
    where: { OR: addresses.map((address) => ({ revision: { source: { contains: address } } })) },
    select: { revisionId: true, revision: { select: { translation: { select: { postId: true } } } } },
  });
  await tx.rendering.deleteMany({
    where: { revisionId: { in: renderings.map(({ revisionId }) => revisionId) } },
  });
  await touch(
    tx,
    renderings.map(({ revision }) => tags.post(revision.translation.postId)),
  );
}
