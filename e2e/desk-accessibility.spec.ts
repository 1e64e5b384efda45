import type { Page } from 'playwright/test';
import { isTooWide, violations } from './support/axe';
import { sourceOf } from './support/editor';
import { expect, people, setUp, signIn, test } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ deskName: 'desk-accessibility' });

async function expectUsable(page: Page, what: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await violations(page), `${what}, ${width} pixels`).toEqual([]);
    expect.soft(await isTooWide(page), `${what}, ${width} pixels`).toBe(false);
  }
}

let editor = '';

test('a text is begun', async ({ page, desk }) => {
  await setUp(page, desk);
  const begun = await page.request.post(`${desk.url}/api/posts/`, {
    headers: { Origin: desk.url },
    data: { kind: 'post', language: 'ko' },
  });
  const { translationId } = (await begun.json()) as { translationId: string };
  await page.goto(`${desk.url}/write/${translationId}/`);
  await sourceOf(page).click();
  await page.keyboard.insertText('# 제목\n\n수식 $x^2$와 [링크](https://example.org).\n\n- [ ] 할 일\n');
  await expect(page.locator('.saved-state[data-status="saved"]')).toBeVisible();
  editor = new URL(page.url()).pathname;
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`lists, library, editor and revisions can be used by everybody: ${colorScheme}`, async ({
    page,
    desk,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, desk.url, people.kim);
    for (const path of [
      '/write/',
      '/write/?state=published&whose=everyone',
      '/write/new/',
      '/write/pages/',
      '/write/media/',
      `${editor}revisions/`,
    ]) {
      await page.goto(desk.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectUsable(page, path);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(desk.url + editor);
    await expect(page.locator('.editor-preview .katex')).toBeVisible();
    await expectUsable(page, 'editor');
    await page.getByRole('button', { name: word('ko', 'editor.details'), exact: true }).click();
    await expectUsable(page, 'details');
    await page.getByRole('button', { name: word('ko', 'desk.close'), exact: true }).click();
    await page.getByRole('button', { name: word('ko', 'editor.publish') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectUsable(page, 'publishing');
  });
}
