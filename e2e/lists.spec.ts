import { isTooWide, violations } from './support/axe';
import { blogEnvironment, runScript, withOwnBlog, type Blog } from './support/blog';
import { expect, test as base } from './support/test';
import { word } from './support/words';

/** Two years of a group, which no other test reads. */
const test = base.extend<object, { years: Blog }>({
  years: [
    ({ browserName: _ }, use) =>
      withOwnBlog(async (blog) => {
        await runScript('e2e/support/years.ts', ['2'], blogEnvironment(blog.dataDir, blog.url));
        await use(blog);
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ years }, use) => {
    await use(years.url);
  },
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const say = (key: string) => word('ko', key);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('home, category, month, its second page, the month before, archive, author, tag, a neighbour of the tag', async ({
      page,
    }) => {
      const main = page.getByRole('main');
      const title = page.getByRole('heading', { level: 1 });
      const entries = page.getByRole('article');
      const at = (path: string) => expect(page).toHaveURL(encodeURI(path));

      await page.goto('/');
      await expect(entries).toHaveCount(10);
      await main.getByRole('link', { name: '논문', exact: true }).first().click();
      await at('/ai/');
      await expect(title).toHaveText('논문');
      // 12 in June; else one in each odd and two in each even month of 2023 and 2024, by turns.
      await expect(main.getByText('글 29편', { exact: true })).toBeVisible();

      await main.locator('a[href="/ai/2024-06/"]').click();
      await expect(title).toHaveText('2024년 6월');
      await expect(main.getByText('글 12편', { exact: true })).toBeVisible();
      await expect(entries).toHaveCount(10);
      await main.getByRole('link', { name: say('list.nextPage') }).click();
      await at('/ai/2024-06/page/2/');
      await expect(entries).toHaveCount(2);
      await main.getByRole('link', { name: '2024년 5월' }).click();
      await at('/ai/2024-05/');
      await expect(entries).toHaveCount(2);

      await main.getByRole('link', { name: say('archive.title') }).click();
      await at('/archive/#y2024');
      await expect(main.getByText('12개월에 걸쳐 쓴 글 32편')).toBeVisible();
      await main.locator('a[href="/ai/2023-06/"]').click();
      await expect(entries).toHaveCount(2);
      await main.getByRole('link', { name: '서태양' }).first().click();
      await at('/authors/서태양/');
      await expect(title).toContainText('서태양');

      await page.goto('/tags/');
      await main.getByRole('link', { name: '확산 모델' }).click();
      await expect(main.getByText('글 29편', { exact: true })).toBeVisible();
      await main.getByRole('link', { name: '강화 학습' }).click();
      await at('/tags/강화-학습/');
      await expect(title).toHaveText('강화 학습');
    });
  });
}

test('lists bear what is long, missing or empty, in both languages and at every width', async ({
  page,
  trouble,
}) => {
  const kept: [path: string, said: RegExp][] = [
    ['/', /2024년 6월의/],
    ['/algorithm/', /아무도 쓰지 않은 글/],
    ['/empty/', new RegExp(`${say('lists.categoryEmptyTitle')}|${word('en', 'lists.categoryEmptyTitle')}`)],
    ['/ai/2024-06/page/2/', /6월의 1번째 글/],
    ['/archive/', /2023/],
    ['/categories/', /빈 분류|Empty/],
    ['/tags/', /🎉/],
    ['/tags/🎉/', /W{200}/],
    ['/tags/강화-학습/', /강화 학습/],
    ['/authors/', /Ada Kwon/],
    ['/authors/ada-kwon/', /W{200}/],
    [
      '/authors/아직-없음/',
      new RegExp(`${say('lists.authorEmptyTitle')}|${word('en', 'lists.authorEmptyTitle')}`),
    ],
  ];
  for (const [path, said] of kept) {
    for (const prefix of ['', '/en']) {
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto(encodeURI(prefix + path));
      await expect(page.getByRole('main'), path).toContainText(said);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      for (const width of [320, 390, 1440]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await isTooWide(page), `${prefix}${path} at ${width}`).toBe(false);
      }
    }
    expect(await violations(page), path).toEqual([]);
  }

  // A narrower picture is enough for a list, on a phone too.
  await page.setViewportSize({ width: 390, height: 844 });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'image') asked.push(new URL(request.url()).pathname);
  });
  await page.goto('/');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => asked.filter((path) => path.startsWith('/media/')).length).toBeGreaterThan(1);
  expect(asked.filter((path) => path.startsWith('/media/') && !/-(480|960)\.webp$/.test(path))).toEqual([]);
  await expect(page.locator('.entry-figure').first()).toBeVisible();

  trouble.expect(/404/);
  await page.goto('/ai/page/99/');
  await expect(page.getByText('이 목록은 3쪽까지 있습니다')).toBeVisible();
  await page.getByRole('link', { name: say('lists.toLastPage') }).click();
  await expect(page).toHaveURL('/ai/page/3/');
});
