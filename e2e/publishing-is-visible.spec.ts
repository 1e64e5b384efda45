import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blogEnvironment, runScript, startBlog, startCopy, type Blog } from './support/blog';
import { paths, place } from './support/places';
import { expect, test as base } from './support/test';

/** Milliseconds from the commit until every instance shows it. */
const VISIBLE = 1_000;

/** Two servers over one database that no other test reads. */
const test = base.extend<object, { instances: [Blog, Blog] }>({
  instances: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'nonmun-e2e-own-'));
      try {
        const first = await startCopy(place('blog', 'pristine'), folder);
        const second = await startBlog(folder);
        await use([first, second]);
        await Promise.all([first.stop(), second.stop()]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

// One after the other, on the same servers.
test.describe.configure({ mode: 'default', timeout: 60_000 });

const etagOf = async (url: string) => (await fetch(url)).headers.get('etag');

test('a correction is seen within a second on every instance, and only where it belongs', async ({
  instances,
}) => {
  const post = paths.newest;
  const showing = [post, '/', '/algorithm/', '/algorithm/2023-06/', '/authors/서태양/', '/tags/동적-계획법/'];
  const feeds = ['/index.xml', '/algorithm/index.xml', '/authors/서태양/index.xml'];
  const apart = [
    paths.everything,
    '/ai/',
    '/ai/2023-03/',
    '/ai/index.xml',
    '/about/',
    '/page/2/',
    '/tags/비전/',
  ];
  const all = instances.flatMap(({ url }) => [...showing, ...feeds].map((path) => url + encodeURI(path)));
  const others = instances.flatMap(({ url }) => apart.map((path) => url + encodeURI(path)));

  for (const url of all) expect(await (await fetch(url)).text(), url).toContain('비트마스크로 고르기');
  const before = await Promise.all(others.map(etagOf));

  const env = blogEnvironment(instances[0].dataDir);
  const title = '비트로 집합을 적기';
  const printed = await runScript(
    'e2e/support/correct.ts',
    [post, title, '고친 첫 문단입니다.\n\n<!--more-->\n\n고친 나머지입니다.'],
    env,
  );
  const committed = Number(printed);
  // Who asks a second after the commit sees it, however long the answer itself takes on a busy machine.
  await Promise.all(
    all.map(async (url) => {
      for (;;) {
        const asked = Date.now();
        if ((await (await fetch(url)).text()).includes(title)) return;
        expect(asked - committed, `${decodeURI(url)} shows the old title`).toBeLessThan(VISIBLE);
      }
    }),
  );

  const page = await (await fetch(instances[1].url + encodeURI(post))).text();
  expect(page).toContain('고친 나머지입니다.');
  expect(page).not.toContain('스무 개까지는');
  expect(await Promise.all(others.map(etagOf))).toEqual(before);
});

test('what was there stays readable while it is rendered anew', async ({ instances }) => {
  const url = instances[0].url + encodeURI(paths.oldest);
  await fetch(url);
  const done = new AbortController();
  const reading = (async () => {
    const statuses = new Set<number>();
    while (!done.signal.aborted) statuses.add((await fetch(url)).status);
    return [...statuses];
  })();
  await runScript(
    'e2e/support/correct.ts',
    [paths.oldest, '새 제목', '새 글'],
    blogEnvironment(instances[0].dataDir),
  );
  await expect(async () => expect(await (await fetch(url)).text()).toContain('새 제목')).toPass({
    timeout: 5_000,
  });
  done.abort();
  expect(await reading).toEqual([200]);
});
