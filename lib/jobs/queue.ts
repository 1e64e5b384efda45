import type { Transaction } from '@/lib/db';

/** What a job is about: ids rather than things, and no secrets, since it lies in the database until it is done. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Asks for work that is the same whoever asks for it: once is enough. One that waits for another attempt begins anew.
 *
 * @param runAt earliest time, where no such work waits yet.
 */
export async function enqueueOnce(tx: Transaction, kind: string, runAt: Date = new Date()): Promise<void> {
  const waiting = {
    kind,
    finishedAt: null,
    OR: [{ leasedUntil: null }, { leasedUntil: { lt: new Date() } }],
  };
  if ((await tx.job.count({ where: { ...waiting, attempts: 0 } })) > 0) return;
  await tx.job.deleteMany({ where: waiting });
  await enqueue(tx, kind, {}, runAt);
}

/**
 * Asks for work after this transaction; where the transaction fails, nobody asked.
 *
 * @param kind names the handler that `startJobs` was given.
 * @param runAt earliest time; now where nothing is said.
 * @returns the job's id.
 */
export async function enqueue(
  tx: Transaction,
  kind: string,
  payload: JobPayload,
  runAt: Date = new Date(),
): Promise<string> {
  const { id } = await tx.job.create({ data: { kind, payload, runAt }, select: { id: true } });
  return id;
}
