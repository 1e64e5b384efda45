import { afterEach, expect, test } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { enqueue, startJobs, type JobFailure, type JobHandler, type Watch } from '.';

useDatabase();

const runners: Watch[] = [];

afterEach(async () => {
  // Before the database is closed, which happens in the hook of useDatabase.
  await stopAll();
});

async function stopAll(): Promise<void> {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
}

function start(handlers: Record<string, JobHandler>, failures: JobFailure[] = []): void {
  runners.push(startJobs({ handlers, interval: 5, onFailure: (failure) => failures.push(failure) }));
}

const add = (kind: string, payload = {}, runAt?: Date) =>
  transaction((tx) => enqueue(tx, kind, payload, runAt));

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(isTrue, { timeout: 20_000, interval: 5 }).toBe(true);
}

const job = (id: string) => db().job.findUniqueOrThrow({ where: { id } });

test('due work is done once, by any of several instances, and then forgotten what it was about', async () => {
  const done: unknown[] = [];
  const handler: JobHandler = ({ payload }) => {
    done.push(payload);
    return Promise.resolve();
  };
  const ids = await Promise.all([1, 2, 3, 4, 5].map((n) => add('count', { n })));
  const later = await add('count', { n: 6 }, new Date(Date.now() + 3_600_000));
  const unknown = await add('of another version');
  start({ count: handler });
  start({ count: handler });
  await until(async () => (await db().job.count({ where: { finishedAt: null } })) === 2);
  await stopAll();
  expect(done).toHaveLength(5);
  expect(await job(ids[0] ?? '')).toMatchObject({ attempts: 1, failedAt: null, payload: {} });
  expect(await job(later)).toMatchObject({ attempts: 0 });
  expect(await job(unknown)).toMatchObject({ attempts: 0 });
});

test('a transaction that fails asks for nothing', async () => {
  const failing = transaction(async (tx) => {
    await enqueue(tx, 'count', {});
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await db().job.count()).toBe(0);
});

test('what fails is tried again later, ever less often, and given up after eight times', async () => {
  const failures: JobFailure[] = [];
  const id = await add('fail', { to: 'someone' });
  start({ fail: () => Promise.reject(new Error('no connection\nat somewhere')) }, failures);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await until(() => failures.length === attempt);
    const { runAt, finishedAt } = await job(id);
    if (finishedAt) break;
    waits.push(Math.round((runAt.getTime() - Date.now()) / 10_000));
    await transaction((tx) => tx.job.update({ where: { id }, data: { runAt: new Date() } }));
  }
  expect(waits).toEqual([1, 4, 16, 64, 256, 1024, 4096]);
  expect(failures.map(({ isFinal }) => isFinal)).toEqual([...Array<boolean>(7).fill(false), true]);
  const given = await job(id);
  expect(given.failedAt).not.toBeNull();
  expect(given).toMatchObject({ attempts: 8, lastError: 'no connection', payload: {} });
});

test('a slow kind does not hold up another', async () => {
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  let quick = 0;
  const first = await add('slow');
  start({
    slow: () => slow,
    quick: () => {
      quick += 1;
      return Promise.resolve();
    },
  });
  await until(async () => (await job(first)).attempts === 1);
  await add('quick');
  await until(() => quick === 1);
  expect((await job(first)).finishedAt).toBeNull();
  release();
  await until(async () => (await job(first)).finishedAt !== null);
});

test('a job whose instance died is taken over when its lease has run out, and not before', async () => {
  const attempts: number[] = [];
  const lease = (from: number) => ({ leasedUntil: new Date(Date.now() + from), attempts: 1 });
  const dead = await add('work');
  const alive = await add('work');
  await transaction(async (tx) => {
    await tx.job.update({ where: { id: dead }, data: lease(-1) });
    await tx.job.update({ where: { id: alive }, data: lease(60_000) });
  });
  start({
    work: ({ attempt }) => {
      attempts.push(attempt);
      return Promise.resolve();
    },
  });
  await until(async () => (await job(dead)).finishedAt !== null);
  await stopAll();
  expect(attempts).toEqual([2]);
  expect((await job(alive)).finishedAt).toBeNull();
});

test('work that a stop interrupts is done after the next start', async () => {
  const id = await add('long');
  let isRunning = false;
  start({
    long: ({ signal }) =>
      new Promise((_, reject) => {
        isRunning = true;
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      }),
  });
  await until(() => isRunning);
  await stopAll();
  expect(await job(id)).toMatchObject({ attempts: 0, leasedUntil: null, finishedAt: null });
  start({ long: () => Promise.resolve() });
  await until(async () => (await job(id)).finishedAt !== null);
});
