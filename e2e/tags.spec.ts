import type { CDPSession } from 'playwright/test';
import { begin, expect, openDetails, test } from './support/desk';

/** A key that an input method has for itself, as a browser tells of it. */
async function keyOfComposition(cdp: CDPSession, code: string): Promise<void> {
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

test('tags are composed in Hangul: Enter within a composition adds nothing', async ({ enter }) => {
  const { page, context } = await enter('태그 다는 이');
  await begin(page, '태그 글', '본문입니다.');
  const form = await openDetails(page);
  const field = form.getByRole('combobox', { name: '태그' });
  const chosen = form.getByRole('list', { name: '고른 태그' }).getByRole('listitem');
  await field.click();
  const cdp = await context.newCDPSession(page);
  for (const part of ['ㅎ', '호', '확', '확ㅅ', '확사', '확산']) {
    await cdp.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    });
  }
  await keyOfComposition(cdp, 'Enter');
  await expect(chosen).toHaveCount(0);
  await expect(field).toHaveValue('확산');
  await cdp.send('Input.insertText', { text: '확산' });
  await field.press('Enter');
  await expect(chosen).toHaveText(['확산']);
  await expect(field).toHaveValue('');

  // An existing one, by a part of it and the arrow keys.
  await field.pressSequentially('동적');
  const option = form.getByRole('option', { name: '동적 계획법' });
  await expect(option).toBeVisible();
  await field.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await expect(chosen).toHaveText(['확산', '동적 계획법']);
  await form.getByRole('button', { name: '태그 확산 떼기' }).click();
  await expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  await page.reload();
  await openDetails(page);
  await expect(chosen).toHaveText(['동적 계획법']);
});

test('authors are put in order by keyboard', async ({ enter }) => {
  const { page } = await enter('첫째');
  await begin(page, '함께 쓴 글', '본문입니다.');
  const form = await openDetails(page);
  await form.getByRole('combobox', { name: '글쓴이 더하기' }).selectOption('서태양');
  const up = form.getByRole('button', { name: '서태양 님을 앞으로' });
  await up.focus();
  await up.press('Enter');
  await expect(form.locator('.author-name')).toHaveText(['서태양', '첫째']);
  await expect(up).toBeFocused();
  await expect(form.getByText('서태양 님이 1번째입니다.')).toBeAttached();
  await expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  await page.reload();
  await openDetails(page);
  await expect(form.locator('.author-name')).toHaveText(['서태양', '첫째']);
});
