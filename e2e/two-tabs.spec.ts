import type { Page } from 'playwright/test';
import { violations } from './support/axe';
import {
  beginPost,
  draftOf,
  expectSaved,
  historyOf,
  openText,
  putDraft,
  saving,
  stateOf,
} from './support/draft';
import { expectText, sourceOf } from './support/editor';
import { expect, newMember, people, setUp, signIn, test } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog. The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ deskName: 'two-tabs' });

const TEXT = '# 확산 모델\n\n첫 문단입니다.\n\n둘째 문단입니다.\n\n끝.';

test('somebody can write', async ({ page, desk }) => {
  await setUp(page, desk);
});

/** Puts the caret at the beginning or the end of a line of the source, by its number from 1. */
async function goTo(page: Page, line: number, key: 'Home' | 'End'): Promise<void> {
  await sourceOf(page)
    .locator('.cm-line')
    .nth(line - 1)
    .click();
  await page.keyboard.press(key);
}

/** A tab that has typed something the server did not get, while somebody else saved `theirs`. */
async function conflict(
  page: Page,
  origin: string,
  type: () => Promise<void>,
  theirs: string,
): Promise<string> {
  await signIn(page, origin, people.kim);
  const id = await beginPost(page.request, origin);
  await putDraft(page.request, origin, id, { title: '제목', source: TEXT });
  await openText(page, origin, id);
  await expectText(sourceOf(page), TEXT);
  await putDraft(page.request, origin, id, { source: theirs });
  await type();
  await expect(stateOf(page)).toHaveAttribute('data-status', 'conflict');
  return id;
}

test('a tab without changes of its own takes up what another one saved, and keeps its caret', async ({
  page,
  context,
  desk,
}) => {
  await signIn(page, desk.url, people.kim);
  const id = await beginPost(page.request, desk.url);
  await putDraft(page.request, desk.url, id, { source: TEXT });
  await openText(page, desk.url, id);
  await goTo(page, 5, 'End');
  const other = await context.newPage();
  await openText(other, desk.url, id);
  await goTo(other, 1, 'End');
  await other.keyboard.type(' 정리');
  await expectSaved(other);
  await page.bringToFront();
  const expected = TEXT.replace('모델', '모델 정리');
  await expectText(sourceOf(page), expected);
  await expect(page.getByText(saving.renewed)).toBeVisible();
  await page.keyboard.type(' 이어서.');
  await expectText(sourceOf(page), expected.replace('둘째 문단입니다.', '둘째 문단입니다. 이어서.'));
  await expectSaved(page);
});

test('a stale tab overwrites nothing: both sides are shown, merged, and stay in the history', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/409/);
  const theirs = TEXT.replace('첫 문단', '서버의 첫 문단').replace('끝.', '맺음.');
  const type = async () => {
    await goTo(page, 3, 'End');
    await page.keyboard.type(' 내가 더했습니다.');
    await goTo(page, 7, 'End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('마침.');
  };
  const id = await conflict(page, desk.url, type, theirs);
  expect((await draftOf(page.request, desk.url, id)).source).toBe(theirs);
  const mine = TEXT.replace('문단입니다.', '문단입니다. 내가 더했습니다.').replace('끝.', '마침.');

  await page.getByRole('button', { name: saving.compare }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: saving.theirs })).toContainText('서버의 첫 문단');
  await expect(dialog.getByRole('textbox', { name: saving.mine, exact: true })).toContainText(
    '내가 더했습니다.',
  );
  const result = dialog.getByRole('textbox', { name: saving.resultLabel });
  // Different words of one line go together; of the same words both are proposed.
  await expect(result).toContainText('서버의 첫 문단입니다. 내가 더했습니다.');
  await expect(result).toContainText('맺음.');
  await expect(result).toContainText('마침.');
  expect(await violations(page)).toEqual([]);

  // Closing it loses nothing.
  await page.keyboard.press('Escape');
  await expectText(sourceOf(page), mine);
  await page.getByRole('button', { name: saving.compare }).click();
  await dialog.getByRole('group').last().getByRole('radio', { name: saving.theirs }).check();
  await expect(result).not.toContainText('마침.');
  await result.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' 합쳤습니다.');
  await dialog.getByRole('button', { name: saving.saveResult }).click();

  await expectSaved(page);
  const merged = theirs
    .replace('문단입니다.', '문단입니다. 내가 더했습니다.')
    .replace('맺음.', '맺음. 합쳤습니다.');
  await expectText(sourceOf(page), merged);
  expect((await draftOf(page.request, desk.url, id)).source).toBe(merged);
  const history = await historyOf(page.request, desk.url, id);
  expect(history).toContain(theirs);
  expect(history).toContain(mine);
});

test('either side can be taken whole, and the other one stays in the history', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/409/);
  const type = async () => {
    await page.keyboard.type(' 내 끝.');
  };
  const id = await conflict(page, desk.url, type, '다 바꾼 글');
  await page.getByRole('button', { name: saving.compare }).click();
  const name = saving.takeSide.replace('{side}[으로/로]', `${saving.theirs}로`);
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await expectSaved(page);
  await expectText(sourceOf(page), '다 바꾼 글');
  await expect.poll(() => historyOf(page.request, desk.url, id)).toContain(`${TEXT} 내 끝.`);
});

test('a conflict that is left open is there again at the next opening', async ({
  page,
  context,
  desk,
  trouble,
}) => {
  trouble.expect(/409/);
  const type = async () => {
    await page.keyboard.type(' 내 끝.');
  };
  const id = await conflict(page, desk.url, type, `서버에서. ${TEXT}`);
  await page.close();
  const next = await context.newPage();
  await openText(next, desk.url, id);
  await expect(stateOf(next)).toHaveAttribute('data-status', 'conflict');
  await expectText(sourceOf(next), `${TEXT} 내 끝.`);
  await next.getByRole('button', { name: saving.compare }).click();
  await next.getByRole('dialog').getByRole('button', { name: saving.saveResult }).click();
  await expectSaved(next);
  expect((await draftOf(next.request, desk.url, id)).source).toBe(`서버에서. ${TEXT} 내 끝.`);
});

test('two people on one draft are told of each other, also about the title', async ({
  page,
  browser,
  desk,
  trouble,
}) => {
  trouble.expect(/409/);
  await signIn(page, desk.url, people.kim);
  const other = await newMember(browser, page, people.lee, 'editor');
  const id = await beginPost(page.request, desk.url);
  await putDraft(page.request, desk.url, id, { title: '제목', source: TEXT });
  await openText(page, desk.url, id);
  await openText(other.page, desk.url, id);
  await other.page.getByRole('textbox', { name: word('ko', 'editor.title') }).fill('편집자의 제목');
  await expectSaved(other.page);
  await page.getByRole('textbox', { name: word('ko', 'editor.title') }).fill('나의 제목');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'conflict');
  await page.getByRole('button', { name: saving.compare }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(people.lee.names.ko);
  await dialog.getByRole('textbox', { name: saving.titleField }).fill('둘의 제목');
  await dialog.getByRole('button', { name: saving.saveResult }).click();
  await expectSaved(page);
  await expect(page.getByRole('textbox', { name: word('ko', 'editor.title') })).toHaveValue('둘의 제목');
  expect((await draftOf(page.request, desk.url, id)).title).toBe('둘의 제목');
  await other.page.bringToFront();
  await other.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(other.page.getByRole('textbox', { name: word('ko', 'editor.title') })).toHaveValue(
    '둘의 제목',
  );
  await other.context.close();
});
