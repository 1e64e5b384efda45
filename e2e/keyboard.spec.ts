import type { Page } from 'playwright/test';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, word } from './support/words';

/** What has the focus: its accessible words, and whether a reader sees where the focus is. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent).trim(),
      isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
      isOnScreen:
        width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });
}

test('the skip link is first, shows itself, and leads past the header', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toEqual({ name: word('ko', 'shell.skip'), isMarked: true, isOnScreen: true });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const isInMain = await page.evaluate(() =>
    document.querySelector('main')?.contains(document.activeElement),
  );
  expect(isInMain).toBe(true);
});

test('the header is walked through in the order in which it is read', async ({ page }) => {
  await page.goto('/');
  const names: string[] = [];
  for (let step = 0; step < 13; step += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    expect(at, `step ${step}`).toMatchObject({ isMarked: true, isOnScreen: true });
    names.push(at?.name ?? '');
  }
  expect(names.slice(0, 8)).toEqual([
    word('ko', 'shell.skip'),
    '느린 독서회 첫 화면',
    word('ko', 'search.open'),
    '한국어',
    'English',
    word('ko', 'shell.themeLight'),
    word('ko', 'shell.themeDark'),
    word('ko', 'shell.themeSystem'),
  ]);
  expect(names.slice(8)).toEqual(['논문', '알고리즘', '소개', '도움말', word('ko', 'nav.archive')]);
});

test('every stop of the longest page shows where the focus is, and there is an end', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at === null) break;
    expect(at, at.name).toMatchObject({ isMarked: true, isOnScreen: true });
    stops.push(at.name);
    expect(stops.length).toBeLessThan(120);
  }
  expect(stops.length).toBeGreaterThan(20);
});

test('a theme is chosen from the keyboard', async ({ page }) => {
  await page.goto('/');
  const dark = page.getByRole('button', { name: word('ko', 'shell.themeDark') });
  await dark.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(dark).toHaveAttribute('aria-pressed', 'true');
});

test('the contents lead to a heading, from the keyboard', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  const contents = page.getByRole('navigation', { name: word('ko', 'post.contents') });
  const link = contents.getByRole('link', { name: '남은 물음' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '남은 물음' })).toBeInViewport();
  expect(decodeURI(new URL(page.url()).hash)).toBe('#남은-물음');
  await expect(link).toHaveAttribute('aria-current', 'location');
});

test('a picture is enlarged and put back from the keyboard', async ({ page }) => {
  await page.goto(address('ko', paths.figure));
  const link = page.getByRole('link', { name: '입력이 두 층을 건너 출력에 더해지는 그림' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('a footnote is followed and left', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  await page.getByRole('link', { name: '1', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('정규분포를 더하면')).toBeInViewport();
  await page.getByRole('link', { name: '본문의 각주 1 자리로 돌아가기' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('여러 걸음을 한 번에')).toBeInViewport();
});
