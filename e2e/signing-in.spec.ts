import { expect, newMember, people, settled, setUp, signIn, signOut, test } from './support/members';
import { address, languages, word } from './support/words';

// One after the other, on one new blog: attempts are counted.
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ deskName: 'signing-in' });

const { kim, lee } = people;

test('signing in leads on to where one wanted to go, and only within the site', async ({ page, desk }) => {
  await setUp(page, desk);
  await signOut(page);
  await signIn(page, desk.url, kim, { next: '/write/profile/' });
  await signOut(page);
  for (const next of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
  ]) {
    await page.goto(`${desk.url}/signin/?next=${encodeURIComponent(next)}`);
    await settled(page);
    await page.locator('[name="email"]').fill(kim.email);
    await page.locator('[name="password"]').fill(kim.password);
    await page.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true }).click();
    await page.waitForURL(`${desk.url}/write/`);
    await signOut(page);
  }
  // Signed in already: no need to do it again.
  await signIn(page, desk.url, kim);
  await page.goto(`${desk.url}/signin/?next=/write/profile/`);
  await expect(page).toHaveURL(`${desk.url}/write/profile/`);
});

test.describe('signed out', () => {
  for (const language of languages) {
    test(`a wrong password and an unknown e-mail say the same, and the e-mail stays (${language})`, async ({
      page,
      desk,
      trouble,
    }) => {
      trouble.expect(/answer 422/);
      trouble.expect(/status of 422/);
      for (const email of [kim.email, 'nobody@example.org']) {
        await page.goto(desk.url + address(language, '/signin/'));
        await settled(page);
        await page.locator('[name="email"]').fill(email);
        await page.locator('[name="password"]').fill('not the password');
        await page.getByRole('button', { name: word(language, 'entry.signIn'), exact: true }).click();
        await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
          word(language, 'members.credentials'),
        );
        await expect(page.locator('[name="email"]')).toHaveValue(email);
        await expect(page.locator('[name="password"]')).toHaveValue('not the password');
      }
    });
  }

  test('the password can be looked at, and never stands in an address', async ({ page, desk }) => {
    await page.goto(`${desk.url}/signin/`);
    const password = page.locator('[name="password"]');
    await expect(password).toHaveAttribute('type', 'password');
    await expect(password).toHaveAttribute('autocomplete', 'current-password');
    await expect(page.locator('[name="email"]')).toHaveAttribute('autocomplete', 'username');
    await settled(page);
    await page.getByRole('button', { name: word('ko', 'entry.showPassword') }).click();
    await expect(password).toHaveAttribute('type', 'text');
    await expect(page.locator('form')).toHaveAttribute('method', 'post');
  });

  test('what went wrong with an account elsewhere is said', async ({ page, desk }) => {
    for (const [code, key] of [
      ['not-invited', 'entry.faultNotInvited'],
      ['suspended', 'entry.faultSuspended'],
      ['made-up', 'entry.faultElsewhere'],
    ] as const) {
      await page.goto(`${desk.url}/en/signin/?error=${code}`);
      await expect(page.getByText(word('en', key))).toBeVisible();
    }
  });

  test('too many wrong passwords for one account are stopped for a while, even with the right one', async ({
    page,
    desk,
    trouble,
  }) => {
    trouble.expect(/answer 4\d\d/);
    trouble.expect(/status of 4\d\d/);
    await page.goto(`${desk.url}/signin/`);
    await settled(page);
    await page.locator('[name="email"]').fill('lee@example.org');
    const alert = page.getByRole('alert').filter({ hasText: /./ });
    const submit = page.getByRole('button', { name: word('ko', 'entry.signIn'), exact: true });
    const throttled = new RegExp(word('ko', 'members.throttled').split('{')[0] ?? '');
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await page.locator('[name="password"]').fill(`wrong number ${attempt}`);
      const answer = page.waitForResponse('**/api/session/');
      await submit.click();
      const { status } = { status: (await answer).status() };
      if (status === 429) break;
      expect(status).toBe(422);
    }
    await expect(alert).toHaveText(throttled);
    await expect(page.locator('[name="email"]')).toHaveValue('lee@example.org');
  });

  test('a password link asks an administrator where the blog sends no mail', async ({ page, desk }) => {
    await page.goto(`${desk.url}/password/`);
    await settled(page);
    await page.locator('[name="email"]').fill('nobody@example.org');
    await page.getByRole('button', { name: word('ko', 'entry.askPassword') }).click();
    await expect(page.getByRole('status')).toHaveText(word('ko', 'entry.passwordNotMailed'));
  });
});

test('a password link sets a password once; sessions from before end', async ({ page, desk, browser }) => {
  await signIn(page, desk.url, kim, { next: '/admin/members/' });
  const someone = { ...lee, email: 'bada@example.org' };
  const member = await newMember(browser, page, someone);
  await page.reload();
  await settled(page);
  await page
    .getByRole('button', { name: word('ko', 'admin.manageNamed', { name: someone.names.ko }) })
    .click();
  await page.getByRole('button', { name: word('ko', 'admin.passwordLink') }).click();
  const link = await page.getByRole('textbox', { name: word('ko', 'admin.link') }).inputValue();

  const elsewhere = await browser.newPage();
  await elsewhere.goto(link);
  await settled(elsewhere);
  await expect(elsewhere.getByText(someone.email)).toBeVisible();
  await elsewhere.locator('[name="password"]').fill('a lighthouse made of paper');
  await elsewhere.getByRole('button', { name: word('ko', 'entry.setPassword') }).click();
  await elsewhere.waitForURL('**/write/');

  await member.page.goto(`${desk.url}/write/`);
  await expect(member.page).toHaveURL(/\/signin\//);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'entry.linkTitle'));
  await elsewhere.close();
  await member.context.close();
});
