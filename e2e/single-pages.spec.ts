import { begin, expect, openDetails, openPublishing, test } from './support/desk';

test('an editor adds a page and changes one; a member has nothing to do there', async ({
  enter,
  page: reader,
}) => {
  const { page } = await enter('편집자', 'editor');
  await page.goto('/write/pages/');
  await page.getByRole('button', { name: '새 페이지' }).click();
  await page.waitForURL(/\/write\/[0-9a-f-]{36}\/$/);
  await page.locator('.cm-content').click();
  await page.keyboard.insertText('모임은 목요일에 있다.');
  await page.getByRole('textbox', { name: '제목' }).fill('모임 안내');
  const form = await openDetails(page);
  const slug = form.getByRole('textbox', { name: '주소 이름' });
  await expect(slug).toHaveValue('모임-안내');
  await slug.fill('admin');
  await expect(form.getByText('블로그가 쓰는 이름이라 주소로 쓸 수 없습니다.')).toBeVisible();
  await slug.fill('meeting');
  await expect(form.getByText(/\/meeting\/$/)).toBeVisible();
  const dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: '발행', exact: true }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  await reader.goto('/meeting/');
  await expect(reader.getByText('모임은 목요일에 있다.')).toBeVisible();

  await page.goto('/write/pages/');
  await expect(page.getByText('/meeting/')).toBeVisible();
  await page.getByRole('link', { name: '모임 안내', exact: true }).click();
  await expect(page.locator('.cm-content')).toContainText('모임은 목요일에 있다.');

  const member = (await enter('회원')).page;
  expect((await member.goto('/write/pages/'))?.status()).toBe(404);
  await begin(member, '회원의 글', '본문입니다.');
  await expect(member.getByRole('link', { name: '페이지' })).toHaveCount(0);
});
