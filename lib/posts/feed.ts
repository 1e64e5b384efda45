import { dependsOn, tags } from '@/lib/cache';
import { localizePath } from '@/lib/i18n';
import { papersOf, type PaperView } from '@/lib/papers';
import { cardFrame, findCards, leadImageOf, publicTranslations, revisionSource } from './cards';
import { countPosts, newestIds, oldestIds, resolveScope, visibilityChangedAt, type Scope } from './lists';
import { feedContents } from './renderings';
import type { PostCard } from './views';

/** A post as a feed carries it. */
export interface FeedPost extends Omit<PostCard, 'excerptHtml'> {
  guid: string;
  feedHtml: string;
  /** Publication of this language; for the original, the post's. */
  updatedAt: Date;
  /** Papers that it is about, in order. */
  papers: PaperView[];
  /** Other public languages with their addresses. */
  alternates: { language: string; path: string }[];
}

/**
 * Which posts of a scope: a page, 1-based and newest first; or a part of the history, 1-based and counted from the
 * oldest, so that what is in it stays in it as posts are added.
 */
export type FeedWindow = { kind: 'newest' | 'archive'; number: number };

/** Some posts of a feed, newest first. */
export interface FeedSlice {
  posts: FeedPost[];
  /** Posts in the whole feed. */
  total: number;
  /** When a post was last taken from the feed, or came back; null where that never happened. */
  visibilityChangedAt: Date | null;
}

/**
 * @param take how many a window holds.
 * @returns null where there is no such scope or window; the first page of an empty feed exists.
 */
export async function feedPosts(
  scope: Scope,
  language: string,
  take: number,
  { kind, number }: FeedWindow = { kind: 'newest', number: 1 },
): Promise<FeedSlice | null> {
  const resolved = await resolveScope(scope);
  if (!resolved) return null;
  const [total, changedAt] = await Promise.all([countPosts(resolved), visibilityChangedAt(resolved)]);
  const windows = kind === 'archive' ? Math.floor(total / take) : Math.max(1, Math.ceil(total / take));
  if (number < 1 || number > windows) return null;
  const skip = (number - 1) * take;
  const ids =
    kind === 'archive' ? await oldestIds(resolved, take, skip) : await newestIds(resolved, take, skip);
  const posts = await feedPostsOf(kind === 'archive' ? ids.reverse() : ids, language);
  return { posts, total, visibilityChangedAt: changedAt };
}

async function feedPostsOf(ids: string[], language: string): Promise<FeedPost[]> {
  for (const id of ids) dependsOn(tags.post(id));
  const rows = new Map((await findCards(ids)).map((row) => [row.id, row]));
  const shown = ids.flatMap((id) => {
    const row = rows.get(id);
    const translations = row ? publicTranslations(row, language) : [];
    const translation = translations[0];
    return row && translation ? [{ row, translation, translations }] : [];
  });
  const [contents, papers] = await Promise.all([
    feedContents(shown.map(({ row, translation }) => revisionSource(row, translation))),
    papersOf(shown.map(({ row }) => row.id)),
  ]);
  return shown.flatMap(({ row, translation, translations }) => {
    const content = contents.get(translation.revision.id);
    if (!content) return [];
    const frame = cardFrame(row, translation, language);
    return [
      {
        ...frame,
        excerptText: content.excerptText,
        leadImage: leadImageOf(row, content.leadImage),
        minutes: content.minutes,
        guid: row.guid,
        feedHtml: content.feedHtml,
        papers: papers.get(row.id) ?? [],
        updatedAt: translation.revisedAt ?? frame.publishedAt,
        alternates: translations
          .filter((other) => other.language !== translation.language)
          .map((other) => ({ language: other.language, path: localizePath(row.path, other.language) })),
      },
    ];
  });
}
