import { begin, expect, openPublishing, test } from './support/desk';

test('someone without an account reads a draft by its link until it is revoked', async ({
  enter,
  page: reader,
  trouble,
}) => {
  trouble.expect(/404/);
  const { page } = await enter('보여 주는 이');
  await begin(page, '미리 보는 글', '아직 아무도 모르는 본문입니다.');
  const dialog = await openPublishing(page);
  await dialog.getByText('미리보기 링크').click();
  await dialog.getByRole('button', { name: '새 링크 만들기' }).click();
  const address = await dialog.getByRole('textbox', { name: '미리보기 주소' }).inputValue();

  await reader.goto(address);
  await expect(reader.getByText('아직 아무도 모르는 본문입니다.')).toBeVisible();
  await dialog.getByRole('button', { name: /만든 링크 거두기$/ }).click();
  await expect(dialog.getByText('지금 열리는 링크가 없습니다.')).toBeVisible();
  expect((await reader.goto(address))?.status()).toBe(404);
});
