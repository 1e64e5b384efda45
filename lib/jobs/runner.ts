import { db, transaction } from '@/lib/db';
import { startWatch, type Watch } from './watch';

/** One attempt at a job. */
export interface JobAttempt {
  id: string;
  /** As it was enqueued; to be parsed, since another version may have written it. */
  payload: unknown;
  /** 1 for the first. */
  attempt: number;
  /** Aborted when the runner is stopped. */
  signal: AbortSignal;
}

/**
 * Does the work of one kind. It may be run again after it was done, when the process ended in between, so it looks at
 * what is there before it acts. What it throws is tried again later.
 */
export type JobHandler = (job: JobAttempt) => Promise<void>;

/** An attempt that failed. */
export interface JobFailure {
  kind: string;
  id: string;
  attempt: number;
  /** Whether it will not be tried again. */
  isFinal: boolean;
  error: unknown;
}

export interface JobsOptions {
  /** By kind. Kinds that are not here are left to instances that know them. */
  handlers: Readonly<Record<string, JobHandler>>;
  /** Told of failed attempts, and (with kind `jobs`) of a database that does not answer, once until it does. */
  onFailure: (failure: JobFailure) => void;
  /** Milliseconds between looks for due work. */
  interval?: number;
}

/** Milliseconds that a job belongs to the instance that took it, unless that says it is still alive. */
const LEASE = 60_000;
const MOST_ATTEMPTS = 8;
/** Milliseconds before the second attempt; each further one waits four times as long, up to a day. */
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 24 * 60 * 60_000;
/** Milliseconds that done jobs are kept, for whoever looks into what happened. */
const KEPT = 7 * 24 * 60 * 60_000;
const CLEAN_EVERY = 60 * 60_000;

interface Taken {
  id: string;
  kind: string;
  payload: unknown;
  attempt: number;
}

/**
 * Does due work until it is stopped: jobs of different kinds side by side, so that a slow mail server holds up nothing
 * else, those of one kind one after the other. Any number of instances may run at once; a job whose instance died is
 * taken over a minute later.
 */
export function startJobs({ handlers, onFailure, interval = 1000 }: JobsOptions): Watch {
  const busy = new Map<string, Promise<void>>();
  const controller = new AbortController();
  const { signal } = controller;
  let isTold = false;
  let cleanedAt = 0;

  async function look(): Promise<void> {
    const idle = Object.keys(handlers).filter((kind) => !busy.has(kind));
    for (const kind of await dueKinds(idle)) busy.set(kind, lane(kind));
    if (Date.now() - cleanedAt > CLEAN_EVERY) {
      cleanedAt = Date.now();
      await removeOld();
    }
    isTold = false;
  }

  /** One kind's jobs, until none is due. */
  async function lane(kind: string): Promise<void> {
    try {
      while (!signal.aborted) {
        const job = await take(kind);
        if (job === null) return;
        await attempt(job);
      }
    } catch (error) {
      tellOnce(error);
    } finally {
      busy.delete(kind);
    }
  }

  async function attempt(job: Taken): Promise<void> {
    const alive = setInterval(() => {
      // One that is late is made up for by the next; without any, somebody else takes the job.
      prolong(job).catch(tellOnce);
    }, LEASE / 3);
    try {
      await handlers[job.kind]?.({ id: job.id, payload: job.payload, attempt: job.attempt, signal });
    } catch (error) {
      const isFinal = job.attempt >= MOST_ATTEMPTS;
      await giveBack(job, error, isFinal, signal.aborted);
      if (!signal.aborted) onFailure({ ...job, isFinal, error });
      return;
    } finally {
      clearInterval(alive);
    }
    await finish(job);
  }

  function tellOnce(error: unknown): void {
    if (isTold || signal.aborted) return;
    isTold = true;
    onFailure({ kind: 'jobs', id: '', attempt: 0, isFinal: false, error });
  }

  const watch = startWatch(look, { interval, onLost: tellOnce });
  return {
    stop: async () => {
      controller.abort();
      await watch.stop();
      await Promise.all(busy.values());
    },
  };
}

function isDue(now: Date) {
  return {
    finishedAt: null,
    runAt: { lte: now },
    OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }],
  };
}

/** One query along an index; what mostly happens is that it finds nothing. */
async function dueKinds(kinds: string[]): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await db().job.findMany({
    where: { ...isDue(new Date()), kind: { in: kinds } },
    select: { kind: true },
    take: 50,
  });
  return [...new Set(rows.map(({ kind }) => kind))];
}

async function take(kind: string): Promise<Taken | null> {
  return transaction(async (tx) => {
    const now = new Date();
    const job = await tx.job.findFirst({
      where: { ...isDue(now), kind },
      orderBy: [{ runAt: 'asc' }, { id: 'asc' }],
      select: { id: true, payload: true },
    });
    if (!job) return null;
    const { attempts } = await tx.job.update({
      where: { id: job.id },
      data: { leasedUntil: new Date(now.getTime() + LEASE), attempts: { increment: 1 } },
      select: { attempts: true },
    });
    return { ...job, kind, attempt: attempts };
  });
}

/** The attempt's number is the lease: whoever took the job over has a higher one. */
const held = ({ id, attempt }: Taken) => ({ id, attempts: attempt, finishedAt: null });

async function prolong(job: Taken): Promise<void> {
  await transaction((tx) =>
    tx.job.updateMany({ where: held(job), data: { leasedUntil: new Date(Date.now() + LEASE) } }),
  );
}

async function finish(job: Taken): Promise<void> {
  await transaction((tx) =>
    tx.job.updateMany({
      where: held(job),
      // What it was about is of no use any more, and may name people.
      data: { finishedAt: new Date(), leasedUntil: null, lastError: null, payload: {} },
    }),
  );
}

async function giveBack(job: Taken, error: unknown, isFinal: boolean, isStopped: boolean): Promise<void> {
  const now = new Date();
  const wait = Math.min(FIRST_WAIT * 4 ** (job.attempt - 1), LONGEST_WAIT);
  const lastError =
    (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 500) ?? '';
  await transaction((tx) =>
    tx.job.updateMany({
      where: held(job),
      data: isStopped
        ? { leasedUntil: null, attempts: { decrement: 1 } }
        : isFinal
          ? { finishedAt: now, failedAt: now, leasedUntil: null, lastError, payload: {} }
          : { runAt: new Date(now.getTime() + wait), leasedUntil: null, lastError },
    }),
  );
}

async function removeOld(): Promise<void> {
  await transaction((tx) =>
    tx.job.deleteMany({ where: { finishedAt: { lt: new Date(Date.now() - KEPT) } } }),
  );
}
