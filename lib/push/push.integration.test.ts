import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { startJobs, type JobFailure, type Watch } from '@/lib/jobs';
import { ensureCategory, hide, movePost, show } from '@/lib/posts';
import { correct, shell, writePost } from '@/lib/posts/testing';
import { changeSettings } from '@/lib/settings';
import { hubState, noticeChanges, pushJobs } from '.';

useDatabase();

/** A hub that keeps what it is told, and answers with the next of `answers`, or 202. */
class Hub {
  readonly told: string[] = [];
  readonly answers: (number | 'hang')[] = [];
  readonly methods = new Set<string>();
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const answer = this.answers.shift() ?? 202;
      if (answer === 'hang') return;
      const form = new URLSearchParams(body);
      this.methods.add(`${request.method} ${form.get('hub.mode')}`);
      if (answer < 300) this.told.push(form.get('hub.url') ?? '');
      response.writeHead(answer).end();
    });
  });

  async open(port = 0): Promise<string> {
    await new Promise<void>((done) => this.server.listen(port, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

let hub: Hub;
let origin: string;
let runner: Watch | null = null;
let failures: JobFailure[] = [];

beforeEach(async () => {
  hub = new Hub();
  origin = await hub.open();
  failures = [];
});

afterEach(async () => {
  await runner?.stop();
  runner = null;
  await hub.close();
});

const setHub = (address: string) => transaction((tx) => changeSettings(tx, shell, { hub: address }));
/** Looks as if a while ago, so that nothing waits for more to come. */
const notice = () => noticeChanges(0, new Date(Date.now() - 10_000));

async function watch(address = origin): Promise<void> {
  await setHub(address);
  await notice();
}

function startPinging(timeoutMs = 1000): void {
  runner = startJobs({
    handlers: pushJobs({ trustedOrigin: origin, timeoutMs }),
    interval: 5,
    onFailure: (failure) => failures.push(failure),
  });
}

const until = (isTrue: () => boolean | Promise<boolean>) =>
  expect.poll(isTrue, { timeout: 20_000, interval: 5 }).toBe(true);
const isAllTold = async () => (await db().hubPing.count({ where: { dueSince: { not: null } } })) === 0;
const waitNoLonger = () =>
  transaction((tx) => tx.job.updateMany({ where: { finishedAt: null }, data: { runAt: new Date(0) } }));
const pathsOf = (topics: readonly string[]) =>
  [...new Set(topics.map((topic) => decodeURI(new URL(topic).pathname)))].sort();

const FORMATS = ['index.atom', 'index.json', 'index.xml'];
const feedsOf = (...sections: string[]) =>
  sections
    .flatMap((section) => ['/', '/en/'].flatMap((prefix) => FORMATS.map((file) => prefix + section + file)))
    .sort();

const post = { slug: 'a', title: 'A', category: 'ai', author: '김하나', tags: ['비전'] };

describe('a hub is told of every feed', () => {
  test('in which something is published, corrected, hidden, shown or moved, once', async () => {
    await writePost({ ...post, slug: 'before', tags: ['before'] });
    await watch();
    const { postId, translationId } = await writePost(post);
    startPinging();
    const everywhere = feedsOf('', 'ai/', 'authors/김하나/', 'tags/비전/');
    const toldOf = async () => {
      await notice();
      await until(isAllTold);
      const told = hub.told.splice(0);
      expect(new Set(told).size).toBe(told.length);
      return pathsOf(told);
    };
    // The neighbour's page is made anew as well, but its other feeds hold nothing new.
    expect((await toldOf()).filter((path) => !path.includes('before'))).toEqual(everywhere);
    await correct(translationId, 'A', 'Better.');
    expect(await toldOf()).toEqual(everywhere);
    await transaction((tx) => hide(tx, shell, translationId));
    expect((await toldOf()).filter((path) => !path.includes('before'))).toEqual(everywhere);
    await transaction((tx) => show(tx, shell, translationId));
    expect((await toldOf()).filter((path) => !path.includes('before'))).toEqual(everywhere);
    const categoryId = await transaction((tx) =>
      ensureCategory(tx, shell, { slug: 'new', names: { ko: '새' } }),
    );
    await transaction((tx) => movePost(tx, shell, postId, { categoryId, month: '2024-03', slug: 'a' }));
    expect((await toldOf()).filter((path) => !path.includes('before'))).toEqual(
      [...everywhere, ...feedsOf('new/')].sort(),
    );
    expect([...hub.methods]).toEqual(['POST publish']);
    expect(await toldOf()).toEqual([]);
  });

  test('once, where many posts come within seconds, and again for what came later', async () => {
    await watch();
    for (const slug of ['a', 'b', 'c']) {
      await writePost({ ...post, slug });
      await notice();
    }
    expect(await db().job.count({ where: { kind: 'hub.ping' } })).toBe(1);
    startPinging();
    await until(isAllTold);
    expect(hub.told).toHaveLength(24);
    expect(new Set(hub.told).size).toBe(24);
    await writePost({ ...post, slug: 'd' });
    await notice();
    await until(() => hub.told.length === 48);
  });

  test('after it failed, and administrators see why', async () => {
    await watch();
    await writePost({ ...post, author: '김하나', tags: [] });
    hub.answers.push(500, 202, 500);
    await notice();
    startPinging();
    await until(() => failures.length === 1);
    expect(failures[0]?.isFinal).toBe(false);
    const { id } = await transaction((tx) =>
      tx.member.create({
        data: { handle: 'admin', names: {}, about: {}, links: [], state: 'active', role: 'administrator' },
      }),
    );
    const seen = await hubState({ memberId: id, role: 'administrator' });
    expect(seen).toMatchObject({ hub: origin, waiting: 2 });
    expect(seen?.pings.map(({ failure }) => failure?.status ?? 0)).toContain(500);
    await expect(hubState({ memberId: id, role: 'editor' })).rejects.toMatchObject({ kind: 'forbidden' });
    await waitNoLonger();
    await until(isAllTold);
    expect(new Set(hub.told).size).toBe(18);
    expect(hub.told).toHaveLength(18);
  });

  test('after it could not be reached', async () => {
    await watch();
    await writePost(post);
    const { port } = new URL(origin);
    await hub.close();
    await notice();
    startPinging();
    await until(() => failures.length === 1);
    expect(await db().hubPing.count({ where: { failure: 'unreachable' } })).toBeGreaterThan(0);
    hub = new Hub();
    await hub.open(Number(port));
    await waitNoLonger();
    await until(isAllTold);
    expect(hub.told).toHaveLength(24);
  });

  test('of what changed while no instance ran', async () => {
    await watch();
    await writePost(post);
    // Nobody looked until now; a second instance finds nothing left.
    await Promise.all([notice(), notice()]);
    startPinging();
    await until(isAllTold);
    expect(hub.told).toHaveLength(24);
  });
});

test('a hub that hangs delays no publication, and is left after few pings', async () => {
  await watch();
  hub.answers.push(...Array.from({ length: 100 }, () => 'hang' as const));
  startPinging(200);
  await writePost(post);
  await notice();
  await until(async () => (await db().job.count({ where: { attempts: { gt: 0 } } })) === 1);
  const start = performance.now();
  await writePost({ ...post, slug: 'b' });
  expect(performance.now() - start).toBeLessThan(2000);
  await until(() => failures.length === 1);
  // Four at once, and none after they all failed.
  expect(hub.answers.length).toBeGreaterThanOrEqual(92);
  expect(await db().hubPing.count({ where: { failure: 'timeout' } })).toBeLessThanOrEqual(8);
});

test('nobody is told of anything where there is no hub, or of what was there before it', async () => {
  await writePost(post);
  await notice();
  await writePost({ ...post, slug: 'b' });
  await notice();
  await watch();
  expect(await db().hubPing.count()).toBe(0);
  expect(await db().job.count({ where: { kind: 'hub.ping' } })).toBe(0);
});

test('a hub within the network is not asked', async () => {
  await watch();
  await writePost(post);
  await notice();
  runner = startJobs({ handlers: pushJobs(), interval: 5, onFailure: (failure) => failures.push(failure) });
  await until(() => failures.length === 1);
  expect(await db().hubPing.count({ where: { failure: 'address-private' } })).toBeGreaterThan(0);
  expect(hub.told).toEqual([]);
});
