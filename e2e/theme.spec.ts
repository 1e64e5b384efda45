import type { Page } from 'playwright/test';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, word } from './support/words';

const background = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas === null) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3 > 128 ? 'light' : 'dark';
  });

const choose = (page: Page, key: string) => page.getByRole('button', { name: word('ko', key) }).click();

test('the colours are the system’s, also when it changes its mind', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  expect(await background(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background(page)).toBe('light');
});

test('a choice holds on the next pages and in other tabs, and can be taken back', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/archive/');
  await choose(page, 'shell.themeDark');
  expect(await background(page)).toBe('dark');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('link', { name: '비트마스크로 고르기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('비트마스크로 고르기');
  expect(await background(page)).toBe('dark');
  await expect(page.getByRole('button', { name: word('ko', 'shell.themeDark') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await choose(page, 'shell.themeSystem');
  expect(await background(page)).toBe('light');
  await page.reload();
  expect(await background(page)).toBe('light');
});

test('a chosen theme is there before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await choose(page, 'shell.themeDark');
  // What the page looks like when the parser opens its body, before which nothing can be painted.
  await page.addInitScript(() => {
    const facts: Record<string, string | undefined> = {};
    Object.assign(window, { facts });
    new MutationObserver((_, observer) => {
      if (document.querySelector('body') === null) return;
      observer.disconnect();
      facts.theme = document.documentElement.dataset.theme;
      facts.paints = String(performance.getEntriesByType('paint').length);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(address('ko', paths.everything));
  const facts = await page.evaluate(() => (window as unknown as { facts: Record<string, string> }).facts);
  expect(facts).toEqual({ theme: 'dark', paints: '0' });
});

test('where storage is refused the choice holds for the page', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await choose(page, 'shell.themeDark');
  expect(await background(page)).toBe('dark');
});

test('formulas and pictures keep their contrast in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address('ko', paths.everything));
  const isLight = await page.locator('.katex-display .katex-html').evaluate((element) => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    return getComputedStyle(element).color.startsWith('rgb') ? (red + green + blue) / 3 > 128 : red > 0.5;
  });
  expect(isLight).toBe(true);
});
