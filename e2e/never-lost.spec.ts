import { begin, expect, test } from './support/desk';

const saved = '.saved-state[data-status="saved"]';

test('what is typed without a network is kept in the browser, and sent when it is back', async ({
  enter,
}) => {
  const { page, context } = await enter('끊긴 이');
  await begin(page, '끊긴 글', '처음 문장.');
  await context.setOffline(true);
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' 끊긴 뒤의 문장.');
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'offline');
  await context.setOffline(false);
  await expect(page.locator(saved)).toBeVisible();
  await page.reload();
  await expect(page.locator('.cm-content')).toContainText('처음 문장. 끊긴 뒤의 문장.');
});

test('a session that has ended keeps the text, and it is sent after signing in again', async ({ enter }) => {
  const { page, context } = await enter('나간 이');
  await begin(page, '나간 글', '처음 문장.');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' 나간 뒤의 문장.');
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'signed-out');
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.locator(saved)).toBeVisible();
  await page.reload();
  await expect(page.locator('.cm-content')).toContainText('처음 문장. 나간 뒤의 문장.');
});
