import type { Locator, Page } from 'playwright/test';
import { violations } from './support/axe';
import { composer, openNewPost } from './support/editor';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, word } from './support/words';

const say = (key: string) => word('ko', key);

const palette = (page: Page) => page.getByRole('dialog', { name: say('find.title') });
const fieldOf = (page: Page) => palette(page).getByRole('combobox', { name: say('find.field') });
const optionsOf = (page: Page) => palette(page).getByRole('option');

async function open(page: Page, key = '/'): Promise<Locator> {
  await page.keyboard.press(key);
  await expect(fieldOf(page)).toBeFocused();
  return fieldOf(page);
}

test('a post is found and opened by the keyboard alone', async ({ page }) => {
  await page.goto('/');
  const field = await open(page);
  await expect(optionsOf(page)).toHaveCount(0);
  await expect(field).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.insertText('모델');
  const group = palette(page).getByRole('group', { name: say('search.kindTag') });
  await expect(group.getByRole('option')).toHaveText(/생성 모델/);
  await expect(group.locator('mark')).toHaveText('모델');
  const count = await optionsOf(page).count();
  await expect(palette(page).getByRole('status')).toContainText(String(count - 1));
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(field).not.toHaveAttribute('aria-activedescendant');

  await page.keyboard.press('ArrowUp');
  const last = optionsOf(page).last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await expect(last).toHaveAttribute('href', `/search/?q=${encodeURIComponent('모델')}`);
  await page.keyboard.press('ArrowDown');
  const first = optionsOf(page).first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(last).toHaveAttribute('aria-selected', 'false');
  await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
  await expect(field).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address('ko', paths.everything));
});

test('it opens by its keys where nothing else is meant by them, and gives the focus back', async ({
  page,
}) => {
  await page.goto('/search/');
  const searchbox = page.getByRole('searchbox');
  await searchbox.focus();
  await page.keyboard.type('a/b');
  await expect(searchbox).toHaveValue('a/b');
  await expect(palette(page)).toBeHidden();

  await open(page, 'Control+k');
  await page.keyboard.press('Tab');
  await expect(palette(page).getByRole('button', { name: say('find.close') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(searchbox).toBeFocused();

  const entry = page.getByRole('banner').getByRole('button', { name: say('search.open') });
  await entry.click();
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toHaveValue('/');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(entry).toBeFocused();
  await expect(page).toHaveURL('/search/');
});

test('Enter without a choice asks the search page, and the browser remembers what was asked', async ({
  page,
}) => {
  await page.goto('/en/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: word('en', 'find.title') });
  const field = dialog.getByRole('combobox');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await field.fill('attention <b>"');
  await expect(dialog.getByRole('status')).toHaveText(word('en', 'search.noneListed'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/en/search/?q=${encodeURIComponent('attention <b>"')}`);

  await page.keyboard.press('/');
  const recent = dialog.getByRole('group', { name: word('en', 'find.recent') });
  await expect(recent.getByRole('option')).toHaveText(['attention <b>"']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: word('en', 'find.forget') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(recent).toHaveCount(0);
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('recent-questions'))).toBeNull();
});

test('the list follows while a syllable is put together, and no key of a composition means anything', async ({
  page,
}) => {
  await page.goto('/');
  const field = await open(page);
  const hangul = await composer(page);
  const post = optionsOf(page).filter({ hasText: '확산 모델(Diffusion) 정리' });

  await hangul.begin('ㅎ', '호', '화', '확');
  await expect(post).toBeVisible();
  await expect(field).toHaveValue('확');
  await hangul.key('ArrowDown');
  await hangul.key('Enter');
  await expect(field).toHaveValue('확');
  await expect(palette(page)).toBeVisible();
  await expect(palette(page).locator('[aria-selected=true]')).toHaveCount(0);
  await hangul.commit('확');
  await hangul.begin('ㅅ', '사', '산');
  await expect(post.locator('mark')).toHaveText('확산');
  await hangul.commit('산');
  await expect(field).toHaveValue('확산');

  await field.fill('');
  await hangul.type('ㅎㅅㅁㄷ');
  await expect(post).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address('ko', paths.everything));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('it takes the whole width, and a finger chooses', async ({ page }) => {
    await page.goto('/');
    await page
      .getByRole('banner')
      .getByRole('button', { name: say('search.open') })
      .tap();
    await fieldOf(page).fill('비전');
    const tag = palette(page)
      .getByRole('group', { name: say('search.kindTag') })
      .getByRole('option');
    await expect(tag).toBeVisible();
    expect(await palette(page).boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
    for (const part of [fieldOf(page), tag, palette(page).getByRole('button', { name: say('find.close') })]) {
      expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await tag.tap();
    await expect(page).toHaveURL(address('ko', '/tags/비전/'));
  });
});

test('where it cannot be fetched, the search page opens; where it gets no answer, it says what to do', async ({
  page,
  trouble,
}) => {
  trouble.expect(/find\.js/);
  trouble.expect(/find\.json/);
  trouble.expect(/ERR_FAILED/);
  await page.route('**/find.js?*', (route) => route.abort());
  await page.goto('/archive/');
  await page.keyboard.press('/');
  await expect(page).toHaveURL('/search/');

  // What is typed on while the script is on its way is not lost.
  await page.unroute('**/find.js?*');
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/find.js?*', async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto('/tags/');
  await page.keyboard.type('/kmp');
  arrive();
  await expect(fieldOf(page)).toHaveValue('kmp');
  await expect(optionsOf(page).filter({ hasText: '틀린 자리에서' })).toBeVisible();
  await page.unroute('**/find.js?*');

  await page.route('**/find.json?*', (route) => route.abort());
  await page.goto('/archive/');
  await open(page);
  await page.keyboard.type('kmp');
  await expect(palette(page).getByRole('status')).toHaveText(say('find.failed'));
  await page.unroute('**/find.json?*');
  await page.keyboard.type(' ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=kmp');
});

test('members have it at their desk, but not while they write', async ({ page }) => {
  test.setTimeout(90_000);
  const source = await openNewPost(page);
  await page.keyboard.type('a/b ');
  await page.keyboard.press('Control+k');
  await expect(source).toContainText('a/b [');
  await expect(palette(page)).toBeHidden();

  await page.goto('/write/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const field = await open(page);
  await field.fill('비전');
  await expect(optionsOf(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`everyone can use it: ${colorScheme}, ${width} pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await open(page);
      expect.soft(await violations(page), 'empty').toEqual([]);
      await page.keyboard.insertText('모델');
      await expect(optionsOf(page).nth(1)).toBeVisible();
      await page.keyboard.press('ArrowDown');
      expect.soft(await violations(page), 'found').toEqual([]);
    });
  }
}
