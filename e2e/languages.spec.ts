import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, word } from './support/words';
import type { Page } from 'playwright/test';

interface Head {
  lang: string;
  canonical: string | null;
  alternates: Record<string, string | null>;
}

/** What the head of a page says of its languages: canonical address, and alternates by language. */
async function headOf(page: Page): Promise<Head> {
  return page.evaluate(() => {
    const path = (element: Element | null) =>
      element === null ? null : decodeURI(new URL(element.getAttribute('href') ?? '').pathname);
    return {
      lang: document.documentElement.lang,
      canonical: path(document.querySelector('link[rel=canonical]')),
      alternates: Object.fromEntries(
        [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
          link.getAttribute('hreflang') ?? '',
          path(link),
        ]),
      ),
    };
  });
}

const switchTo = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('link', { name, exact: true }).click();

for (const path of [
  '/',
  '/page/2/',
  '/ai/',
  '/algorithm/2023-05/',
  '/archive/',
  '/tags/비전/',
  '/authors/윤민서/',
]) {
  test(`switching the language stays at ${path}`, async ({ page }) => {
    await page.goto(address('ko', path));
    const alternates = { ko: path, en: `/en${path}`, 'x-default': path };
    expect(await headOf(page)).toEqual({ lang: 'ko', canonical: path, alternates });
    await switchTo(page, 'English');
    await expect(page).toHaveURL(address('en', path));
    expect(await headOf(page)).toEqual({ lang: 'en', canonical: `/en${path}`, alternates });
    await switchTo(page, '한국어');
    await expect(page).toHaveURL(address('ko', path));
  });
}

for (const path of [paths.translated, '/about/']) {
  test(`a text in both languages: ${path}`, async ({ page }) => {
    const alternates = { ko: path, en: `/en${path}`, 'x-default': path };
    await page.goto(address('ko', path));
    const korean = await page.getByRole('heading', { level: 1 }).textContent();
    expect(korean).toMatch(/[가-힣]/);
    expect(await headOf(page)).toEqual({ lang: 'ko', canonical: path, alternates });

    await page.getByRole('main').getByRole('link', { name: 'Read in English' }).click();
    await expect(page).toHaveURL(address('en', path));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[A-Za-z ?]+$/);
    expect(await headOf(page)).toEqual({ lang: 'en', canonical: `/en${path}`, alternates });
    await expect(page.getByText('only available in')).toHaveCount(0);
  });
}

test('a Korean post on an English page says so, and is one page to search engines', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  await switchTo(page, 'English');
  await expect(page).toHaveURL(address('en', paths.everything));
  await expect(page.getByText('So far, this post is only available in Korean.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ko');
  await expect(page.locator('.prose')).toHaveAttribute('lang', 'ko');
  await expect(page.getByText('Wednesday, March 15, 2023')).toBeVisible();
  expect(await headOf(page)).toEqual({
    lang: 'en',
    canonical: paths.everything,
    alternates: { ko: paths.everything, 'x-default': paths.everything },
  });
});

test('an English post on a Korean page says so', async ({ page }) => {
  await page.goto(address('ko', paths.english));
  await expect(page.getByText('이 글은 아직 영어로만 있습니다.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
  expect((await headOf(page)).alternates).toEqual({
    en: `/en${paths.english}`,
    'x-default': `/en${paths.english}`,
  });
});

test('lists mark what is in the other language', async ({ page }) => {
  await page.goto('/en/ai/');
  const entry = (name: string) => page.getByRole('article').filter({ hasText: name });
  await expect(entry('확산 모델').getByText('In Korean')).toBeVisible();
  await expect(entry('확산 모델').getByRole('heading')).toHaveAttribute('lang', 'ko');
  await expect(entry('Why does batch normalisation work?').getByText('In Korean')).toHaveCount(0);
  await expect(page.getByText('배치 정규화는 왜 통할까')).toHaveCount(0);
  await page.goto('/ai/');
  await expect(entry('How we read a paper').getByText('영어 글')).toBeVisible();
});

test('the default language has no prefix', async ({ request }) => {
  for (const path of ['/ko/', `/ko${paths.everything}`]) {
    const answer = await request.get(encodeURI(path), { maxRedirects: 0 });
    expect([308, 404], path).toContain(answer.status());
    if (answer.status() === 308) expect(answer.headers().location).not.toContain('/ko/');
  }
});

test('a visitor is never sent elsewhere by the language of the browser', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'en-US', baseURL });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('navigation', { name: word('ko', 'shell.menu') })).toBeVisible();
  await context.close();
});
