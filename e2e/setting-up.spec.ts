import { people, setUp, setupLink, settled, signOut, test, expect } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ deskName: 'setting-up' });

const { kim } = people;

test('a made-up setup link makes nobody an administrator', async ({ page, desk }) => {
  await page.goto(`${desk.url}/setup/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'entry.setupLinkTitle'));
  await page.goto(`${desk.url}/en/setup/?token=${'A'.repeat(43)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('en', 'entry.setupLinkTitle'));
  await expect(page.locator('form')).toHaveCount(0);
  await page.goto(`${desk.url}/signin/`);
  await expect(page.getByText(word('ko', 'entry.setupHint'))).toBeVisible();
});

test('what was typed stays when something is wrong with it, and the input that is wrong has the focus', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/answer 422/);
  trouble.expect(/status of 422/);
  await page.goto(await setupLink(desk));
  await settled(page);
  await page.locator('[name="siteName.ko"]').fill('함께 읽는 논문');
  await page.locator('[name="names.ko"]').fill(kim.names.ko);
  await page.locator('[name="email"]').fill(kim.email);
  const password = page.locator('[name="password"]');
  const kept = page.locator('.rules [data-kept]');
  await password.fill('short');
  await expect(kept).toHaveCount(1);
  await password.fill(kim.email);
  await expect(kept).toHaveText([/10/]);
  await password.fill('password123');
  await expect(kept).toHaveCount(2);
  await page.getByRole('button', { name: word('ko', 'entry.setUp') }).click();
  await expect(page.getByText(word('ko', 'members.passwordCommon'))).toBeVisible();
  await expect(password).toBeFocused();
  await expect(page.locator('[name="siteName.ko"]')).toHaveValue('함께 읽는 논문');
  await expect(page.locator('[name="email"]')).toHaveValue(kim.email);
});

test('the first administrator names the blog, is at the desk, and the link is spent', async ({
  page,
  desk,
}) => {
  const link = await setupLink(desk);
  await setUp(page, desk);
  await expect(page.locator('.desk-head')).toContainText(kim.names.ko);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'entry.setupDoneTitle'));
  await page.goto(`${desk.url}/en/`);
  await expect(page.locator('.masthead-title')).toHaveText('Papers Together');

  // The token goes to nobody else, and the page is kept by nobody.
  const answer = await page.request.get(link);
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
  expect(answer.headers()['cache-control']).toContain('no-store');
});

test('settings that the administrator changes are what readers see', async ({ page, desk, browser }) => {
  await page.goto(`${desk.url}/signin/?next=/admin/settings/`);
  await settled(page);
  await page.locator('[name="email"]').fill(kim.email);
  await page.locator('[name="password"]').fill(kim.password);
  await page.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true }).click();
  await page.waitForURL(`${desk.url}/admin/settings/`);
  await settled(page);

  await page.locator('[name="name.ko"]').fill('논문 읽는 밤');
  await page.locator('[name="copyright"]').fill('© 논문 읽는 밤');
  for (const [index, label, href] of [
    [0, '소개', '/about'],
    [1, '밖', 'https://example.org/'],
  ] as const) {
    await page.getByRole('button', { name: word('ko', 'admin.addMenuItem') }).click();
    await expect(
      page
        .locator(`[name="menu.${index}.labels.ko"], .rows-item:nth-child(${index + 1}) [lang="ko"]`)
        .first(),
    ).toBeFocused();
    await page.keyboard.type(label);
    await page.locator(`[name="menu.${index}.href"]`).fill(href);
    await page.locator(`[name="menu.${index}.href"]`).blur();
  }
  await expect(page.locator('[data-destination="nowhere"]')).toHaveText(word('ko', 'admin.leadsNowhere'));
  // With the keyboard, and the focus stays with the row.
  const up = page.locator('.rows-item').nth(1).locator('[data-do="up"]');
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.rows-item').nth(0).locator('[data-do="up"]')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '밖' })).toHaveCount(1);

  await expect(page.getByText(word('ko', 'admin.unsaved'))).toBeVisible();
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.saved'))).toBeVisible();
  await expect(page.locator('[name="menu.1.href"]')).toHaveValue('/about/');

  const reader = await browser.newPage();
  await reader.goto(`${desk.url}/`);
  await expect(reader.locator('.masthead-title')).toHaveText('논문 읽는 밤');
  await expect(reader.locator('.menu li').nth(0)).toHaveText('밖');
  await expect(reader.locator('.menu li').nth(1)).toHaveText('소개');
  await expect(reader.locator('.colophon-small')).toContainText('© 논문 읽는 밤');
  await reader.close();

  await signOut(page);
  await page.goto(`${desk.url}/admin/settings/`);
  await expect(page).toHaveURL(`${desk.url}/signin/?next=%2Fadmin%2Fsettings%2F`);
});

test('two who change settings at once: the second learns of it and keeps what was typed', async ({
  page,
  desk,
  context,
  trouble,
}) => {
  trouble.expect(/answer 409/);
  trouble.expect(/status of 409/);
  await page.goto(`${desk.url}/signin/?next=/admin/settings/`);
  await settled(page);
  await page.locator('[name="email"]').fill(kim.email);
  await page.locator('[name="password"]').fill(kim.password);
  await page.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true }).click();
  await page.waitForURL(`${desk.url}/admin/settings/`);
  const other = await context.newPage();
  await other.goto(`${desk.url}/admin/settings/`);
  for (const [window, name] of [
    [page, '먼저'],
    [other, '나중'],
  ] as const) {
    await settled(window);
    await window.locator('[name="name.ko"]').fill(name);
    await window.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  }
  await expect(page.getByText(word('ko', 'admin.saved'))).toBeVisible();
  await expect(other.getByText(word('ko', 'settings.changedMeanwhile'))).toBeVisible();
  await expect(other.locator('[name="name.ko"]')).toHaveValue('나중');
  await page.goto(`${desk.url}/`);
  await expect(page.locator('.masthead-title')).toHaveText('먼저');
  await other.close();
});
