import words from '../messages/saving.ko.json' with { type: 'json' };
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

test('two tabs that changed one text are shown side by side and merged', async ({ enter }) => {
  const { page, context } = await enter('두 창');
  await begin(page, '두 창의 글', '처음 문장.\n\n끝 문장.');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('.cm-content')).toContainText('끝 문장.');
  // What the first tab sends gets lost for a while.
  await page.route('**/api/drafts/**', (route) => route.abort());
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('앞에 더한 말. ');
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'offline');
  await other.locator('.cm-content').click();
  await other.keyboard.press('ControlOrMeta+End');
  await other.keyboard.insertText(' 뒤에 더한 말.');
  await expect(other.locator(saved)).toBeVisible();

  await page.unroute('**/api/drafts/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'conflict');
  await page.getByRole('button', { name: words.saving.compare }).click();
  const dialog = page.getByRole('dialog');
  const result = dialog.getByRole('textbox', { name: words.saving.resultLabel });
  await expect(result).toContainText('앞에 더한 말. 처음 문장.');
  await expect(result).toContainText('끝 문장. 뒤에 더한 말.');
  await dialog.getByRole('button', { name: words.saving.saveResult }).click();
  await expect(page.locator(saved)).toBeVisible();
  await page.reload();
  await expect(page.locator('.cm-content')).toContainText('앞에 더한 말. 처음 문장.');
  await expect(page.locator('.cm-content')).toContainText('끝 문장. 뒤에 더한 말.');
});
