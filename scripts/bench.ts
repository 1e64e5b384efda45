/** `npm run bench`: what a blog of so many posts costs to import, to serve, and to change. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lighthouseTable, measureLighthouse } from './bench/lighthouse';
import { measureSize } from './bench/measure';
import { report, searchReport } from './bench/report';
import { measureSearch } from './bench/search';
import type { SearchTimes, SizeFigures } from './bench/figures';
import { command, UsageError } from './lib/command';
import { startPostgres } from './lib/postgres';

const USAGE = `Usage: npm run bench [-- --posts 100,1000] [--engine sqlite|postgresql]
       npm run bench -- --lighthouse
       npm run bench -- --search [--posts 1000,10000] [--engine sqlite|postgresql]

Writes a blog of so many posts, the same each time, imports it into a scratch
database, serves it on a loopback port, and prints what was measured as tables.
Beside each page stands what a bare node:http server does with the same bytes,
measured in turns. Nothing of your own site is read or changed, nothing is
fetched, and everything is removed at the end.

  --posts   sizes to measure (100,1000: about three minutes on two cores;
            10000 alone takes about eight)
  --engine  sqlite (default) or postgresql: a server of its own, or the one of
            TEST_DATABASE_URL, in a database that is dropped afterwards
  --lighthouse  what Lighthouse (fetched by npm) says of every kind of page, on
            its simulated phone, in the browser of the tests; nothing else
  --search  what questions to the search cost, asked in the library itself, in
            blogs of short posts; nothing else
  --help    show this text
`;

const MOST = 100_000;

function sizesOf(text: string): number[] {
  const sizes = text.split(',').map((part) => (/^[1-9]\d{0,5}$/.test(part.trim()) ? Number(part) : NaN));
  const wrong = sizes.find((size) => !(size >= 20 && size <= MOST));
  if (wrong !== undefined)
    throw new UsageError(`--posts wants numbers from 20 to ${MOST}, such as 100,1000.`);
  return [...new Set(sizes)].sort((a, b) => a - b);
}

await command({
  name: 'bench',
  usage: USAGE,
  options: {
    posts: { type: 'string', default: '100,1000' },
    engine: { type: 'string', default: 'sqlite' },
    lighthouse: { type: 'boolean', default: false },
    search: { type: 'boolean', default: false },
  },
  run: async ({ values: { posts, engine, lighthouse, search }, signal }) => {
    const sizes = sizesOf(posts);
    if (engine !== 'sqlite' && engine !== 'postgresql') {
      throw new UsageError('--engine is sqlite or postgresql.');
    }
    // Whoever stops a benchmark wants it to stop; what it started and wrote goes with it.
    signal.addEventListener('abort', () => process.exit(130));
    const folder = mkdtempSync(join(tmpdir(), 'nonmun-bench-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const say = (text: string) => process.stderr.write(`${text}\n`);
    if (lighthouse) {
      process.stdout.write(lighthouseTable(await measureLighthouse(folder, say)));
      return;
    }
    const postgres = engine === 'postgresql' ? await startPostgres() : null;
    const figures: SizeFigures[] = [];
    const searches: SearchTimes[] = [];
    try {
      for (const size of sizes) {
        if (search) {
          const ask = (databaseUrl: string) => measureSearch(size, databaseUrl, say);
          const file = `file:${join(folder, `search-${size}.db`)}`;
          searches.push(postgres ? await inDatabase(postgres.url, ask) : await ask(file));
          continue;
        }
        const measure = (databaseUrl: string) => measureSize(size, { folder, databaseUrl, say });
        figures.push(
          postgres
            ? await inDatabase(postgres.url, measure)
            : await measure(`file:${join(folder, `data-${size}`, 'nonmun.db')}`),
        );
      }
    } finally {
      await postgres?.stop();
    }
    process.stdout.write(search ? searchReport(searches, engine) : report(figures, engine));
  },
});

/** Does something with an empty database of a server, and drops it. */
async function inDatabase<T>(serverUrl: string, use: (databaseUrl: string) => Promise<T>): Promise<T> {
  const name = `nonmun_bench_${process.pid}_${Date.now()}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}"`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return await use(url.href);
  } finally {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.end();
  }
}
