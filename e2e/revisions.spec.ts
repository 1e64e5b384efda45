import revisionWords from '../messages/revisions.ko.json' with { type: 'json' };
import { violations } from './support/axe';
import { beginPost, draftOf, expectSaved, putDraft } from './support/draft';
import { expectText, sourceOf } from './support/editor';
import { expect, people, setUp, signIn, test } from './support/members';

const { revisions: t } = revisionWords;

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.use({ deskName: 'revisions' });

const FIRST = '## 배경\n\n첫 문단입니다.\n\n식 $x^2$.\n';
const SECOND = '## 배경\n\n고친 첫 문단입니다.\n\n식 $x^2$.\n';
const THIRD = '## 배경\n\n고친 첫 문단입니다.\n\n식 $x^2$.\n\n새 문단입니다.\n';

const numbered = (message: string, number: number) => message.replace('{number}', String(number));
let id = '';

test('a text has a history', async ({ page, desk }) => {
  await setUp(page, desk);
  id = await beginPost(page.request, desk.url);
  await putDraft(page.request, desk.url, id, { title: '첫 제목', source: FIRST });
  await putDraft(page.request, desk.url, id, { title: '둘째 제목', source: SECOND, isApart: true });
  await putDraft(page.request, desk.url, id, { source: THIRD, isApart: true });
  await page.goto(`${desk.url}/write/${id}/revisions/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.title);
  const rows = page.getByRole('row').filter({ hasText: t.reasonAutosave });
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText(numbered(t.number, 3));
  await expect(rows.first()).toContainText(people.kim.names.ko);
  await expect(rows.first()).toContainText(t.isDraft);
  await expect(rows.first().locator('time')).toHaveAttribute('datetime', /^\d{4}-/);
});

test('any two revisions are compared, in their source and as readers see them', async ({ page, desk }) => {
  await signIn(page, desk.url, people.kim);
  await page.goto(`${desk.url}/write/${id}/revisions/`);
  await page.getByRole('radio', { name: numbered(t.chooseBefore, 1) }).check();
  await expect(page.getByRole('textbox', { name: numbered(t.number, 1) })).toContainText('첫 문단입니다.');
  const after = page.getByRole('textbox', { name: numbered(t.number, 3) });
  await expect(after.locator('.cm-changedText').first()).toContainText('고친');
  await expect(after).toContainText('새 문단입니다.');
  await expect(page.locator('.inline-diff del')).toContainText('첫');
  await expect(page.locator('.inline-diff ins')).toContainText('둘째');

  await page.getByRole('button', { name: t.rendered }).click();
  const changed = page.getByRole('group', { name: t.changedPart });
  await expect(changed).toHaveCount(2);
  await expect(changed.first()).toContainText('고친 첫 문단입니다.');
  await expect(changed.last()).toContainText(t.nothingHere);
  await expect(page.locator('.rendered-comparison .katex').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // One in the other on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: t.source }).click();
  await expect(page.locator('.comparison-box .cm-editor')).toHaveCount(1);
  await expect(page.locator('.comparison-box')).toContainText('고친 첫 문단입니다.');
  expect(await violations(page)).toEqual([]);
});

test('a revision is restored as a new one, after asking', async ({ page, desk }) => {
  await signIn(page, desk.url, people.kim);
  await page.goto(`${desk.url}/write/${id}/revisions/`);
  await page.getByRole('button', { name: numbered(t.restoreThis, 1) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t.cancel }).click();
  expect((await draftOf(page.request, desk.url, id)).source).toBe(THIRD);
  await page.getByRole('button', { name: numbered(t.restoreThis, 1) }).click();
  await dialog.getByRole('button', { name: t.restoreNow }).click();
  await page.waitForURL(`**/write/${id}/`);
  await expectText(sourceOf(page), FIRST);
  expect(await draftOf(page.request, desk.url, id)).toMatchObject({ title: '첫 제목', source: FIRST });
  await page.goto(`${desk.url}/write/${id}/revisions/`);
  await expect(page.getByRole('row').nth(1)).toContainText(t.reasonRestore);
  await expect(page.getByRole('row')).toHaveCount(5);
});

test('an editor that is open takes up what was restored', async ({ page, context, desk }) => {
  await signIn(page, desk.url, people.kim);
  await page.goto(`${desk.url}/write/${id}/`);
  await expectText(sourceOf(page), FIRST);
  const other = await context.newPage();
  await other.goto(`${desk.url}/write/${id}/revisions/`);
  await other.getByRole('button', { name: numbered(t.restoreThis, 3) }).click();
  await other.getByRole('dialog').getByRole('button', { name: t.restoreNow }).click();
  await other.waitForURL(`**/write/${id}/`);
  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expectText(sourceOf(page), THIRD);
  await expectSaved(page);
});
