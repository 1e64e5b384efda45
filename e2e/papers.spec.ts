import type { CDPSession, Page } from 'playwright/test';
import { isTooWide, violations } from './support/axe';
import { begin, expect, openDetails, publish, test } from './support/desk';

/** A key that an input method has for itself, as a browser tells of it. */
async function keyOfComposition(cdp: CDPSession, code: string): Promise<void> {
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

const chosen = (page: Page) =>
  page.getByRole('group', { name: '다룬 논문' }).locator('.paper-list').getByRole('listitem');
const BIBTEX =
  '@inproceedings{r, title={Robust {S}peech Recognition}, author={Radford, Alec and Kim, Jong Wook}, booktitle={ICML}, year={2023}, doi={10.5555/ABC}}';

test('a member says which papers a post is about, and readers find the post by its paper', async ({
  enter,
  page: reader,
}) => {
  const { page, context } = await enter('논문 읽는 이');
  await begin(page, '휘스퍼를 읽고', '논문은 https://arxiv.org/abs/2212.04356v2 입니다.');
  const form = await openDetails(page);
  const field = form.getByRole('combobox', { name: '다룬 논문' });

  // What the text links to is offered; the form is filled in from BibTeX, and what it refuses stays.
  await form.getByRole('button', { name: 'arXiv:2212.04356' }).click();
  const dialog = page.getByRole('dialog', { name: '새 논문' });
  await expect(dialog.getByLabel('arXiv 번호')).toHaveValue('2212.04356');
  await dialog.getByLabel('다른 주소').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: '더하기', exact: true }).click();
  await expect(dialog.getByText('논문 제목을 적어 주십시오.')).toBeVisible();
  await dialog.getByText('BibTeX로 채우기').click();
  await dialog.getByLabel('BibTeX 한 항목').fill(BIBTEX);
  await dialog.getByRole('button', { name: '빈칸 채우기' }).click();
  await expect(dialog.getByLabel('제목')).toHaveValue('Robust Speech Recognition');
  await expect(dialog.getByLabel('저자')).toHaveValue('Alec Radford\nJong Wook Kim');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '더하기', exact: true }).click();
  await expect(dialog.getByText('주소는 http://나 https://로 시작해야 합니다.')).toBeVisible();
  await dialog.getByLabel('다른 주소').fill('');
  await dialog.getByRole('button', { name: '더하기', exact: true }).click();
  await expect(chosen(page)).toHaveCount(1);
  await expect(chosen(page)).toContainText('Robust Speech Recognition');
  await expect(form.getByRole('button', { name: 'arXiv:2212.04356' })).toHaveCount(0);

  // A title in Hangul: Enter within a composition opens nothing; a new paper is added from what was typed.
  await field.click();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: '확산', selectionStart: 2, selectionEnd: 2 });
  await keyOfComposition(cdp, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await cdp.send('Input.insertText', { text: '확산' });
  await expect(form.getByRole('option', { name: '새 논문으로 더하기: 확산' })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(dialog.getByLabel('제목')).toHaveValue('확산');
  await dialog.getByRole('button', { name: '더하기', exact: true }).click();
  await expect(chosen(page)).toHaveCount(2);

  // One that was added by mistake is taken off, and removed from the blog.
  await field.fill('잘못 더한 논문');
  await expect(form.getByRole('option', { name: '새 논문으로 더하기: 잘못 더한 논문' })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await dialog.getByRole('button', { name: '더하기', exact: true }).click();
  await expect(chosen(page)).toHaveCount(3);
  await expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  const takenOff = page.waitForResponse((response) => response.url().endsWith('/details/'));
  await form.getByRole('button', { name: '‘잘못 더한 논문’ 빼기' }).click();
  await takenOff;
  await form.getByRole('button', { name: '블로그에서 이 논문 지우기' }).click();
  await expect(form.getByText('논문 ‘잘못 더한 논문’을 블로그에서 지웠습니다.')).toBeAttached();
  await field.fill('잘못 더한');
  await expect(form.getByRole('option', { name: '새 논문으로 더하기: 잘못 더한' })).toBeVisible();
  await expect(form.getByRole('option').filter({ hasText: '잘못 더한 논문' })).toHaveCount(0);
  await field.fill('');

  // The order is changed by keyboard.
  const up = form.getByRole('button', { name: '‘확산’ 위로' });
  await up.focus();
  await up.press('Enter');
  await expect(chosen(page).first()).toContainText('확산');
  await expect(up).toBeFocused();
  await expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  await page.reload();
  await openDetails(page);
  await expect(chosen(page)).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  // Readers: post → paper → post, the list, the address by arXiv id, English.
  const path = await publish(page);
  await reader.goto(path);
  const about = reader.getByRole('region', { name: '다룬 논문' });
  await expect(about.getByRole('link', { name: 'arXiv 2212.04356' })).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/2212.04356',
  );
  expect(await violations(reader)).toEqual([]);
  await about.getByRole('link', { name: 'Robust Speech Recognition' }).click();
  await expect(reader).toHaveURL(/\/papers\/radford-2023-robust-speech-recognition\/$/);
  await reader.getByText('BibTeX').first().click();
  await expect(reader.locator('pre')).toContainText('@inproceedings{radford2023robust,');
  await expect(reader.getByRole('link', { name: '휘스퍼를 읽고' })).toBeVisible();
  expect(await violations(reader)).toEqual([]);
  await reader.goto('/en/papers/2212.04356/');
  await expect(reader).toHaveURL(/\/en\/papers\/radford-2023-robust-speech-recognition\/$/);
  await expect(reader.getByRole('heading', { name: 'Posts about this paper' })).toBeVisible();
  await reader.setViewportSize({ width: 390, height: 800 });
  await reader.emulateMedia({ colorScheme: 'dark' });
  await reader.goto('/papers/');
  await expect(reader.getByRole('heading', { level: 2 })).toHaveText(['확산', 'Robust Speech Recognition']);
  expect(await violations(reader)).toEqual([]);
  expect(await isTooWide(reader)).toBe(false);

  // A second writer is told who wrote about it, and adds it by another spelling of its id.
  const other = (await enter('뒤에 온 이')).page;
  await begin(other, '나도 읽고', '본문입니다.');
  const theirs = await openDetails(other);
  const input = theirs.getByRole('combobox', { name: '다룬 논문' });
  await input.pressSequentially('robust sp');
  await expect(theirs.getByRole('option', { name: /이미 다룬 글 1편: 논문 읽는 이/ })).toBeVisible();
  await input.fill('https://doi.org/10.5555/abc');
  await input.press('Enter');
  await expect(chosen(other)).toHaveCount(1);
  await expect(theirs.getByRole('button', { name: /정보 고치기/ })).toHaveCount(0);

  // A correction is seen at once, wherever the paper is shown.
  await page.bringToFront();
  await openDetailsIfShut(page);
  await page.getByRole('button', { name: '‘Robust Speech Recognition’ 정보 고치기' }).click();
  const change = page.getByRole('dialog', { name: '논문 정보 고치기' });
  await change.getByLabel('제목').fill('Robust Speech Recognition, Corrected');
  await change.getByRole('button', { name: '저장' }).click();
  await expect(change).toHaveCount(0);
  await reader.goto(path);
  await expect(about.getByRole('link', { name: 'Robust Speech Recognition, Corrected' })).toBeVisible();
});

async function openDetailsIfShut(page: Page): Promise<void> {
  const isOpen = await page.getByRole('region', { name: '글 정보' }).isVisible();
  if (!isOpen) await openDetails(page);
}
