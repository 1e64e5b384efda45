import { accept, expect, newMember, people, settled, setUp, signIn, test } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ deskName: 'members' });

const { kim, lee, park } = people;

test('somebody is invited by a link, accepts it in another browser, and is listed', async ({
  page,
  desk,
  browser,
}) => {
  await setUp(page, desk);
  await page.goto(`${desk.url}/admin/members/`);
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.invite') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(word('ko', 'admin.inviteEmail')).fill('Lee@Example.org ');
  await dialog.getByLabel(word('ko', 'admin.roleEditor'), { exact: true }).check();
  await dialog.getByRole('button', { name: word('ko', 'admin.inviteByLink') }).click();
  const link = await page.getByRole('textbox', { name: word('ko', 'admin.link') }).inputValue();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invite\/[\w-]{43}\/$/);
  await page.keyboard.press('Escape');
  const open = page.getByRole('list', { name: word('ko', 'admin.openInvitations') });
  await expect(open).toContainText(lee.email);
  await expect(open).not.toContainText(link.split('/').at(-2) ?? 'link');

  const context = await browser.newContext({ locale: 'en-US' });
  const guest = await context.newPage();
  await guest.goto(link.replace('/invite/', '/en/invite/'));
  await expect(guest.getByText(kim.names.en)).toBeVisible();
  await expect(guest.getByText(lee.email)).toBeVisible();
  await expect(guest.getByText(word('en', 'admin.roleEditor'), { exact: true })).toBeVisible();
  // Mail scanners open links; that spends nothing.
  await guest.reload();
  await accept(guest, link, lee);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'entry.linkTitle'));
  await context.close();

  await page.reload();
  const row = page
    .getByRole('list', { name: word('ko', 'admin.members') })
    .getByRole('listitem', {})
    .filter({
      hasText: lee.names.ko,
    });
  await expect(row).toContainText(word('ko', 'admin.roleEditor'));
  await expect(open).toHaveCount(0);
});

test('an invitation that is withdrawn lets nobody in', async ({ page, desk, browser }) => {
  await signIn(page, desk.url, kim, { next: '/admin/members/' });
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.invite') }).click();
  await page.getByRole('dialog').getByLabel(word('ko', 'admin.inviteEmail')).fill('gone@example.org');
  await page.keyboard.press('Enter');
  const link = await page.getByRole('textbox', { name: word('ko', 'admin.link') }).inputValue();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: word('ko', 'admin.revokeNamed', { email: 'gone@example.org' }) })
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'gone@example.org' })).toBeVisible();
  const guest = await browser.newPage();
  await guest.goto(link);
  await expect(guest.getByText(word('ko', 'entry.inviteSpent'))).toBeVisible();
  await guest.close();
});

test('a suspended member is out at the next click, and in again when that is undone', async ({
  page,
  desk,
  browser,
  trouble,
}) => {
  await signIn(page, desk.url, kim, { next: '/admin/members/' });
  const { page: theirs, context } = await newMember(browser, page, park);
  await page.reload();
  await settled(page);
  const manage = page.getByRole('button', {
    name: word('ko', 'admin.manageNamed', { name: park.names.ko }),
  });
  await manage.click();
  await page.getByRole('button', { name: word('ko', 'admin.suspend'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.stateSuspended'))).toBeVisible();

  await theirs.goto(`${desk.url}/write/`);
  await expect(theirs).toHaveURL(/\/signin\//);
  await settled(theirs);
  await theirs.locator('[name="email"]').fill(park.email);
  await theirs.locator('[name="password"]').fill(park.password);
  await theirs.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true }).click();
  await expect(theirs.getByText(word('ko', 'members.suspended'))).toBeVisible();

  await manage.click();
  await page.getByRole('button', { name: word('ko', 'admin.reactivate'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.stateSuspended'))).toHaveCount(0);
  await theirs.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true }).click();
  await theirs.waitForURL('**/write/');
  await context.close();
  expect(trouble.list).toEqual([]);
});

test('administration is not there for those who do not administer', async ({ page, desk, trouble }) => {
  trouble.expect(/answer 404/);
  trouble.expect(/status of 404/);
  await signIn(page, desk.url, lee);
  await expect(page.locator('.desk-menu')).not.toContainText(word('ko', 'desk.admin'));
  for (const path of [
    '/admin/',
    '/admin/members/',
    '/admin/settings/',
    '/admin/categories/',
    '/admin/audit/',
  ]) {
    const answer = await page.goto(desk.url + path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'desk.notFoundTitle'));
  }
});
