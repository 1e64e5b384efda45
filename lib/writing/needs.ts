import { check, may } from '@/lib/access';
import { db } from '@/lib/db';
import { SCHEDULE_GRACE } from './due';
import { ownFilter, readsEverything, type Writer } from './rights';
import { changedSincePublished, deskRows } from './rows';
import type { DeskNeeds } from './types';

/** Most lines of each kind. */
const MOST = 20;
/** Drafts of public texts that are looked at for changes, those saved last. */
const LOOKED_AT = 200;

/**
 * What waits for the viewer. Whoever reads everything also sees others' failed schedules; what is unpublished or given
 * back is shown to those who write it.
 */
export async function needsMe(viewer: Writer, now = new Date()): Promise<DeskNeeds> {
  check(viewer, 'post.create');
  const own = { discardedAt: null, ...ownFilter(viewer) };
  const all = readsEverything(viewer);
  const [returned, requests, failed, drafted] = await Promise.all([
    db().translation.findMany({
      where: { reviewNote: { not: null }, reviewRequestedAt: null, post: own },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: { id: true },
    }),
    may(viewer, 'post.approve', { ownerIds: [] })
      ? db().translation.findMany({
          where: { reviewRequestedAt: { not: null }, post: { discardedAt: null } },
          orderBy: [{ reviewRequestedAt: 'desc' }, { id: 'desc' }],
          take: MOST,
          select: { id: true },
        })
      : [],
    db().translation.findMany({
      where: {
        scheduledFor: { lt: new Date(now.getTime() - SCHEDULE_GRACE) },
        post: all ? { discardedAt: null } : own,
      },
      orderBy: [{ scheduledFor: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: { id: true },
    }),
    db().translation.findMany({
      where: { state: 'published', draft: { isNot: null }, post: own },
      orderBy: [{ draft: { savedAt: 'desc' } }, { id: 'desc' }],
      take: LOOKED_AT,
      select: {
        id: true,
        publishedRevisionId: true,
        revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
      },
    }),
  ]);
  const candidates = drafted.filter(
    ({ publishedRevisionId, revisions }) => revisions[0]?.id !== publishedRevisionId,
  );
  // A few more than are shown: some may have been written back to what is public.
  const changed = await changedSincePublished(candidates.slice(0, MOST * 2));
  const unpublished = candidates.filter(({ id }) => changed.has(id)).slice(0, MOST);
  const groups = [returned, requests, failed, unpublished].map((rows) => rows.map(({ id }) => id));
  const rows = await deskRows(viewer, [...new Set(groups.flat())]);
  const byId = new Map(rows.map((row) => [row.translationId, row]));
  const [a = [], b = [], c = [], d = []] = groups.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  return { returned: a, reviewRequests: b, failedSchedules: c, unpublished: d };
}
