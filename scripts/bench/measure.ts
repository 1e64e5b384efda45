import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SERVE, SERVE_ENVIRONMENT } from '../lib/start.mjs';
import { freePort } from '../lib/postgres';
import type { BareAnswer } from './bare';
import { load, Reader, untilAnswered, type Reply } from './client';
import { writeCorpus, type Corpus } from './corpus';
import { median, type ImportFigures, type ServedFigures, type SizeFigures } from './figures';
import { memoryOf, messageOf, outputOf, startProcess, stopProcess, type BenchEnvironment } from './processes';
import type { WriterReply, WriterTask } from './writer';

/** How much is measured. */
const CONNECTIONS = 20;
/** Rounds in which the site and the bare server take turns, after one to warm up that does not count. */
const ROUNDS = 5;
const ROUND = 1_000;
const COLD_POSTS = 40;
const COLD_LISTS = 7;
/** Pages that are rendered before memory is looked at. */
const RENDERED = 400;
const PUBLICATIONS = 5;
/** Milliseconds after which something published counts as lost. */
const PATIENCE = 20_000;
/** Longer than the keeper trusts one look at the clock of changes, in milliseconds. */
const KEEPER_REST = 300;

/** Where a size is measured. */
export interface Bench {
  /** For everything that is written; removed by the caller. */
  folder: string;
  /** Of an empty database for this size. */
  databaseUrl: string;
  say: (text: string) => void;
}

/** Imports, serves and measures a blog of so many posts. */
export async function measureSize(posts: number, { folder, databaseUrl, say }: Bench): Promise<SizeFigures> {
  const site = join(folder, `site-${posts}`);
  const corpus = await writeCorpus(site, posts);
  const kilobytes = corpus.bytes / posts / 1000;
  say(`${posts} posts of ${kilobytes.toFixed(1)} kB: importing`);
  const port = await freePort();
  const env = environment(join(folder, `data-${posts}`), databaseUrl, port);
  const imported = JSON.parse(
    await outputOf(startProcess(['--import', 'tsx', 'scripts/bench/importer.ts', site], env)),
  ) as ImportFigures;
  rmSync(site, { recursive: true });

  say(`${posts} posts: starting`);
  const command = await startTime(['scripts/start.mjs'], env, port);
  const server = startProcess(SERVE, { ...env, ...SERVE_ENVIRONMENT });
  try {
    const start = await untilAnswered(port, () => server.exitCode !== null);
    const reader = new Reader(port);
    await settle(reader, corpus);
    const idle = memoryOf(server.pid)?.now;
    const pages = await measurePages(reader, port, corpus, env, folder, say);
    say(`${posts} posts: publishing`);
    const visible = await measureVisible(reader, corpus, env);
    say(`${posts} posts: rendering many pages`);
    await renderMany(reader, corpus);
    const memory = memoryOf(server.pid);
    reader.close();
    return {
      posts,
      import: imported,
      pages,
      visible,
      start: { server: start, command },
      memory: memory && idle !== undefined ? { idle, afterLoad: memory.now, peak: memory.peak } : null,
    };
  } finally {
    await stopProcess(server);
  }
}

/** Nothing but what a benchmark wants; a site of the user's is never touched. */
function environment(dataDir: string, databaseUrl: string, port: number): BenchEnvironment {
  mkdirSync(dataDir, { recursive: true });
  const { PATH = '', HOME = '', TMPDIR = '', LANG = '' } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR, LANG },
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
  };
}

/** @returns milliseconds until a program that serves the site answers; it is ended again. */
async function startTime(args: readonly string[], env: BenchEnvironment, port: number): Promise<number> {
  const child = startProcess(args, env);
  try {
    return await untilAnswered(port, () => child.exitCode !== null);
  } finally {
    await stopProcess(child);
  }
}

/** The first pages of a process load the framework's modules; no page is slow for that later. */
async function settle(reader: Reader, { month }: Corpus): Promise<void> {
  for (const path of ['/en/', `/en${month}`, '/en/index.xml', '/en/archive/'])
    await expectStatus(reader, path, 200);
}

async function expectStatus(reader: Reader, path: string, status: number): Promise<Reply> {
  const reply = await reader.get(path);
  if (reply.status !== status) throw new Error(`${path} answered ${reply.status}`);
  return reply;
}

async function measurePages(
  reader: Reader,
  port: number,
  corpus: Corpus,
  env: BenchEnvironment,
  folder: string,
  say: (text: string) => void,
): Promise<SizeFigures['pages']> {
  const { posts, month } = corpus;
  const colds: number[] = [];
  for (const path of spread(posts, COLD_POSTS)) colds.push((await expectStatus(reader, path, 200)).took);
  const cold: Record<string, number> = { post: median(colds), ...(await coldLists(reader, month, env)) };
  const post = posts[0] ?? '';
  const lines = [
    { name: 'post', path: post },
    { name: 'home', path: '/' },
    { name: 'month', path: month },
    { name: 'feed', path: '/index.xml' },
  ];
  const answers: BareAnswer[] = [];
  for (const { path } of lines) answers.push(await bareAnswer(reader, path));
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const bare = startProcess(['--import', 'tsx', 'scripts/bench/bare.ts', file], env, { ipc: true });
  const figures: SizeFigures['pages'] = {};
  try {
    const { port: barePort } = await messageOf<{ port: number }>(bare);
    for (const { name, path } of lines) {
      say(`${posts.length} posts: ${name}, kept`);
      const rates = await takeTurns(port, barePort, encodeURI(path), {}, 200);
      figures[name] = { cold: cold[name] ?? NaN, ...rates };
    }
    say(`${posts.length} posts: feed, unchanged`);
    const etag = answers.find(({ path }) => path === '/index.xml')?.etag ?? '';
    const unchanged = await takeTurns(port, barePort, '/index.xml', { 'if-none-match': etag }, 304);
    figures['feed 304'] = { cold: NaN, ...unchanged };
  } finally {
    await stopProcess(bare);
  }
  for (const [name, value] of Object.entries(cold)) figures[name] ??= { cold: value };
  return figures;
}

/** @returns so many of the list, evenly over it. */
function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, n) => list[Math.floor(n * step)]).filter(
    (item) => item !== undefined,
  );
}

/** Milliseconds of pages that list posts, rendered each time since something they list was touched. */
async function coldLists(
  reader: Reader,
  month: string,
  env: BenchEnvironment,
): Promise<Record<string, number>> {
  const paths = {
    home: '/',
    month,
    feed: '/index.xml',
    archive: '/archive/',
    tags: '/tags/',
    sitemap: '/sitemap.xml',
  };
  const took: Record<string, number[]> = {};
  const writer = await startWriter(env);
  try {
    for (let round = 0; round < COLD_LISTS; round += 1) {
      await writer.perform({ kind: 'touch-lists' });
      await wait(KEEPER_REST);
      for (const [name, path] of Object.entries(paths)) {
        (took[name] ??= []).push((await expectStatus(reader, path, 200)).took);
      }
      (took['not found'] ??= []).push((await expectStatus(reader, `${month}nowhere-${round}/`, 404)).took);
    }
  } finally {
    await writer.stop();
  }
  return Object.fromEntries(Object.entries(took).map(([name, values]) => [name, median(values)]));
}

/** The same answer, for the bare server: heads of both kinds, and the bytes. */
async function bareAnswer(reader: Reader, path: string): Promise<BareAnswer> {
  const whole = await expectStatus(reader, path, 200);
  const unchanged = await reader.get(path, { 'if-none-match': whole.etag });
  const own = ({ rawHeaders }: Reply) => {
    const head: string[] = [];
    for (let at = 0; at < rawHeaders.length; at += 2) {
      const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
      // Node writes these itself.
      if (!/^(?:date|connection|keep-alive)$/i.test(name)) head.push(name, value);
    }
    return head;
  };
  return {
    path: encodeURI(path),
    etag: whole.etag,
    head: own(whole),
    body: whole.body.toString('base64'),
    unchanged: own(unchanged),
  };
}

/** Whatever else the machine is doing meets both servers alike. */
async function takeTurns(
  sitePort: number,
  barePort: number,
  path: string,
  headers: Record<string, string>,
  status: number,
): Promise<Omit<ServedFigures, 'cold'>> {
  const ask = (port: number, milliseconds: number) =>
    load({ port, path, headers, status }, CONNECTIONS, milliseconds);
  await ask(sitePort, ROUND / 2);
  await ask(barePort, ROUND / 2);
  const site: number[] = [];
  const bare: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await ask(sitePort, ROUND);
    bytes = ours.bytes;
    site.push(ours.perSecond);
    bare.push((await ask(barePort, ROUND)).perSecond);
  }
  return { bytes, site: median(site), bare: median(bare) };
}

interface Writer {
  perform(task: WriterTask): Promise<WriterReply>;
  stop(): Promise<void>;
}

async function startWriter(env: BenchEnvironment): Promise<Writer> {
  const child = startProcess(['--import', 'tsx', 'scripts/bench/writer.ts'], env, { ipc: true });
  await messageOf<'ready'>(child);
  return {
    perform: (task) => {
      const reply = messageOf<WriterReply>(child);
      child.send(task);
      return reply;
    },
    stop: () => stopProcess(child),
  };
}

/** Publishes from another process while readers keep asking, and waits until each kind of page shows it. */
async function measureVisible(
  reader: Reader,
  { month }: Corpus,
  env: BenchEnvironment,
): Promise<Record<string, number>> {
  const [, category = '', monthOnly = ''] = month.split('/');
  const worst: Record<string, number> = {};
  const writer = await startWriter(env);
  try {
    // Who publishes has spoken to the database before.
    await writer.perform({ kind: 'touch-lists' });
    await wait(KEEPER_REST);
    for (let n = 0; n < PUBLICATIONS; n += 1) {
      const slug = `published-${n}`;
      const path = `${month}${slug}/`;
      const pages = { post: path, home: '/', month, feed: '/index.xml' };
      for (const address of Object.values(pages)) await reader.get(address);
      const title = `Published ${n}`;
      const source = `Seen by readers, $e^{i\\pi}$.\n\n<!--more-->\n\nThe rest.\n`;
      const published = writer.perform({ kind: 'publish', category, month: monthOnly, slug, title, source });
      const seen = await untilSeen(reader, pages, slug);
      const { began } = await published;
      for (const [name, at] of Object.entries(seen)) worst[name] = Math.max(worst[name] ?? 0, at - began);
    }
  } finally {
    await writer.stop();
  }
  return worst;
}

/** @returns when each page first showed the post, on the clock of the machine. */
async function untilSeen(
  reader: Reader,
  pages: Record<string, string>,
  slug: string,
): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  const from = performance.now();
  const etags: Record<string, string> = {};
  while (Object.keys(seen).length < Object.keys(pages).length) {
    for (const [name, path] of Object.entries(pages)) {
      if (seen[name] !== undefined) continue;
      const etag = etags[name];
      const reply = await reader.get(path, {
        'accept-encoding': 'identity',
        ...(etag && { 'if-none-match': etag }),
      });
      if (reply.status === 200) etags[name] = reply.etag;
      if (reply.status === 200 && reply.body.includes(slug))
        seen[name] = performance.timeOrigin + performance.now();
    }
    if (performance.now() - from > PATIENCE) {
      throw new Error(
        `What was published was not seen within ${PATIENCE / 1000} s on: ${Object.keys(pages)
          .filter((name) => seen[name] === undefined)
          .join(', ')}`,
      );
    }
    await wait(5);
  }
  return seen;
}

/** Pages that nobody has asked for yet, in both languages, as a crawler would. */
async function renderMany(reader: Reader, { posts }: Corpus): Promise<void> {
  const paths = [...posts.map((path) => `/en${path}`), ...posts].slice(0, RENDERED);
  for (const path of paths) await expectStatus(reader, path, 200);
}
