import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import type { Transaction } from '@/lib/db';
import { postPath } from './addresses';
import { categoryOfSlug } from './categories';
import { keepInStep } from './in-step';
import { surroundings } from './surroundings';

/**
 * Does `change` to what lists show of a post: whatever shows the post before or after is made anew.
 *
 * @param also further tags to touch.
 */
async function changeListing(
  tx: Transaction,
  postId: string,
  also: string[],
  change: () => Promise<unknown>,
  formerPaperIds: string[] = [],
): Promise<void> {
  const before = await surroundings(tx, postId);
  await change();
  await touch(tx, [...before, ...(await surroundings(tx, postId)), ...also]);
  await keepInStep(tx, postId, formerPaperIds);
}

/** Sets the authors, in order. @returns whether they were others before. */
export async function setAuthors(tx: Transaction, postId: string, authorIds: string[]): Promise<boolean> {
  const present = await tx.postAuthor.findMany({ where: { postId }, orderBy: { position: 'asc' } });
  const wanted = [...new Set(authorIds)];
  if (present.map(({ memberId }) => memberId).join() === wanted.join()) return false;
  await changeListing(tx, postId, [tags.authors], async () => {
    await tx.postAuthor.deleteMany({ where: { postId } });
    await tx.postAuthor.createMany({
      data: wanted.map((memberId, position) => ({ postId, memberId, position })),
    });
  });
  return true;
}

/** Sets the tags. @returns whether they were others before. */
export async function setTags(tx: Transaction, postId: string, tagIds: string[]): Promise<boolean> {
  const present = await tx.postTag.findMany({ where: { postId }, select: { tagId: true } });
  const wanted = [...new Set(tagIds)].sort();
  const before = present.map(({ tagId }) => tagId).sort();
  if (before.join() === wanted.join()) return false;
  await changeListing(tx, postId, [tags.tags], async () => {
    await tx.postTag.deleteMany({ where: { postId } });
    await tx.postTag.createMany({ data: wanted.map((tagId) => ({ postId, tagId })) });
  });
  return true;
}

/** Sets which papers the post is about, in order. @returns whether they were others before. */
export async function setPapers(tx: Transaction, postId: string, paperIds: string[]): Promise<boolean> {
  const present = await tx.postPaper.findMany({ where: { postId }, orderBy: { position: 'asc' } });
  const before = present.map(({ paperId }) => paperId);
  const wanted = [...new Set(paperIds)];
  if (before.join() === wanted.join()) return false;
  await changeListing(
    tx,
    postId,
    [],
    async () => {
      await tx.postPaper.deleteMany({ where: { postId } });
      await tx.postPaper.createMany({
        data: wanted.map((paperId, position) => ({ postId, paperId, position })),
      });
    },
    before,
  );
  return true;
}

/** Sets the picture that stands for the post. @returns whether it was another before. */
export async function setLeadMedia(
  tx: Transaction,
  postId: string,
  mediaId: string | null,
): Promise<boolean> {
  const present = await tx.post.findUniqueOrThrow({ where: { id: postId }, select: { leadMediaId: true } });
  if (present.leadMediaId === mediaId) return false;
  await tx.post.update({ where: { id: postId }, data: { leadMediaId: mediaId } });
  await touch(tx, [tags.post(postId)]);
  return true;
}

/**
 * Changes when a post was first published, and its place in the lists with it. Languages that were published with it
 * go along.
 *
 * @returns whether it was another time before; false for what was never public.
 */
export async function setPublishedAt(tx: Transaction, postId: string, at: Date): Promise<boolean> {
  const { publishedAt: before, listedAt } = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: { publishedAt: true, listedAt: true },
  });
  if (before === null || before.getTime() === at.getTime()) return false;
  await changeListing(tx, postId, [], async () => {
    await tx.post.update({
      where: { id: postId },
      data: { publishedAt: at, ...(listedAt !== null && { listedAt: at }) },
    });
    await tx.translation.updateMany({ where: { postId, publishedAt: before }, data: { publishedAt: at } });
  });
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
