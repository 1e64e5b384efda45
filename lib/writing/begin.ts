import { randomInt } from 'node:crypto';
import { check } from '@/lib/access';
import { transaction, type Transaction } from '@/lib/db';
import { translator } from '@/lib/i18n';
import { createPost, ensureCategory, ensureTranslation } from '@/lib/posts';
import { settings, type Settings } from '@/lib/settings';
import { WritingError } from './errors';
import type { Writer } from './rights';

/** What a new post begins with. */
export interface NewWriting {
  kind: 'post' | 'page';
  /** One of the site's languages; the post's original one. */
  language: string;
  /** The first category where nothing is chosen. */
  categoryId?: string | null;
}

/** A slug that nobody has chosen: `261125-4kq7x2`, or `page-4kq7x2`. Begins and ends its last part with a digit. */
const PLACEHOLDER = /^(?:\d{6}|page)-\d[a-z0-9]{4}\d$/;

/** @returns whether a slug stands only until one is chosen. */
export function isPlaceholder(slug: string, publishedAt: Date | null): boolean {
  return publishedAt === null && PLACEHOLDER.test(slug);
}

/** @returns the day in a time zone, `YYYY-MM-DD`. */
export function dayIn(date: Date, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(date);
}

function placeholder(kind: NewWriting['kind'], day: string): string {
  const middle = randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0');
  const prefix = kind === 'page' ? 'page' : day.slice(2).replaceAll('-', '');
  return `${prefix}-${randomInt(10)}${middle}${randomInt(10)}`;
}

/**
 * Begins a post or a single page: an empty draft that only its writers see, with the viewer as author.
 *
 * @throws {WritingError} `language-unknown`, `category-unknown`. @throws {AccessError} `forbidden`.
 */
export async function beginPost(
  viewer: Writer,
  { kind, language, categoryId = null }: NewWriting,
  now = new Date(),
): Promise<{ postId: string; translationId: string }> {
  check(viewer, kind === 'page' ? 'page.write' : 'post.create');
  const site = await settings();
  if (!site.languages.includes(language)) throw new WritingError('language-unknown');
  const day = dayIn(now, site.timeZone);
  const actor = { memberId: viewer.memberId };
  return transaction(async (tx) => {
    const postId = await createPost(tx, actor, {
      kind,
      categoryId: kind === 'page' ? null : await categoryFor(tx, viewer, site, categoryId),
      month: kind === 'page' ? null : day.slice(0, 7),
      slug: placeholder(kind, day),
      originalLanguage: language,
      authorIds: kind === 'page' ? [] : [viewer.memberId],
      tagIds: [],
      createdById: viewer.memberId,
    });
    const translationId = await ensureTranslation(tx, postId, language);
    await tx.draft.create({
      data: { translationId, title: '', source: '', savedById: viewer.memberId, savedAt: now },
    });
    return { postId, translationId };
  });
}

async function categoryFor(
  tx: Transaction,
  viewer: Writer,
  { languages }: Settings,
  chosen: string | null,
): Promise<string> {
  if (chosen !== null) {
    const category = await tx.category.findUnique({ where: { id: chosen }, select: { id: true } });
    if (!category) throw new WritingError('category-unknown');
    return category.id;
  }
  const first = await tx.category.findFirst({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { id: true },
  });
  if (first) return first.id;
  // A blog on which nothing was set up yet: the first post need not wait for it.
  const names = Object.fromEntries(
    languages.map((language) => [language, translator(language)('writing.firstCategory')]),
  );
  return ensureCategory(tx, { memberId: viewer.memberId }, { slug: 'posts', names });
}
