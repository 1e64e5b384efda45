import type { Page } from 'playwright/test';
import words from '../messages/around.ko.json' with { type: 'json' };
import details from '../messages/details.ko.json' with { type: 'json' };
import { isTooWide, violations } from './support/axe';
import { begin, expect, openPublishing, publish, test } from './support/desk';
import { paths } from './support/places';

const { around: t } = words;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const foot = (page: Page) => page.locator('.post-foot');

test('a reader cites a post, takes its address along and reads on', async ({ page, own, browser }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true });
    delete (Navigator.prototype as Partial<Navigator>).share;
    delete (navigator as Partial<Navigator>).share;
  });
  await page.goto(encodeURI(paths.everything));
  const address = own.url + encodeURI(paths.everything);

  // By keyboard alone, and told by the one place that speaks.
  const summary = foot(page).locator('summary', { hasText: t.cite });
  await summary.focus();
  await page.keyboard.press('Enter');
  const bibtex = foot(page).getByRole('button', { name: t.copyOf.replace('{name}', t.bibtex) });
  await expect(bibtex).toBeVisible();
  await bibtex.focus();
  await page.keyboard.press('Enter');
  const said = page.getByRole('status').filter({ hasText: t.copied });
  await expect(said).toHaveCount(1);
  expect(await clipboard(page)).toMatch(/^@misc\{post2023-[0-9a-f]{8}-ko,\n {2}title = /);
  expect(await clipboard(page)).toContain('author = {윤민서}');
  await foot(page)
    .getByRole('button', { name: t.copyOf.replace('{name}', t.apa) })
    .click();
  await expect.poll(() => clipboard(page)).toMatch(/^윤민서 \(2023\. 3\. 15\.\)\. .*\. 느린 독서회\. http/);
  await foot(page).getByRole('button', { name: t.copyLink }).click();
  await expect.poll(() => clipboard(page)).toBe(address);
  await expect(foot(page).getByRole('button', { name: t.shareWith })).toBeHidden();
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await isTooWide(page)).toBe(false);

  // Why a post is near stands beside it, and what is named first is nearest.
  const near = page.getByRole('region', { name: t.related }).getByRole('listitem');
  await expect(near.first()).toContainText(t.whyTag.replace('{names}', '비전'));
  await near.first().getByRole('link').click();
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole('region', { name: t.related })).toContainText('확산 모델(Diffusion) 정리');

  // Without the script everything can still be read and selected, and nothing pretends to work.
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: own.url });
  const still = await plain.newPage();
  await still.goto(encodeURI(paths.everything));
  await still.locator('.post-foot summary', { hasText: t.cite }).click();
  await expect(still.locator('#cite-bibtex')).toBeVisible();
  await expect(foot(still).getByRole('button')).toHaveCount(0);
  await expect(foot(still).getByRole('link', { name: t.permalink })).toHaveAttribute('href', address);
  await plain.close();
});

test('a writer says what a correction changed, and readers see it below the text', async ({
  enter,
  page: reader,
}) => {
  const { page } = await enter('고치는 이', 'editor');
  await begin(page, '고칠 글', '## 배경\n\n처음 쓴 문단입니다.');
  const address = await publish(page);
  await reader.goto(encodeURI(address));
  await expect(foot(reader).getByText(t.changes)).toHaveCount(0);

  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n\n나중에 더한 문단입니다.');
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'saved');
  const dialog = await openPublishing(page);
  await dialog.getByLabel(details.details.changeNote).fill('빠진 설명을 더함');
  await dialog.getByRole('button', { name: details.details.publishChanges }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();

  await expect(async () => {
    await reader.reload();
    await expect(foot(reader).locator('summary', { hasText: t.changes })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await foot(reader).locator('summary', { hasText: t.changes }).click();
  const change = foot(reader).locator('.changes li');
  await expect(change).toHaveCount(1);
  await expect(change).toContainText('빠진 설명을 더함');
  await expect(change).toContainText(t.added.replace('{count, number}', '1'));
  await expect(change).toContainText(t.sections.replace('{names}', '배경'));
  expect(await violations(reader)).toEqual([]);
});
