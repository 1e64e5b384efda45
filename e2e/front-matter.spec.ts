import type { Page } from 'playwright/test';
import { begin, expect, openDetails, openPublishing, test } from './support/desk';

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.locator('.cm-content').evaluate((content, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const FILE = [
  '---',
  'title: "정규화를 다시 보기"',
  'date: 2021-03-04T10:00:00+09:00',
  'tags: [비전, 정규화]',
  'authors: [없는 사람]',
  'summary: 배치마다 평균을 뺀다.',
  '---',
  '',
  '옮겨 온 본문입니다.',
].join('\n');

test('front matter of a pasted file is offered as details and leaves the text', async ({ enter }) => {
  const { page } = await enter('옮겨 쓰는 이');
  await begin(page, '', '지울 글');
  await paste(page, FILE);
  const offer = page.getByRole('region', { name: '붙여 넣은 글에 글 정보가 있습니다' });
  await expect(offer.getByText('정규화를 다시 보기')).toBeVisible();
  await expect(offer.getByText('여기에 없는 것: 없는 사람')).toBeVisible();
  await offer.getByRole('checkbox', { name: /^요약/ }).uncheck();
  await offer.getByRole('button', { name: '글 정보로 옮기기' }).click();

  await expect(page.getByRole('textbox', { name: '제목' })).toHaveValue('정규화를 다시 보기');
  const form = page.getByRole('region', { name: '글 정보' });
  await expect(form.getByRole('list', { name: '고른 태그' }).getByRole('listitem')).toHaveText([
    '비전',
    '정규화',
  ]);
  await expect(form.getByRole('textbox', { name: '요약' })).toHaveValue('');
  await expect(page.locator('.cm-content')).toHaveText('옮겨 온 본문입니다.');

  // The date it had is the date that it gets.
  const dialog = await openPublishing(page);
  await expect(dialog.getByLabel(/^발행한 때로 적을 시각/)).toHaveValue('2021-03-04T10:00');
  await dialog.getByRole('button', { name: '발행', exact: true }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  await page.goto(await dialog.getByRole('textbox', { name: '글의 주소' }).inputValue());
  await expect(page.locator('time').first()).toHaveAttribute('datetime', /^2021-03-04/);
});

test('front matter can stay in the text, and nothing that was pasted is lost', async ({ enter }) => {
  const { page } = await enter('그대로 두는 이');
  await begin(page, '제목', '지울 글');
  await paste(page, FILE);
  await page.getByRole('button', { name: '본문에 그대로 두기' }).click();
  await expect(page.locator('.cm-content')).toContainText('title: "정규화를 다시 보기"');
  await expect(page.locator('.cm-content')).toContainText('옮겨 온 본문입니다.');

  // Also what cannot be read.
  await paste(page, '---\ntitle: [\n---\n\n둘째 본문입니다.');
  const offer = page.getByRole('region', { name: '붙여 넣은 글에 글 정보가 있습니다' });
  await expect(offer.getByText('쓸 수 있는 정보를 찾지 못했습니다.')).toBeVisible();
  await offer.getByRole('button', { name: '본문에 그대로 두기' }).click();
  await expect(page.locator('.cm-content')).toContainText('title: [');
  await openDetails(page);
});
