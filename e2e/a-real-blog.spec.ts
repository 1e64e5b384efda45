import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SEED } from './support/places';
import { expect, test } from './support/test';

interface Item {
  title: string;
  guid: string;
  path: string;
  date: number;
  /** Hangul alone: formulas and typography may be written otherwise, sentences may not. */
  hangul: string;
}

/** Reads a feed with the browser's XML and HTML parsers. */
async function items(
  page: import('playwright/test').Page,
  xml: string,
): Promise<{ language: string; items: Item[] }> {
  return page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    const of = (parent: Element | Document, name: string) =>
      parent.getElementsByTagName(name)[0]?.textContent ?? '';
    return {
      language: of(feed, 'language'),
      items: [...feed.getElementsByTagName('item')].map((item) => {
        const html = of(item, 'content:encoded') || of(item, 'description');
        const content = new DOMParser().parseFromString(html, 'text/html').body.textContent;
        return {
          title: of(item, 'title'),
          guid: of(item, 'guid'),
          path: decodeURI(new URL(of(item, 'link')).pathname),
          date: Date.parse(of(item, 'pubDate')),
          hangul: content.normalize('NFC').replace(/\P{Script=Hangul}/gu, ''),
        };
      }),
    };
  }, xml);
}

if (existsSync(SEED)) {
  test.use({ blog: 'seed' });

  test('every page of the old site is where it was', async ({ request }) => {
    const old = readFileSync(join(SEED, 'index.xml'), 'utf8');
    const inFeed = [...old.matchAll(/<link>([^<]+)<\/link>/g)].map(([, link = '']) => new URL(link).pathname);
    const content = join(SEED, 'hugo-site/content');
    const inFolder = readdirSync(content, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => encodeURI(`/${file.slice(0, -3).normalize('NFC').toLowerCase().replaceAll(' ', '-')}/`));
    const lists = [
      '/ai/',
      '/ai/2022-09/',
      '/ai/page/2/',
      '/categories/',
      '/tags/',
      '/home/',
      '/help/',
      '/index.xml',
      '/ai/index.xml',
    ];
    const texts = new Set([...inFeed, ...inFolder]);
    const paths = new Set([...texts, ...lists]);
    expect(paths.size).toBeGreaterThan(20);
    for (const path of paths) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status(), decodeURI(path)).toBe(200);
      if (texts.has(path)) {
        const [, canonical = ''] = /rel="canonical" href="([^"]+)"/.exec(await answer.text()) ?? [];
        expect(new URL(canonical).pathname).toBe(path);
      }
      const english = await request.get(`/en${path}`, { maxRedirects: 0 });
      expect(english.status(), decodeURI(`/en${path}`)).toBe(200);
    }
    for (const image of readdirSync(join(SEED, 'hugo-site/static/assets/img'))) {
      const answer = await request.get(`/assets/img/${basename(image)}`, { maxRedirects: 0 });
      expect(answer.status(), image).toBe(200);
      expect(answer.headers()['content-type'], image).toMatch(/^image\//);
    }
  });

  test('subscribers of the old feed see the same ten items, in the right language', async ({ page }) => {
    await page.goto('/');
    const before = await items(page, readFileSync(join(SEED, 'index.xml'), 'utf8'));
    const after = await items(page, await (await page.request.get('/index.xml')).text());
    expect(after.language).toBe('ko');
    expect(after.items.map(({ hangul: _, ...facts }) => facts)).toEqual(
      before.items.map(({ hangul: _, ...facts }) => facts),
    );
    for (const [index, { title, hangul }] of before.items.entries()) {
      expect(after.items[index]?.hangul, title).toBe(hangul);
    }
  });

  test('every post of it is read without trouble', async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto('/');
    const old = await items(page, readFileSync(join(SEED, 'index.xml'), 'utf8'));
    for (const { path, title } of old.items) {
      await page.goto(encodeURI(path), { waitUntil: 'networkidle' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('.katex-error, .formula-faulty')).toHaveCount(0);
    }
  });
}
