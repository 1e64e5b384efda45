import type { Transaction } from '@/lib/db';

/** What a job is about: ids rather than things, and no secrets, since it lies in the database until it is done. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;

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
