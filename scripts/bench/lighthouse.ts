/**
 * What Lighthouse says of every kind of reading page, on its simulated phone. It is fetched by npm for the run and not a
 * dependency: with its 168 packages it would lengthen every first start, and no test needs its times.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserOptions } from '../lib/browser';
import { freePort } from '../lib/postgres';
import { SERVE, SERVE_ENVIRONMENT } from '../lib/start.mjs';
import { untilAnswered } from './client';
import { outputOf, startProcess, stopProcess, type BenchEnvironment } from './processes';

const PACKAGE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The blog that the tests read: it has one of everything. */
const FIXTURE = 'e2e/fixtures/hugo-site';
const PAGES: Record<string, string> = {
  home: '/',
  post: '/ai/2023-03/230315-확산-모델diffusion-정리/',
  category: '/ai/',
  archive: '/archive/',
  tags: '/tags/',
  author: '/authors/윤민서/',
  search: '/search/?q=확산',
  papers: '/papers/',
};

/** What Lighthouse found about one page. */
export interface Lighthouse {
  page: string;
  /** 0 to 100, in the order of {@link CATEGORIES}; NaN where it could not tell. */
  scores: number[];
  /** Milliseconds until the largest paint, on the simulated phone. */
  largestPaint: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Bytes that were sent. */
  bytes: number;
  /** Audits that are not passed, but for those of speed. */
  missed: string[];
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number } | undefined>;
}

/** Imports the blog of the tests into `folder`, serves it, and lets Lighthouse look at every kind of page. */
export async function measureLighthouse(folder: string, say: (text: string) => void): Promise<Lighthouse[]> {
  const port = await freePort();
  const dataDir = join(folder, 'data-lighthouse');
  mkdirSync(dataDir, { recursive: true });
  const { PATH = '', HOME = '', TMPDIR = '', LANG = '' } = process.env;
  const env: BenchEnvironment = {
    ...{ PATH, HOME, TMPDIR, LANG },
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
  };
  say('Importing the blog of the tests');
  await outputOf(startProcess(['--import', 'tsx', 'scripts/import.ts', FIXTURE, '--no-fetch'], env));
  const server = startProcess(SERVE, { ...env, ...SERVE_ENVIRONMENT });
  try {
    await untilAnswered(port, () => server.exitCode !== null);
    const found: Lighthouse[] = [];
    for (const [page, path] of Object.entries(PAGES)) {
      say(`Lighthouse: ${page}`);
      const address = `http://127.0.0.1:${port}${encodeURI(path)}`;
      // Pages are kept: what is measured is the line and the browser, not the first rendering.
      await fetch(address);
      found.push(figuresOf(page, await audit(address, join(folder, `${page}.json`))));
    }
    return found;
  } finally {
    await stopProcess(server);
  }
}

async function audit(address: string, file: string): Promise<Report> {
  const { executablePath, args } = browserOptions();
  const child = spawn(
    'npm',
    [
      ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', address],
      ...['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join()}`],
      `--chrome-flags=${['--headless=new', ...args].join(' ')}`,
      '--no-enable-error-reporting',
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Lighthouse failed at ${address} (${code ?? 'signal'}).`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function figuresOf(page: string, { categories, audits }: Report): Lighthouse {
  const missed = CATEGORIES.slice(1).flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  const value = (id: string) => audits[id]?.numericValue ?? NaN;
  return {
    page,
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? NaN) * 100)),
    largestPaint: value('largest-contentful-paint'),
    shift: value('cumulative-layout-shift'),
    bytes: value('total-byte-weight'),
    missed,
  };
}

/** @returns the findings as Markdown. */
export function lighthouseTable(found: readonly Lighthouse[]): string {
  const head = ['page', ...CATEGORIES, 'largest paint ms', 'shift', 'kB', 'not passed'];
  const rows = found.map(({ page, scores, largestPaint, shift, bytes, missed }) => [
    page,
    ...scores.map(String),
    largestPaint.toFixed(0),
    shift.toFixed(3),
    (bytes / 1000).toFixed(0),
    missed.join(', '),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
