import { begin, expect, openDetails, test } from './support/desk';

test('two people on the same details: what does not touch is put together, the rest is chosen', async ({
  enter,
}) => {
  const { page } = await enter('먼저 연 이');
  await begin(page, '둘이 고치는 글', '본문입니다.');
  const mine = await openDetails(page);
  await expect(mine.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  const editor = (await enter('나중에 연 이', 'editor')).page;
  await editor.goto(page.url());
  const theirs = await openDetails(editor);
  const saved = (form: typeof mine) => expect(form.getByText('글 정보가 저장되어 있습니다.')).toBeVisible();
  const tags = (form: typeof mine) =>
    form.getByRole('list', { name: '고른 태그' }).getByRole('listitem').locator('span');

  // One changes the tags, the other the month: both have their way.
  await theirs.getByRole('combobox', { name: '태그' }).fill('함께');
  await theirs.getByRole('combobox', { name: '태그' }).press('Enter');
  await saved(theirs);
  await mine.getByLabel('달').fill('2026-01');
  await expect(tags(mine)).toHaveText(['함께']);
  await saved(mine);
  await expect(mine.getByText(/\/2026-01\//)).toBeVisible();

  // Both change the tags: nobody is overruled, and what was typed is still there.
  await mine.getByRole('combobox', { name: '태그' }).fill('내 것');
  await mine.getByRole('combobox', { name: '태그' }).press('Enter');
  await saved(mine);
  await theirs.getByRole('combobox', { name: '태그' }).fill('저쪽 것');
  await theirs.getByRole('combobox', { name: '태그' }).press('Enter');
  const notice = theirs.getByRole('alert').filter({ hasText: '그사이 다른 사람도' });
  await expect(notice.getByRole('row', { name: /함께 및 저쪽 것/ })).toBeVisible();
  await notice.getByRole('button', { name: '저장된 것으로' }).click();
  await saved(theirs);
  await expect(tags(theirs)).toHaveText(['내 것', '함께']);
});
