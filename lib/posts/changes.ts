import { db } from '@/lib/db';
import { compareTexts, sectionsOf } from './comparing';
import type { PublicChange } from './views';

/** Changes that a page tells; older ones are not what anybody asks for. */
const MOST_CHANGES = 10;

/**
 * How a public text changed since it was first published, by what readers saw alone: drafts, schedules and reviews have no
 * part in it. Who calls depends on the post.
 *
 * @returns newest first; publications that changed neither title nor text and say nothing are left out.
 */
export async function publicChanges(postId: string, language: string): Promise<PublicChange[]> {
  const rows = await db().publication.findMany({
    where: { translation: { postId, language, state: 'published' } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_CHANGES + 1,
    select: { at: true, note: true, revision: { select: { title: true, source: true } } },
  });
  const [newest] = rows;
  if (!newest || rows.length === 1) return [];
  const kept = sectionsOf(newest.revision.source);
  return rows.slice(0, -1).flatMap(({ at, note, revision }, index) => {
    const before = rows[index + 1]?.revision ?? revision;
    const change = { at, note, ...compareTexts(before, revision, kept) };
    const isSeen = change.isRenamed || note !== null || change.added + change.changed + change.removed > 0;
    return isSeen ? [change] : [];
  });
}
