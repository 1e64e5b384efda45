import { record, type Actor } from '@/lib/audit';
import { db, transaction } from '@/lib/db';
import { publish } from '@/lib/posts';
import { WritingError } from './errors';
import { settleAddress } from './publish';
import { postColumns } from './rights';

const ACTOR: Actor = { label: 'schedule' };

/** Texts of one run; the next run goes on. More than will ever fail at the same time. */
const BATCH = 1_000;

/** A schedule counts as failed where its text is not public after so long, in milliseconds. */
export const SCHEDULE_GRACE = 2 * 60_000;

/** What a run of the schedules did. */
export interface DueReport {
  /** Translations that are public now. */
  published: string[];
  /** Translations that could not be published, and why; they stay due, and the desk shows them. */
  failed: { translationId: string; reason: string }[];
}

/**
 * Publishes what is due. Each text in a transaction of its own that asks again whether it is due, so that it does not
 * matter how often and on how many instances this runs. What cannot be published is recorded once, stays due, and
 * holds up nothing else.
 */
export async function publishDue(now = new Date()): Promise<DueReport> {
  const due = await db().translation.findMany({
    where: { scheduledFor: { lte: now } },
    orderBy: [{ scheduledFor: 'asc' }, { id: 'asc' }],
    take: BATCH,
    select: { id: true, scheduledFor: true },
  });
  const report: DueReport = { published: [], failed: [] };
  for (const { id, scheduledFor } of due) {
    try {
      if (await publishOne(id, now)) report.published.push(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report.failed.push({ translationId: id, reason });
      await recordFailure(id, reason, scheduledFor ?? now);
    }
  }
  return report;
}

/** @returns the earliest time for which something is scheduled, or null; may lie in the past. */
export async function nextDue(): Promise<Date | null> {
  const next = await db().translation.findFirst({
    where: { scheduledFor: { not: null } },
    orderBy: { scheduledFor: 'asc' },
    select: { scheduledFor: true },
  });
  return next?.scheduledFor ?? null;
}

async function publishOne(translationId: string, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const translation = await tx.translation.findUnique({
      where: { id: translationId },
      select: {
        publishedAt: true,
        scheduledFor: true,
        scheduledRevision: { select: { id: true, title: true } },
        post: { select: postColumns },
      },
    });
    const at = translation?.scheduledFor;
    // Another instance was faster, or it was taken back.
    if (!translation || !at || at > now) return false;
    const { scheduledRevision: revision, post } = translation;
    if (!revision) throw new WritingError('schedule-lost');
    if (post.discardedAt !== null) throw new WritingError('discarded');
    await settleAddress(tx, ACTOR, post, revision.title, at);
    await publish(tx, ACTOR, revision.id, at);
    return true;
  });
}

async function recordFailure(translationId: string, reason: string, due: Date): Promise<void> {
  const act = {
    action: 'translation.schedule-failed',
    subjectType: 'translation',
    subjectId: translationId,
  } as const;
  try {
    // It is tried again all the time, and told once.
    if ((await db().auditEvent.count({ where: { ...act, at: { gte: due } } })) > 0) return;
    await transaction((tx) => record(tx, ACTOR, { ...act, detail: { reason: reason.slice(0, 500) } }));
  } catch (error) {
    // Nothing can be written at all; the runner tells of the text itself by its report.
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The failed schedule of ${translationId} was not recorded: ${cause}\n`);
  }
}
