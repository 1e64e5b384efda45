import type { Page } from 'playwright/test';
import { place } from './support/places';
import { expect, test } from './support/test';

/** Everything that a hostile author could get at: each post, and each page that shows something of one. */
const posts = [
  'elements',
  'nesting',
  'links',
  'formulas',
  'names',
  'styles',
  'code',
  'aimg-srcx-onerrorranslug',
];
const pages = [
  ...posts.map((slug) => `/ai/2023-01/${slug}/`),
  '/',
  '/en/',
  '/about/',
  '/ai/',
  '/ai/2023-01/',
  '/archive/',
  '/categories/',
  '/tags/',
  '/authors/',
];

test.use({ blog: 'hostile' });

/** Lets every payload say that it ran, and touches everything that could set one off. */
async function provoke(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    const ran: string[] = [];
    Object.assign(window, { ranList: ran, ran: (what: string) => ran.push(what) });
  });
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  expect(answer?.status(), path).toBe(200);
  await page.evaluate(async () => {
    const main = document.querySelector('main');
    for (const element of main?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const type of ['mouseover', 'pointerover', 'focus', 'toggle', 'animationstart', 'error', 'load']) {
        element.dispatchEvent(new Event(type));
      }
      element.focus();
    }
    scrollTo(0, document.body.scrollHeight);
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 0));
  });
}

/** What in the document could act, in words; addresses as the browser understands them. */
async function findings(page: Page): Promise<string[]> {
  const elements = await page.evaluate(() => {
    const never =
      'iframe, object, embed, base, form, input, textarea, select, frame, applet, portal, template, audio';
    const inText = 'script, style, link:not([rel=preload]), meta';
    // A block of data; that it holds JSON and nothing else is tested below.
    const isData = ({ type }: HTMLScriptElement) => type === 'application/ld+json';
    const found = [...document.querySelectorAll(`main :is(${never}, ${inText}), meta[http-equiv]`)];
    const scripts = [...document.scripts].filter(
      (script) => !isData(script) && new URL(script.src, location.href).pathname !== '/reading.js',
    );
    return [...found, ...scripts].map((element) => element.outerHTML.slice(0, 200));
  });
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            ['srcdoc', 'formaction', 'ping'].includes(name) ||
            (name === 'style' && /url\(|expression|fixed|sticky|@import/i.test(value)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    ),
  );
  const addresses = await page.evaluate(() => {
    const isOutside = (link: HTMLAnchorElement) =>
      link.origin !== location.origin && link.protocol !== 'mailto:';
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
    return [
      ...links.filter(({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol)),
      ...links.filter(
        (link) => link.closest('.prose') !== null && isOutside(link) && !link.relList.contains('noopener'),
      ),
      ...[...document.images].filter(({ src }) => new URL(src).origin !== location.origin),
    ].map((element) => element.outerHTML.slice(0, 200));
  });
  const ids = await page.evaluate(() => {
    const all = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return [...new Set(all.filter((id, index) => all.indexOf(id) !== index))].map((id) => `id ${id} twice`);
  });
  return [...elements, ...attributes, ...addresses, ...ids];
}

const ran = (page: Page) => page.evaluate(() => (window as unknown as { ranList: string[] }).ranList);

for (const bypassCSP of [false, true]) {
  test.describe(bypassCSP ? 'without the help of the content policy' : 'as served', () => {
    test.use({ bypassCSP });
    for (const path of pages) {
      test(`nothing acts on ${path}`, async ({ page }) => {
        await provoke(page, path);
        expect(await ran(page)).toEqual([]);
        expect(await findings(page)).toEqual([]);
        expect(new URL(page.url()).pathname).toBe(path);
        expect(page.context().pages()).toHaveLength(1);
      });
    }
  });
}

test('the page around a hostile post stays as it is', async ({ page }) => {
  for (const slug of posts) {
    await page.goto(`/ai/2023-01/${slug}/`);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('contentinfo')).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const order = await page.evaluate(() => [...document.body.children].map(({ tagName }) => tagName));
    // After the page itself, what it says to machines, and where it says what was done.
    expect(order, slug).toEqual(['A', 'HEADER', 'MAIN', 'FOOTER', 'SCRIPT', 'P']);
    const data = await page.locator('script[type="application/ld+json"]').allTextContents();
    for (const text of data) expect(() => JSON.parse(text) as unknown, slug).not.toThrow();
    // Nothing lies over the header, and the text does not reach out of its column.
    const overlaps = await page.evaluate(() => {
      const { x, y, width, height } =
        document.querySelector('.masthead-name')?.getBoundingClientRect() ?? new DOMRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return {
        isCovered: top?.closest('.masthead') === null,
        isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      };
    });
    expect(overlaps, slug).toEqual({ isCovered: false, isWide: false });
  }
});

test('what stands before and after hostile markup is kept', async ({ page }) => {
  for (const slug of ['elements', 'names', 'styles']) {
    await page.goto(`/ai/2023-01/${slug}/`);
    await expect(page.getByText('After.', { exact: true }), slug).toBeVisible();
  }
  await page.goto('/ai/2023-01/elements/');
  await expect(page.getByRole('group').filter({ hasText: 'Inside.' })).toBeVisible();
  await expect(page.getByText('Unknown element')).toBeVisible();
});

test('titles, tags and names are shown as the text that they are', async ({ page }) => {
  const title = '"><script>ran("title")</script><img src=x onerror=ran("title image")>';
  await page.goto('/ai/2023-01/aimg-srcx-onerrorranslug/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  expect(await page.title()).toContain(title);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', title);
  await expect(
    page.getByRole('main').getByRole('link', { name: '<svg onload=ran("author")>' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: '<img src=x onerror=ran("tag")>' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('<img src=x onerror=ran("copyright")>');
  await expect(page.getByRole('banner')).toContainText('"><script>ran("site title")</script>');
  await page.goto('/ai/');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
});

test('a menu leads nowhere that runs', async ({ page }) => {
  await page.goto('/');
  const hrefs = await page
    .getByRole('navigation', { name: '주요 메뉴' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect(hrefs.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
});

test('the feed of hostile posts is one well-formed document with harmless content', async ({ page }) => {
  for (const path of ['/index.xml', '/en/index.xml', '/ai/index.xml']) {
    const xml = await (await fetch(place('hostile') + path)).text();
    await page.goto('/about/');
    const feed = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const inside = [...document.getElementsByTagName('content:encoded')].map((content) =>
        new DOMParser().parseFromString(content.textContent, 'text/html'),
      );
      const bad = inside.flatMap((html) => [
        ...[
          ...html.querySelectorAll(
            'script, style, iframe, object, embed, form, input, base, meta, link, svg',
          ),
        ].map((element) => element.outerHTML.slice(0, 150)),
        ...[...html.querySelectorAll('*')].flatMap(({ tagName, attributes }) =>
          [...attributes]
            .filter(
              ({ name, value }) => name.startsWith('on') || /^\s*(?:javascript|data|vbscript):/i.test(value),
            )
            .map(({ name, value }) => `${tagName} ${name}=${value}`),
        ),
      ]);
      return {
        root: document.documentElement.nodeName,
        problem: document.querySelector('parsererror')?.textContent ?? null,
        items: document.getElementsByTagName('item').length,
        bad,
      };
    }, xml);
    expect(feed, path).toEqual({ root: 'rss', problem: null, items: 9, bad: [] });
  }
});

test('a hostile address is answered with a harmless page', async ({ page, trouble }) => {
  trouble.expect(/40[04]/);
  for (const path of [
    '/"><script>ran("address")</script>/',
    '/ai/<img src=x onerror=ran("address")>/',
    '/%3Csvg%20onload=ran(1)%3E/',
  ]) {
    await page.addInitScript(() =>
      Object.assign(window, { ranList: [], ran: () => Object.assign(window, { ranList: ['ran'] }) }),
    );
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    expect(await ran(page)).toEqual([]);
    await expect(page.locator('main img[src=x], main svg[onload]')).toHaveCount(0);
  }
});

test('the sitemap survives hostile slugs', async ({ page }) => {
  const xml = await (await fetch(`${place('hostile')}/sitemap.xml`)).text();
  await page.goto('/about/');
  const count = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    return document.querySelector('parsererror') === null ? document.getElementsByTagName('loc').length : -1;
  }, xml);
  expect(count).toBeGreaterThan(8);
});
