import type { Page } from 'playwright/test';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, word } from './support/words';

interface Shift {
  value: number;
  where: string;
}

/** Records from the start of the page what jumps, with how far and what it was. */
async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const where = entry.sources.map(({ node }) =>
          (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 90),
        );
        shifts.push({ value: entry.value, where: where.join(' | ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Goes down to the end, so that what is lazy comes too. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
    }
    const shown = [...document.images].filter((image) => image.checkVisibility());
    await Promise.all(shown.map((image) => image.decode()));
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
}

/** Where everything is that the page shows. */
const places = (page: Page) =>
  page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    return (
      [...document.querySelectorAll('body *')]
        // The name of the section that is read comes and goes within its line.
        .filter((element) => element.checkVisibility() && !element.matches('.contents-now'))
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const box = [x, y, width, height].map(Math.round);
          return `${element.tagName}.${element.getAttribute('class') ?? ''} ${box.join(' ')}`;
        })
    );
  });

/** Lets files of a kind come only after the page was painted. */
async function holdBack(page: Page, files: RegExp): Promise<void> {
  await page.route(files, async (route) => {
    const response = await route.fetch();
    // A page that is left meanwhile paints nothing any more.
    await page
      .waitForFunction(() => performance.getEntriesByType('paint').length > 0, undefined, { timeout: 10_000 })
      .catch(() => undefined);
    await route.fulfill({ response });
  });
}

/** Cumulative layout shift up to which Core Web Vitals call a page good. */
const GOOD = 0.1;

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  for (const path of ['/', paths.everything, paths.figure, '/authors/윤민서/']) {
    test(`pictures have their room before they come: ${path} at ${width} pixels`, async ({
      page,
      context,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address('ko', path), { waitUntil: 'networkidle' });
      await readToTheEnd(page);
      const whole = await places(page);

      const waiting = await context.newPage();
      await waiting.setViewportSize({ width, height });
      await waiting.route(
        ({ pathname }) => pathname.startsWith('/media/'),
        () => undefined,
      );
      await waiting.goto(address('ko', path), { waitUntil: 'domcontentloaded' });
      await expect(async () => expect(await places(waiting)).toEqual(whole)).toPass({ timeout: 10_000 });
      expect(await waiting.evaluate(() => [...document.images].some(({ complete }) => complete))).toBe(false);
      await waiting.close();
    });

    test(`late fonts hardly move anything: ${path} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await recordShifts(page);
      await holdBack(page, /\.woff2/);
      await page.goto(address('ko', path), { waitUntil: 'networkidle' });
      await readToTheEnd(page);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      expect(sum, JSON.stringify(shifts)).toBeLessThan(GOOD);
    });
  }
}

test('a titled picture is a figure with its caption, in its own proportions', async ({ page }) => {
  await page.goto(address('ko', paths.figure));
  const figure = page.getByRole('figure');
  await expect(figure.locator('figcaption')).toHaveText('건너뛰는 길');
  const image = figure.getByRole('img', { name: '입력이 두 층을 건너 출력에 더해지는 그림' });
  await expect(image).toHaveAttribute('width', '640');
  await expect(image).toHaveAttribute('height', '360');
  const ratio = await image.evaluate((element) => element.clientWidth / element.clientHeight);
  expect(ratio).toBeCloseTo(640 / 360, 1);
});

test('a zoomed picture has the width that was meant', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  const image = page.getByRole('img', { name: '한 번에 둘로 나뉘는 막대' });
  await expect(image).toHaveAttribute('width', '360');
  await expect(image).toHaveAttribute('height', '150');
  await expect(image).not.toHaveAttribute('style', /zoom|margin|display/);
});

test('a lost picture says what it was', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  await expect(page.getByRole('img', { name: '그림 없음: 잃어버린 그림' })).toBeVisible();
});

test('a picture is enlarged over the page', async ({ page }) => {
  await page.goto(address('ko', paths.figure));
  await page.getByRole('link', { name: '입력이 두 층을 건너' }).click();
  const dialog = page.getByRole('dialog', { name: '입력이 두 층을 건너' });
  await expect(dialog.getByRole('img')).toBeVisible();
  await expect(dialog).toContainText('건너뛰는 길');
  await dialog.getByRole('button', { name: word('ko', 'article.close') }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(address('ko', paths.figure));
});
