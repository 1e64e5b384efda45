import { db, transaction } from '@/lib/db';
import { FetchError, postForm } from '@/lib/fetch';
import type { JobHandler } from '@/lib/jobs';
import { settings } from '@/lib/settings';

/** Kind of the job that tells the hub of all feeds that are due. */
export const HUB_JOB = 'hub.ping';

const TIMEOUT = 10_000;
const MAX_ANSWER = 64 * 1024;
const AT_ONCE = 4;
/** Pings that fail one after the other before the rest is left for the next attempt. */
const PATIENCE = 4;
const MOST = 600;

export interface HubOptions {
  /** Origin of a hub that may be private; see `FetchOptions`. */
  trustedOrigin?: string;
  /** Milliseconds for one ping. */
  timeoutMs?: number;
}

/** @returns the handlers by which feeds are announced. */
export function pushJobs(options: HubOptions = {}): Record<string, JobHandler> {
  return { [HUB_JOB]: ({ signal }) => pingHub(signal, options) };
}

/** The hub did not take everything; what it did not take is tried again. */
export class HubError extends Error {
  override readonly name = 'HubError';
}

/**
 * Tells the hub of every feed that is due, each once. What changes meanwhile stays due.
 *
 * @throws {HubError} where something is left, for another attempt.
 */
async function pingHub(signal: AbortSignal, { trustedOrigin, timeoutMs = TIMEOUT }: HubOptions) {
  const { hub } = await settings();
  if (hub === '') {
    await transaction((tx) =>
      tx.hubPing.updateMany({ where: { dueSince: { not: null } }, data: { dueSince: null } }),
    );
    return;
  }
  const rows = await db().hubPing.findMany({
    where: { dueSince: { not: null } },
    orderBy: [{ dueSince: 'asc' }, { topic: 'asc' }],
    take: MOST,
    select: { topic: true, dueSince: true },
  });
  const queue = rows.flatMap(({ topic, dueSince }) => (dueSince ? [{ topic, dueSince }] : []));
  const total = queue.length;
  let failures = 0;
  let taken = 0;
  let inARow = 0;
  let last = '';

  const isStopped = (): boolean => signal.aborted;

  async function worker(): Promise<void> {
    while (!isStopped() && inARow < PATIENCE) {
      const ping = queue.shift();
      if (!ping) return;
      const failure = await tell(ping.topic);
      if (isStopped()) return;
      inARow = failure === null ? 0 : inARow + 1;
      if (failure === null) taken += 1;
      else {
        failures += 1;
        last = failure;
      }
      await note(ping, failure);
    }
  }

  /** @returns why it failed, or null. */
  async function tell(topic: string): Promise<string | null> {
    try {
      await postForm(
        hub,
        { 'hub.mode': 'publish', 'hub.url': topic },
        { maxBytes: MAX_ANSWER, timeoutMs, signal, ...(trustedOrigin !== undefined && { trustedOrigin }) },
      );
      return null;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      return error.code === 'status' ? `status ${error.values.status ?? ''}` : error.code;
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (isStopped() || failures > 0) {
    throw new HubError(`${new URL(hub).host} took ${taken} of ${total} changes (${last || 'stopped'})`);
  }
}

async function note({ topic, dueSince }: { topic: string; dueSince: Date }, failure: string | null) {
  await transaction(async (tx) => {
    await tx.hubPing.update({ where: { topic }, data: { triedAt: new Date(), failure } });
    // A feed that changed again since it was read is still due.
    if (failure === null)
      await tx.hubPing.updateMany({
        where: { topic, dueSince: { lte: dueSince } },
        data: { dueSince: null },
      });
  });
}
