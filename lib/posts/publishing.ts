import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import type { Transaction } from '@/lib/db';
import { PostError } from './errors';
import { keepInStep } from './in-step';
import { surroundings } from './surroundings';
import { cleanLine, cleanText, cleanTitle } from './texts';

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
  /** When; now where nothing is said. */
  at?: Date;
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

/**
 * Adds a revision; readers see it once it is published.
 *
 * @param options.untitled whether it may lack a title, as a draft may.
 * @returns its id.
 * @throws {PostError} `title-missing`.
 */
export async function addRevision(
  tx: Transaction,
  translationId: string,
  revision: NewRevision,
  { untitled = false }: { untitled?: boolean } = {},
): Promise<string> {
  const last = await tx.revision.aggregate({ where: { translationId }, _max: { number: true } });
  const { id } = await tx.revision.create({
    data: {
      translationId,
      number: (last._max.number ?? 0) + 1,
      title: untitled ? cleanLine(revision.title) : cleanTitle(revision.title),
      summary: cleanText(revision.summary).trim(),
      source: cleanText(revision.source),
      authorId: revision.authorId,
      reason: revision.reason,
      ...(revision.at && { createdAt: revision.at, savedAt: revision.at }),
    },
    select: { id: true },
  });
  return id;
}

/**
 * Makes a revision what readers see of its translation.
 *
 * @param at when; a first publication keeps this time for ever.
 * @param note what the writer tells readers about a correction; plain text in one line, empty for nothing.
 * @throws {PostError} `not-found`, `title-missing`.
 */
export async function publish(
  tx: Transaction,
  actor: Actor,
  revisionId: string,
  at: Date,
  note = '',
): Promise<void> {
  const revision = await tx.revision.findUnique({
    where: { id: revisionId },
    select: {
      title: true,
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
  if (revision.title === '') throw new PostError('title-missing');
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
      scheduledRevisionId: null,
      reviewRequestedAt: null,
      reviewRequestedById: null,
      reviewNote: null,
      ...(!first && translation.publishedRevisionId !== revisionId && { revisedAt: at }),
      version: { increment: 1 },
    },
  });
  if (translation.publishedRevisionId !== revisionId) {
    await tx.publication.create({
      data: { translationId: translation.id, revisionId, at, note: cleanLine(note) || null },
    });
  }
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
  await keepInStep(tx, post.id);
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
  if (left === 0) {
    await tx.post.update({
      where: { id: translation.postId },
      data: { listedAt: null, visibilityChangedAt: new Date() },
    });
  }
  await touch(tx, touched);
  await keepInStep(tx, translation.postId);
  await record(tx, actor, {
    action: 'translation.hide',
    subjectType: 'translation',
    subjectId: translationId,
  });
}

/** Shows a translation again that was taken from readers, as it was. @throws {PostError} `not-found`. */
export async function show(tx: Transaction, actor: Actor, translationId: string): Promise<void> {
  const translation = await tx.translation.findUnique({
    where: { id: translationId },
    select: { state: true, publishedRevisionId: true, post: { select: { id: true, publishedAt: true } } },
  });
  if (!translation) throw new PostError('not-found', translationId);
  if (translation.state !== 'hidden' || translation.publishedRevisionId === null) return;
  const { post } = translation;
  await tx.translation.update({
    where: { id: translationId },
    data: { state: 'published', version: { increment: 1 } },
  });
  await tx.post.update({
    where: { id: post.id },
    data: { listedAt: post.publishedAt, visibilityChangedAt: new Date() },
  });
  await touch(tx, await surroundings(tx, post.id));
  await keepInStep(tx, post.id);
  await record(tx, actor, {
    action: 'translation.show',
    subjectType: 'translation',
    subjectId: translationId,
  });
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
