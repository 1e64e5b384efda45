import { changesSince } from '@/lib/cache';
import { db, transaction } from '@/lib/db';
import { enqueueOnce, startWatch, type Watch } from '@/lib/jobs';
import { settings } from '@/lib/settings';
import { HUB_JOB } from './ping';
import { changedTopics } from './topics';

const WATCH = 1;
/** Milliseconds for which a ping waits, so that publications in a row make one. */
const SETTLE = 3000;

/**
 * Looks which feeds changed since the last look of any instance, and has the hub told of them. What changed while no
 * instance ran is noticed by the next one.
 *
 * @param seen tick of the change clock up to which the caller knows that there is nothing to do; 0 for nothing.
 * @returns that tick now.
 */
export async function noticeChanges(seen = 0, now = new Date()): Promise<number> {
  const watch = await db().hubWatch.findUnique({ where: { id: WATCH }, select: { seen: true } });
  const from = Math.max(seen, watch?.seen ?? 0);
  const { now: tick, tags } = await changesSince(from);
  if (watch && tags.length === 0) return tick;
  const { hub, languages } = await settings();
  await transaction(async (tx) => {
    const before = await tx.hubWatch.findUnique({ where: { id: WATCH } });
    // Another instance was faster.
    if (before && before.seen >= tick) return;
    await tx.hubWatch.upsert({
      where: { id: WATCH },
      create: { id: WATCH, seen: tick },
      update: { seen: tick },
    });
    // What was there before anybody watched is no news.
    if (!before || hub === '') return;
    const marks = await tx.changeMark.findMany({
      where: { change: { gt: before.seen, lte: tick } },
      select: { tag: true },
    });
    const topics = await changedTopics(
      tx,
      marks.map(({ tag }) => tag),
      { since: before.updatedAt, languages },
    );
    if (topics.length === 0) return;
    await tx.hubPing.updateMany({ where: { topic: { in: topics } }, data: { dueSince: now } });
    const known = await tx.hubPing.findMany({ where: { topic: { in: topics } }, select: { topic: true } });
    const isKnown = new Set(known.map(({ topic }) => topic));
    const added = topics.filter((topic) => !isKnown.has(topic));
    if (added.length > 0) {
      await tx.hubPing.createMany({ data: added.map((topic) => ({ topic, dueSince: now })) });
    }
    await enqueueOnce(tx, HUB_JOB, new Date(now.getTime() + SETTLE));
  });
  return tick;
}

/**
 * Notices changes until it is stopped. A look where nothing happened costs two small queries; any number of instances
 * may look.
 *
 * @param onFailure told of a database that does not answer, once until it does.
 */
export function startPush({
  onFailure,
  interval = 2000,
}: {
  onFailure: (error: unknown) => void;
  /** Milliseconds between looks. */
  interval?: number;
}): Watch {
  let seen = 0;
  return startWatch(
    async () => {
      seen = await noticeChanges(seen);
    },
    { interval, onLost: onFailure },
  );
}
