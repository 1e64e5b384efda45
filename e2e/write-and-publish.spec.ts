import { begin, expect, openDetails, openPublishing, test } from './support/desk';

test('a member writes, goes through the check list and publishes; readers see it on page, list and feed', async ({
  enter,
  page: reader,
}) => {
  const { page } = await enter('글쓴이');
  await begin(page, '', '확산 모델은 잡음을 지워 그림을 만든다.\n\n$$x_t = \\sqrt{\\alpha} x_0$$');
  const form = await openDetails(page);
  await form.getByRole('combobox', { name: '분류' }).selectOption({ label: '논문' });

  let dialog = await openPublishing(page);
  await expect(dialog.getByText('제목이 없습니다.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '발행', exact: true })).toBeDisabled();
  // What is missing leads to its place.
  await dialog.getByRole('button', { name: '제목이 없습니다. 고치러 가기' }).click();
  const title = page.getByRole('textbox', { name: '제목' });
  await expect(title).toBeFocused();
  await page.keyboard.insertText('잡음에서 그림으로');
  await expect(form.getByRole('textbox', { name: '주소 이름' })).toHaveValue(/^\d{6}-잡음에서-그림으로$/);

  dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: /요약.* 고치러 가기/ }).click();
  await expect(form.getByRole('textbox', { name: '요약' })).toBeFocused();
  await page.keyboard.insertText('확산 모델을 한 문단으로.');

  dialog = await openPublishing(page);
  await expect(dialog.getByText('꼭 필요함:')).toHaveCount(0);
  await dialog.getByRole('button', { name: '발행', exact: true }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  const address = await dialog.getByRole('textbox', { name: '글의 주소' }).inputValue();
  expect(decodeURI(address)).toMatch(/\/ai\/\d{4}-\d{2}\/\d{6}-잡음에서-그림으로\/$/);

  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1, name: '잡음에서 그림으로' })).toBeVisible();
  await expect(reader.locator('.katex-display')).toBeVisible();
  await reader.goto('/');
  await expect(reader.getByRole('link', { name: '잡음에서 그림으로' })).toBeVisible();
  await expect(reader.getByText('확산 모델을 한 문단으로.')).toBeVisible();
  expect(await (await reader.request.get('/ai/index.xml')).text()).toContain('잡음에서 그림으로');

  await page.goto('/write/?state=published');
  await expect(page.getByRole('link', { name: '잡음에서 그림으로', exact: true })).toBeVisible();
});

test('two quick clicks publish once', async ({ enter }) => {
  const { page } = await enter('두 번');
  await begin(page, '두 번 누른 글', '본문입니다.');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/publish/')) asked.push(request.method());
  });
  const dialog = await openPublishing(page);
  const button = dialog.getByRole('button', { name: '발행', exact: true });
  await expect(button).toBeEnabled();
  await button.dblclick();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  expect(asked).toEqual(['POST']);
});

test('a published post is changed in a draft, and readers see the changes when they are published', async ({
  enter,
  page: reader,
}) => {
  const { page } = await enter('고치는 이');
  await begin(page, '처음 제목', '처음 본문입니다.');
  let dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: '발행', exact: true }).click();
  const address = await dialog.getByRole('textbox', { name: '글의 주소' }).inputValue();
  await dialog.getByRole('button', { name: '닫기' }).last().click();

  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('고친 본문입니다.');
  dialog = await openPublishing(page);
  await expect(dialog.getByRole('button', { name: '고친 내용 발행' })).toBeEnabled();
  await reader.goto(address);
  await expect(reader.getByText('처음 본문입니다.')).toBeVisible();
  await page.goto('/write/');
  const needs = page.getByRole('region', { name: '확인할 일' });
  await expect(needs.getByText('발행 전 수정')).toBeVisible();
  await needs.getByRole('link', { name: '처음 제목', exact: true }).click();

  dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: '고친 내용 발행' }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('고친 본문입니다.')).toBeVisible();
});
