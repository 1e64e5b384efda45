import { begin, expect, openPublishing, test } from './support/desk';

const ZONE = 'Asia/Seoul';

/** What the field of a time takes: the clock of a zone, to the minute. */
const toInput = (at: Date, timeZone: string) =>
  at.toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');

/** The same, to the second. */
const field = (at: Date) => `${toInput(at, ZONE)}:${String(at.getSeconds()).padStart(2, '0')}`;

test('a scheduled post is published at its time', async ({ enter, page: reader, trouble }) => {
  trouble.expect(/404/);
  const { page } = await enter('예약하는 이');
  await begin(page, '나중에 나올 글', '예약한 본문입니다.');
  let dialog = await openPublishing(page);
  await dialog.getByRole('radio', { name: '나중에' }).check();
  const time = dialog.getByLabel(/^발행할 때/);
  await time.fill(field(new Date(Date.now() - 60_000)));
  await dialog.getByRole('button', { name: '예약', exact: true }).click();
  await expect(dialog.getByText('이미 지난 시각입니다.')).toBeVisible();

  await time.fill(field(new Date(Date.now() + 8_000)));
  await dialog.getByRole('button', { name: '예약', exact: true }).click();
  await expect(dialog.getByText('예약했습니다.')).toBeVisible();
  const address = await page.evaluate(async () => {
    const id = location.pathname.split('/')[2];
    const view = (await (await fetch(`/api/translations/${id}/`)).json()) as { path: string };
    return view.path;
  });
  expect((await reader.goto(address))?.status()).toBe(404);
  await expect(async () => expect((await reader.goto(address))?.status()).toBe(200)).toPass();
  await expect(reader.getByText('예약한 본문입니다.')).toBeVisible();

  await page.reload();
  dialog = await openPublishing(page);
  await expect(dialog.getByText('독자가 보는 글과 같습니다.')).toBeVisible();
});

test('a schedule can be cancelled, and says when the text is a later one', async ({ enter }) => {
  const { page } = await enter('마음을 바꾸는 이', 'member', { timeZone: 'America/New_York' });
  await begin(page, '취소할 글', '처음 본문입니다.');
  let dialog = await openPublishing(page);
  await dialog.getByRole('radio', { name: '나중에' }).check();
  await dialog
    .getByLabel(/^발행할 때 \(America\/New_York\)/)
    .fill(toInput(new Date(Date.now() + 86_400_000), 'America/New_York'));
  await expect(dialog.getByText('블로그(Asia/Seoul)에서는')).toBeVisible();
  await dialog.getByRole('button', { name: '예약', exact: true }).click();
  await dialog.getByRole('button', { name: '닫기' }).last().click();
  await page.locator('.cm-content').click();
  await page.keyboard.insertText('덧붙인 말. ');

  await page.goto('/write/?state=scheduled');
  await page.getByRole('link', { name: '취소할 글', exact: true }).click();
  dialog = await openPublishing(page);
  await expect(dialog.getByText('예약한 뒤에 글을 고쳤습니다.')).toBeVisible();
  await dialog.getByRole('button', { name: '예약 취소' }).click();
  await expect(dialog.getByText('예약을 취소했습니다.')).toBeVisible();
  await page.goto('/write/?state=scheduled');
  await expect(page.getByText('예약한 글이 없습니다.')).toBeVisible();
});
