import { begin, change, expect, openPublishing, test } from './support/desk';

test('a post goes to review, comes back with a note, goes again and is approved', async ({
  enter,
  own,
  page: reader,
}) => {
  await change(own, { reviewRequired: true });
  const writer = (await enter('글쓴이')).page;
  const editor = (await enter('편집자', 'editor')).page;
  const closed = async (dialog: Awaited<ReturnType<typeof openPublishing>>) =>
    dialog.getByRole('button', { name: '닫기' }).last().click();

  await begin(writer, '검토받는 글', '초고입니다.');
  let dialog = await openPublishing(writer);
  await expect(dialog.getByRole('button', { name: '발행', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: '검토 요청' }).click();
  await expect(dialog.getByText('검토를 요청했습니다.')).toBeVisible();
  await closed(dialog);

  await editor.goto('/write/');
  await editor.getByRole('region', { name: '확인할 일' }).getByRole('link', { name: '검토받는 글' }).click();
  dialog = await openPublishing(editor);
  await dialog.getByRole('button', { name: '돌려보내기' }).click();
  await dialog.getByRole('textbox', { name: '글쓴이에게 남길 말' }).fill('식을 하나 더 넣어 주십시오.');
  await dialog.getByRole('button', { name: '말과 함께 돌려보내기' }).click();
  await expect(dialog.getByText('글쓴이에게 돌려보냈습니다.')).toBeVisible();

  await writer.goto('/write/');
  const needs = writer.getByRole('region', { name: '확인할 일' });
  await expect(needs.getByText('식을 하나 더 넣어 주십시오.')).toBeVisible();
  await needs.getByRole('link', { name: '검토받는 글' }).click();
  await writer.locator('.cm-content').click();
  await writer.keyboard.insertText('식을 넣었다. $e=mc^2$ ');
  dialog = await openPublishing(writer);
  await expect(dialog.getByText('식을 하나 더 넣어 주십시오.')).toBeVisible();
  await dialog.getByRole('button', { name: '검토 요청' }).click();
  await expect(dialog.getByText('검토를 요청했습니다.')).toBeVisible();

  await editor.goto('/write/');
  await editor.getByRole('region', { name: '확인할 일' }).getByRole('link', { name: '검토받는 글' }).click();
  dialog = await openPublishing(editor);
  await dialog.getByRole('button', { name: '승인하고 발행' }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  await reader.goto(await dialog.getByRole('textbox', { name: '글의 주소' }).inputValue());
  await expect(reader.getByText('식을 넣었다.')).toBeVisible();
  await change(own, { reviewRequired: false });
});
