import type { Page } from 'playwright/test';
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
import { composer, expectText, sourceOf } from './support/editor';
import { expect, newMember, people, setUp, signIn, test } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog. The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ deskName: 'never-lost' });

test('somebody can write', async ({ page, desk }) => {
  await setUp(page, desk);
});

async function begin(page: Page, origin: string, text = ''): Promise<string> {
  await signIn(page, origin, people.kim);
  const id = await beginPost(page.request, origin);
  if (text !== '') await putDraft(page.request, origin, id, { source: text });
  await openText(page, origin, id);
  return id;
}

test('what is typed is on the server within three seconds of a pause, and says so', async ({
  page,
  desk,
}) => {
  const id = await begin(page, desk.url);
  await page.keyboard.type('한 줄');
  const stopped = Date.now();
  await expect(stateOf(page)).toHaveAttribute('data-status', 'saved');
  expect(Date.now() - stopped).toBeLessThan(3_000);
  await expectSaved(page);
  await page.getByRole('textbox', { name: word('ko', 'editor.title') }).fill('제목');
  await expect.poll(async () => (await draftOf(page.request, desk.url, id)).title).toBe('제목');
  expect((await draftOf(page.request, desk.url, id)).source).toBe('한 줄');
});

test('it is saved while typing goes on, at least every ten seconds', async ({ page, desk }) => {
  const id = await begin(page, desk.url);
  const start = Date.now();
  while (Date.now() - start < 11_000) await page.keyboard.type('글', { delay: 100 });
  expect((await draftOf(page.request, desk.url, id)).source.length).toBeGreaterThan(10);
});

test('a half-composed syllable of the summary is not saved either', async ({ page, desk }) => {
  await signIn(page, desk.url, people.kim);
  const id = await beginPost(page.request, desk.url);
  await openText(page, desk.url, id);
  const summary = async () => (await draftOf(page.request, desk.url, id)).summary;
  await page.getByRole('button', { name: word('ko', 'editor.details'), exact: true }).click();
  await page.getByRole('textbox', { name: word('ko', 'details.summary') }).click();
  const hangul = await composer(page);
  await hangul.type('요');
  await expectSaved(page);
  expect(await summary()).toBe('요');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/api/drafts/'))
      sent.push(request.postData() ?? '');
  });
  await hangul.begin('ㅇ', '야', '약');
  await page.getByRole('textbox', { name: word('ko', 'editor.title') }).evaluate((title) => {
    // Something else that is to be sent, so that there is a save while the syllable is open.
    (title as HTMLTextAreaElement).value = '제목';
    title.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await expect.poll(async () => (await draftOf(page.request, desk.url, id)).title).toBe('제목');
  expect(await summary()).toBe('요');
  await hangul.commit('약');
  await expect.poll(summary).toBe('요약');
});

test('a half-composed syllable is never saved, what stands before it is', async ({ page, desk }) => {
  const id = await begin(page, desk.url);
  const source = async () => (await draftOf(page.request, desk.url, id)).source;
  const hangul = await composer(page);
  await hangul.type('확산');
  await hangul.begin('ㅁ', '모');
  await expect.poll(source).toBe('확산');
  await expectText(sourceOf(page), '확산모');
  await hangul.begin('몯');
  await hangul.commit('모');
  await hangul.type('델');
  await expect.poll(source).toBe('확산모델');

  // Into the middle, over something that was selected.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await hangul.begin('ㅎ', '하');
  await expectText(sourceOf(page), '하산모델');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  expect(await source()).toBe('확산모델');
  await hangul.commit('한');
  await expect.poll(source).toBe('한산모델');
});

test('without a network everything is kept, and goes on by itself', async ({
  page,
  context,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED/);
  const id = await begin(page, desk.url);
  await page.keyboard.type('앞');
  await expectSaved(page);
  await context.setOffline(true);
  await page.keyboard.type(' 뒤');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'offline');
  await expect(stateOf(page)).toContainText(saving.offline.split(', ')[0] ?? '');
  await page.keyboard.type(' 끝');
  await context.setOffline(false);
  await expectSaved(page);
  expect((await draftOf(page.request, desk.url, id)).source).toBe('앞 뒤 끝');
});

test('a tab that is closed at once has everything at its next opening, without asking', async ({
  page,
  context,
  desk,
}) => {
  const id = await begin(page, desk.url);
  await page.keyboard.type('마지막 말');
  await page.close({ runBeforeUnload: true });
  const next = await context.newPage();
  await openText(next, desk.url, id);
  await expectText(sourceOf(next), '마지막 말');
  await expectSaved(next);
  expect((await draftOf(next.request, desk.url, id)).source).toBe('마지막 말');
});

test('a text that could not be sent before the tab was closed is taken up, and can be put aside', async ({
  page,
  context,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_FAILED/);
  // Too long for what a browser still sends for a page that is gone.
  const text = `${'서버에 있는 줄입니다.\n'.repeat(4_000)}끝`;
  const id = await begin(page, desk.url, text);
  const source = async () => (await draftOf(page.request, desk.url, id)).source;
  await context.route('**/api/drafts/**', (route) => route.abort());
  await page.keyboard.type(' 그리고 더');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'offline');
  await page.close();
  await context.unroute('**/api/drafts/**');
  expect(await source()).toBe(text);

  const next = await context.newPage();
  await openText(next, desk.url, id);
  await expect(next.getByText(saving.recovered)).toBeVisible();
  await expect(sourceOf(next)).toContainText('끝 그리고 더');
  await expectSaved(next);
  expect(await source()).toBe(`${text} 그리고 더`);
  await next.getByRole('button', { name: saving.undoRecovery }).click();
  await expect(sourceOf(next)).not.toContainText('그리고 더');
  await expect.poll(source).toBe(text);
  expect(await historyOf(next.request, desk.url, id)).toContain(`${text} 그리고 더`);
});

test('the back button leads to the text as it is by now', async ({ page, desk }) => {
  const id = await begin(page, desk.url, '처음');
  await page.keyboard.type(' 하나');
  await page.goto(`${desk.url}/write/`);
  await expect.poll(async () => (await draftOf(page.request, desk.url, id)).source).toBe('처음 하나');
  await putDraft(page.request, desk.url, id, { source: '처음 하나 둘' });
  await page.goBack();
  await expectText(sourceOf(page), '처음 하나 둘');
  await sourceOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' 셋');
  await expectSaved(page);
  expect((await draftOf(page.request, desk.url, id)).source).toBe('처음 하나 둘 셋');
});

test('a session that ends keeps the text, and the same member goes on with it', async ({
  page,
  context,
  browser,
  desk,
  trouble,
}) => {
  trouble.expect(/401/);
  const id = await begin(page, desk.url, '앞');
  const other = await newMember(browser, page, people.park);
  await context.clearCookies();
  await page.keyboard.type(' 뒤');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'signed-out');
  await expect(page.getByText(saving.signedOutExplained)).toBeVisible();

  // Somebody else at the same computer: nothing is saved in their name.
  const tab = await context.newPage();
  await signIn(tab, desk.url, people.park);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(stateOf(page)).toContainText(people.park.names.ko);
  expect((await draftOf(other.page.request, desk.url, id).catch(() => null))?.source).toBeUndefined();

  // The member again, in the tab that the notice opens.
  await context.clearCookies();
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: saving.signIn }).click();
  const doors = await opening;
  await signIn(doors, desk.url, people.kim);
  await doors.close();
  await page.bringToFront();
  await expectSaved(page);
  expect((await draftOf(page.request, desk.url, id)).source).toBe('앞 뒤');
  await other.context.close();
});

test('signing out names what was never sent, and another member sees nothing of it', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_FAILED/);
  const id = await begin(page, desk.url, '내 글');
  await page.route('**/api/drafts/**', (route) => route.abort());
  await page.keyboard.type(' 못 보낸 말');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'offline');
  await page.goto(`${desk.url}/signout/`);
  const link = page.locator(`a[href="/write/${id}/"]`);
  await expect(link).toBeVisible();
  await page.unroute('**/api/drafts/**');
  await link.click();
  await expectText(sourceOf(page), '내 글 못 보낸 말');
  await expectSaved(page);
  await page.goto(`${desk.url}/signout/`);
  await expect(page.getByRole('button', { name: word('ko', 'entry.signOut') })).toBeVisible();
  await expect(link).toHaveCount(0);
});

test('a browser that keeps nothing says so', async ({ page, desk }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const id = await begin(page, desk.url);
  await page.keyboard.type('글');
  await expect(page.getByText(saving.storageNone)).toBeVisible();
  await expectSaved(page);
  expect((await draftOf(page.request, desk.url, id)).source).toBe('글');
});

test('a full disk is said, readers go on, and the text is saved once there is room', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/503/);
  const id = await begin(page, desk.url, '앞');
  const refusal = { error: { code: 'unavailable', message: '서버가 지금 저장하지 못합니다.' } };
  await page.route('**/api/drafts/**', (route) => route.fulfill({ status: 503, json: refusal }));
  await page.keyboard.type(' 뒤');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'unavailable');
  await expect(page.getByText(refusal.error.message)).toBeVisible();
  await page.unroute('**/api/drafts/**');
  await page.getByRole('button', { name: saving.tryNow }).click();
  await expectSaved(page);
  expect((await draftOf(page.request, desk.url, id)).source).toBe('앞 뒤');
});

test('a text that is too large is kept, and saved once it is shorter', async ({ page, desk, trouble }) => {
  trouble.expect(/413/);
  // As long as may be.
  const text = `${'가나다라마바사아자차카타파하갸냐댜랴먀뱌\n'.repeat(47_619)}끝`;
  const id = await begin(page, desk.url, text);
  await page.keyboard.type(' 한 줄 더');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'too-large', { timeout: 60_000 });
  await expect(page.getByText(saving.tooLargeExplained)).toBeVisible();
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('맺');
  await expect(stateOf(page)).toHaveAttribute('data-status', 'saved', { timeout: 60_000 });
  expect((await draftOf(page.request, desk.url, id)).source.endsWith('\n맺')).toBe(true);
});
