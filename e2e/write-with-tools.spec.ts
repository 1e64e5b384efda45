import type { Locator } from 'playwright/test';
import words from '../messages/source.ko.json' with { type: 'json' };
import { expectText, openNewPost } from './support/editor';
import { expect, test } from './support/test';

const { source: word } = words;

// The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ timeout: 90_000 });

/** Pastes as a program would have it on the clipboard. */
async function paste(source: Locator, data: Record<string, string>): Promise<void> {
  await source.evaluate((element, held) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(held)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('buttons and keys write Markdown and show what holds at the cursor', async ({ page }) => {
  const source = await openNewPost(page);
  await page.getByRole('button', { name: word.headings }).click();
  await page.getByRole('menuitemradio', { name: word.heading.replace('{level}', '2') }).click();
  await page.keyboard.type('Title');
  await page.keyboard.press('Enter');
  const bold = page.getByRole('button', { name: word.bold, exact: true });
  await bold.click();
  await page.keyboard.type('bold');
  await expect(bold).toHaveAttribute('aria-pressed', 'true');
  await bold.click();
  await expect(bold).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+9');
  await page.keyboard.type('task');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('inner');
  await expectText(source, '## Title\n**bold**\n- [ ] task\n  - [ ] inner');
});

test('the toolbar is one stop of the Tab key, and arrows go round in it', async ({ page }) => {
  await openNewPost(page);
  const undo = page.getByRole('button', { name: word.undo });
  await undo.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: word.redo })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: word.fullScreen })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('toolbar', { name: word.toolbar }).locator(':focus')).toHaveCount(0);
});

test('Escape and Tab leave the text', async ({ page }) => {
  const source = await openNewPost(page);
  await page.keyboard.press('Tab');
  await expect(source).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(source).not.toBeFocused();
});

test('a table is inserted by its size and filled cell by cell', async ({ page }) => {
  const source = await openNewPost(page);
  await page.getByRole('button', { name: word.insertTable }).click();
  await page.getByRole('spinbutton', { name: word.columns }).fill('2');
  await page.getByRole('spinbutton', { name: word.rows }).fill('1');
  await page.getByRole('button', { name: word.insert, exact: true }).click();
  for (const cell of ['a', 'b', 'c', 'd', 'e']) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Tab');
  }
  await expect(source.locator('.cm-line').nth(3)).toHaveText(/^\| e +\| +\|$/);
  await page.getByRole('button', { name: word.table, exact: true }).click();
  await page.getByRole('menuitem', { name: word.deleteRow }).click();
  await expectText(source, '| a   | b   |\n| --- | --- |\n| c   | d   |');
});

test('what was copied from a page becomes Markdown, and one undo gives the plain text', async ({ page }) => {
  const source = await openNewPost(page);
  const copied = {
    'text/html': '<h2>방법</h2><p>이 논문은 <strong>개선(improve)</strong>한다.</p>',
    'text/plain': '방법\n이 논문은 개선(improve)한다.',
  };
  await paste(source, copied);
  await expectText(source, '## 방법\n\n이 논문은 **개선(improve)**한다.');
  await page.keyboard.press('Control+z');
  await expectText(source, copied['text/plain']);
});

test('an address that is pasted on words makes a link, and lines of values a table', async ({ page }) => {
  const source = await openNewPost(page);
  await page.keyboard.type('paper');
  await page.keyboard.press('Control+a');
  await paste(source, { 'text/plain': 'https://arxiv.org/abs/1706.03762' });
  await expectText(source, '[paper](https://arxiv.org/abs/1706.03762)');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste(source, { 'text/plain': 'model\tFID\nDDPM\t3.17' });
  await expectText(source, '| model |  FID |\n| ----- | ---: |\n| DDPM  | 3.17 |');
});

test('five megabytes that are pasted are refused with a reason, and the text stays', async ({ page }) => {
  const source = await openNewPost(page);
  await page.keyboard.type('a');
  await paste(source, { 'text/plain': '가나다라 '.repeat(1_000_000) });
  await expect(page.getByRole('status').filter({ hasText: '5,000,000' })).toBeVisible();
  await expectText(source, 'a');
});
