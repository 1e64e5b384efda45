import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/lib/postgres';
import { SERVER } from '../../scripts/lib/prepare.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds until a server that has not said that it is ready is given up. */
const READY_LIMIT = 30_000;

/** A server of the built application, over data of its own. */
export interface Blog {
  /** Origin, without a trailing slash. */
  url: string;
  dataDir: string;
  /** What the server has printed so far. */
  printed(): string;
  /** Kills the server as a crash would; `startBlog` on the same data goes on from there. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The environment of a program of the blog; nothing of the developer's own settings gets in. */
export function blogEnvironment(dataDir: string, url = 'http://localhost:3000'): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    SITE_URL: url,
    PORT: new URL(url).port,
    LC_ALL: 'C.UTF-8',
  };
}

/**
 * Runs a TypeScript program of the checkout to its end.
 *
 * @returns what it printed.
 * @throws {Error} with all its output when it fails.
 */
export async function runScript(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: ROOT, env });
  const output = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}:\n${output.all()}`);
  return output.out();
}

/**
 * Serves a data folder until `stop` is called or this process ends.
 *
 * @param extra environment variables besides those of `blogEnvironment`, such as `DATABASE_URL`; `PORT` to serve where a
 *   server was before.
 */
export async function startBlog(dataDir: string, extra: Record<string, string> = {}): Promise<Blog> {
  const url = `http://localhost:${extra['PORT'] ?? (await freePort())}`;
  const child = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    cwd: ROOT,
    env: { ...blogEnvironment(dataDir, url), ...extra },
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const output = collect(child);
  await new Promise<void>((ready, failed) => {
    const fail = (why: string) => failed(new Error(`The server ${why}:\n${output.all()}`));
    const timer = setTimeout(() => fail(`was not ready within ${READY_LIMIT / 1000} s`), READY_LIMIT);
    child.once('close', (code) => fail(`ended with ${code}`));
    child.stdout.on('data', () => {
      if (!output.out().includes(url)) return;
      clearTimeout(timer);
      ready();
    });
  });
  return {
    url,
    dataDir,
    printed: output.out,
    kill: async () => {
      process.off('exit', end);
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
    stop: async () => {
      process.off('exit', end);
      if (child.exitCode !== null) throw new Error(`The server had ended already:\n${output.all()}`);
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      // What it reports while it serves is for its operator; in a test nothing should need one.
      if (output.error() !== '') throw new Error(`The server reported:\n${output.error()}`);
    },
  };
}

/**
 * Serves a blog in a folder of its own for as long as `use` takes, and removes it.
 *
 * @param pristine a data folder to begin with; an empty blog without one.
 */
export async function withOwnBlog(use: (blog: Blog) => Promise<void>, pristine?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nonmun-e2e-own-'));
  try {
    const blog = await (pristine === undefined ? startBlog(folder) : startCopy(pristine, folder));
    await use(blog);
    await blog.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Serves a copy of a data folder that nobody serves. */
export async function startCopy(pristine: string, dataDir: string): Promise<Blog> {
  await mkdir(dataDir, { recursive: true });
  await cp(pristine, dataDir, { recursive: true });
  return startBlog(dataDir);
}

function collect({ stdout, stderr }: ChildProcess) {
  let out = '';
  let error = '';
  stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  stderr?.setEncoding('utf8').on('data', (text: string) => (error += text));
  return { out: () => out, error: () => error, all: () => out + error };
}
