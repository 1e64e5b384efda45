import { begin, expect, test } from './support/desk';

test('a draft is put away after asking, brought back at once, and taken out later', async ({ enter }) => {
  const { page } = await enter('치우는 이');
  await begin(page, '치울 초고', '본문입니다.');
  await page.goto('/write/');
  await page.getByRole('button', { name: '치울 초고 치우기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '그만두기' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: '치울 초고 치우기' }).click();
  await dialog.getByRole('button', { name: '치우기', exact: true }).click();
  await expect(page.getByText('치웠습니다.')).toBeVisible();
  const undo = page.getByRole('button', { name: '되돌리기' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByRole('button', { name: '치울 초고 치우기' })).toBeVisible();

  await page.getByRole('button', { name: '치울 초고 치우기' }).click();
  await dialog.getByRole('button', { name: '치우기', exact: true }).click();
  await expect(undo).toBeVisible();
  await page.goto('/write/');
  await expect(page.getByRole('link', { name: '치울 초고' })).toHaveCount(0);
  await page.getByRole('link', { name: '치워 둠 1' }).click();
  await page.getByRole('button', { name: '치울 초고 꺼내기' }).click();
  await expect(page.getByText('초고로 꺼냈습니다.')).toBeVisible();
  await page.goto('/write/');
  await expect(page.getByRole('link', { name: '치울 초고', exact: true })).toBeVisible();
});

test('beginning a post twice takes two presses: Back and reload make none', async ({ enter }) => {
  const { page } = await enter('새로 쓰는 이');
  await page.goto('/write/');
  await page.goto('/write/new/');
  await page.getByRole('button', { name: '쓰기 시작' }).click();
  await page.waitForURL(/\/write\/[0-9a-f-]{36}\/$/);
  await page.reload();
  await page.goBack();
  await expect(page).toHaveURL(/\/write\/$/);
  await page.reload();
  await expect(page.getByRole('link', { name: '초고 1', exact: true })).toBeVisible();
});

test('lists are found by words, and the address can be passed on', async ({ enter, context: _ }) => {
  const { page, context } = await enter('찾는 이');
  await begin(page, '세그먼트 트리', '구간 합을 빠르게 구한다.');
  await page.goto('/write/');
  await page.getByRole('searchbox', { name: '제목이나 본문의 낱말' }).fill('구간');
  await page.getByRole('button', { name: '찾기' }).click();
  await expect(page).toHaveURL(/\/write\/\?q=/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('link', { name: '세그먼트 트리' })).toBeVisible();
  await other.getByRole('searchbox').fill('없는말');
  await other.getByRole('searchbox').press('Enter');
  await expect(other.getByText('조건에 맞는 글이 없습니다.')).toBeVisible();
});
