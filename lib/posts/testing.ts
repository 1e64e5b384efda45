import type { Actor } from '@/lib/audit';
import { transaction } from '@/lib/db';
import { ensureAuthor } from '@/lib/members';
import { addRevision, createPost, ensureCategory, ensureTag, ensureTranslation, publish } from '.';

/** Who acts in tests. */
export const shell: Actor = { label: 'shell' };

/** A post for a test; what the test is not about is filled in. */
export interface SamplePost {
  slug: string;
  category?: string;
  month?: string;
  title?: string;
  source?: string;
  language?: string;
  at?: Date;
  author?: string;
  tags?: string[];
  /** Not published when false. */
  published?: boolean;
  guid?: string;
}

/** Writes a post through the public door. @returns the ids that were made. */
export async function writePost(sample: SamplePost) {
  const {
    slug,
    category = 'ai',
    month = '2024-03',
    language = 'ko',
    author,
    at = new Date('2024-03-15'),
  } = sample;
  return transaction(async (tx) => {
    const categoryId = await ensureCategory(tx, shell, {
      slug: category,
      names: { ko: category.toUpperCase() },
    });
    const authorIds = author
      ? [await ensureAuthor(tx, shell, { name: author, about: '', language, links: [], avatarId: null })]
      : [];
    const tagIds = [];
    for (const tag of sample.tags ?? [])
      tagIds.push(await ensureTag(tx, shell, { slug: tag, names: { ko: tag } }));
    const postId = await createPost(tx, shell, {
      kind: 'post',
      categoryId,
      month,
      slug,
      originalLanguage: language,
      authorIds,
      tagIds,
      ...(sample.guid && { guid: sample.guid }),
    });
    const translationId = await ensureTranslation(tx, postId, language);
    const revisionId = await addRevision(tx, translationId, {
      title: sample.title ?? `Title of ${slug}`,
      summary: '',
      source: sample.source ?? `First paragraph of ${slug}.\n\n<!--more-->\n\nThe rest.\n`,
      authorId: null,
      reason: 'publish',
    });
    if (sample.published !== false) await publish(tx, shell, revisionId, at);
    return { postId, translationId, revisionId, categoryId };
  });
}

/** Publishes a new text of a translation. */
export async function correct(translationId: string, title: string, source: string, at = new Date()) {
  return transaction(async (tx) => {
    const revision = { title, summary: '', source, authorId: null, reason: 'publish' };
    const revisionId = await addRevision(tx, translationId, revision);
    await publish(tx, shell, revisionId, at);
    return revisionId;
  });
}

/** Publishes a translation of a post. */
export async function translate(
  postId: string,
  language: string,
  title: string,
  source: string,
  at = new Date(),
) {
  return transaction(async (tx) => {
    const translationId = await ensureTranslation(tx, postId, language);
    const revision = { title, summary: '', source, authorId: null, reason: 'publish' };
    await publish(tx, shell, await addRevision(tx, translationId, revision), at);
    return translationId;
  });
}
