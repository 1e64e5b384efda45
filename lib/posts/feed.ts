import { dependsOn, tags } from '@/lib/cache';
import { localizePath } from '@/lib/i18n';
import { cardFrame, findCards, leadImageOf, publicTranslations, revisionSource } from './cards';
import { newestIds, resolveScope, type Scope } from './lists';
import { feedContents } from './renderings';
import type { PostCard } from './views';

/** A post as a feed carries it. */
export interface FeedPost extends Omit<PostCard, 'excerptHtml'> {
  guid: string;
  feedHtml: string;
  /** Publication of this language; for the original, the post's. */
  updatedAt: Date;
  /** Other public languages with their addresses. */
  alternates: { language: string; path: string }[];
}

/**
 * @param take how many.
 * @returns the newest posts of a scope for a feed, or null where there is no such scope.
 */
export async function feedPosts(scope: Scope, language: string, take: number): Promise<FeedPost[] | null> {
  const resolved = await resolveScope(scope);
  if (!resolved) return null;
  const ids = await newestIds(resolved, take);
  for (const id of ids) dependsOn(tags.post(id));
  const rows = new Map((await findCards(ids)).map((row) => [row.id, row]));
  const shown = ids.flatMap((id) => {
    const row = rows.get(id);
    const translations = row ? publicTranslations(row, language) : [];
    const translation = translations[0];
    return row && translation ? [{ row, translation, translations }] : [];
  });
  const contents = await feedContents(shown.map(({ row, translation }) => revisionSource(row, translation)));
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
        updatedAt: translation.revisedAt ?? frame.publishedAt,
        alternates: translations
          .filter((other) => other.language !== translation.language)
          .map((other) => ({ language: other.language, path: localizePath(row.path, other.language) })),
      },
    ];
  });
}
