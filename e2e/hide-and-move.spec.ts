import { begin, expect, openDetails, openPublishing, publish, test } from './support/desk';

test('what is hidden is gone for readers and comes back to the same address', async ({
  enter,
  page: reader,
  trouble,
}) => {
  trouble.expect(/410|404/);
  const { page } = await enter('감추는 이');
  await begin(page, '감췄다 보일 글', '본문입니다.');
  const address = await publish(page);
  let dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: '감추기' }).click();
  await expect(dialog.getByText('감췄습니다.')).toBeVisible();
  expect((await reader.goto(address))?.status()).toBeGreaterThanOrEqual(400);
  await page.goto('/write/?state=hidden');
  await page.getByRole('link', { name: '감췄다 보일 글', exact: true }).click();
  dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: '다시 보이기' }).click();
  await expect(dialog.getByText('다시 독자에게 보입니다.')).toBeVisible();
  expect((await reader.goto(address))?.status()).toBe(200);
});

test('a new address is checked, said before it is applied, and leaves a redirect', async ({
  enter,
  page: reader,
}) => {
  const { page } = await enter('옮기는 이');
  await begin(page, '옮길 글', '본문입니다.');
  const before = await publish(page);
  const form = await openDetails(page);
  const slug = form.getByRole('textbox', { name: '주소 이름' });
  await form.getByRole('combobox', { name: '분류' }).selectOption({ label: '논문' });
  await form.getByLabel('달').fill('2023-01');
  await slug.fill('230104-attention');
  await expect(form.getByText('다른 글이 쓰고 있거나 예전에 썼던 주소입니다.')).toBeVisible();
  await form.getByRole('button', { name: /^제목대로/ }).click();
  await form.getByRole('button', { name: /^로마자로/ }).click();
  await expect(slug).toHaveValue(/^\d{6}-omgil-geul$/);
  await expect(form.getByText(/전 주소로 온 사람은 새 주소로 갑니다/)).toBeVisible();
  await form.getByRole('button', { name: '적용' }).click();
  await expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();

  await reader.goto(before);
  await expect(reader).toHaveURL(/\/ai\/2023-01\/\d{6}-omgil-geul\/$/);
  const answer = await reader.request.get(encodeURI(before), { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
});
