import { expect, people, settled, setUp, signIn, test } from './support/members';
import { word } from './support/words';

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.use({ deskName: 'profile' });

const { kim } = people;

test('what a member says of oneself is on the author page at once', async ({ page, desk, browser }) => {
  await setUp(page, desk);
  await page.goto(`${desk.url}/write/profile/`);
  await settled(page);
  const before = await page.locator('[name="handle"]').inputValue();
  const reader = await browser.newPage();
  await reader.goto(`${desk.url}/authors/${encodeURIComponent(before)}/`);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(kim.names.ko);

  await page.locator('[name="names.ko"]').fill('김하늘빛');
  await page.locator('[name="handle"]').fill('하늘빛');
  await page.locator('[name="about.ko"]').fill('그림 만드는 모델을 읽습니다.');
  for (const [label, url] of [
    ['집', 'https://example.org/home'],
    ['', 'mailto:kim@example.org'],
  ]) {
    await page.getByRole('button', { name: word('ko', 'profile.addLink') }).click();
    const row = page.locator('.rows-item').last();
    await row.getByLabel(word('ko', 'profile.linkLabel')).fill(label ?? '');
    await row.getByLabel(word('ko', 'profile.linkUrl')).fill(url ?? '');
  }
  await page.locator('.rows-item').last().locator('[data-do="up"]').press('Enter');
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.saved'))).toBeVisible();

  // The address from before leads to the new one.
  await reader.reload();
  await expect(reader).toHaveURL(`${desk.url}/authors/${encodeURIComponent('하늘빛')}/`);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('김하늘빛');
  await expect(reader.getByText('그림 만드는 모델을 읽습니다.')).toBeVisible();
  await expect(reader.locator('.author-links li')).toHaveText(['kim@example.org', '집']);
  await reader.close();
});

test('a picture is chosen, seen at once, and shown to readers once it is saved', async ({
  page,
  desk,
  trouble,
}) => {
  trouble.expect(/answer 415/);
  trouble.expect(/status of 415/);
  await signIn(page, desk.url, kim, { next: '/write/profile/' });
  await settled(page);
  const choose = page.locator('input[type="file"]');
  // What it is called says nothing of what it is.
  await choose.setInputFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: Buffer.from('MZ not a picture'),
  });
  await expect(page.locator('.picture-field [role="alert"]')).not.toBeEmpty();
  await choose.setInputFiles('e2e/fixtures/hugo-site/static/assets/img/minseo.png');
  const picture = page.locator('.picture-field img');
  await expect(picture).toBeVisible();
  await expect(page.locator('.picture-field [role="alert"]')).toBeEmpty();
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.saved'))).toBeVisible();
  const src = await picture.getAttribute('src');
  await page.goto(`${desk.url}/authors/${encodeURIComponent('하늘빛')}/`);
  await expect(page.locator(`main img.avatar[src="${src}"]`)).toBeVisible();
});

test('a link that runs is refused where it stands', async ({ page, desk, trouble }) => {
  trouble.expect(/answer 422/);
  trouble.expect(/status of 422/);
  await signIn(page, desk.url, kim, { next: '/write/profile/' });
  await settled(page);
  await page.locator('[name="links"]').first().fill('javascript:alert(1)');
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByText(word('ko', 'members.linkAddress'))).toBeVisible();
  await expect(page.locator('[name="links"]').first()).toHaveValue('javascript:alert(1)');
  await page.locator('[name="links"]').first().fill('mailto:kim@example.org');
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByText(word('ko', 'admin.saved'))).toBeVisible();
});

test('the desk speaks the language that a member chooses', async ({ page, desk }) => {
  await signIn(page, desk.url, kim, { next: '/write/profile/' });
  await settled(page);
  await page.locator('[name="language"]').selectOption('en');
  await page.getByRole('button', { name: word('ko', 'admin.save'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('en', 'profile.title'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await settled(page);
  await page.locator('[name="language"]').selectOption('ko');
  await page.getByRole('button', { name: word('en', 'admin.save'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(word('ko', 'profile.title'));
});

test('a changed password ends sessions elsewhere, not this one; everywhere ends this one too', async ({
  page,
  desk,
  browser,
  trouble,
}) => {
  trouble.expect(/answer 422/);
  trouble.expect(/status of 422/);
  await signIn(page, desk.url, kim, { next: '/write/profile/' });
  const context = await browser.newContext({ locale: 'ko-KR' });
  const other = await context.newPage();
  await signIn(other, desk.url, kim);
  await settled(page);
  const form = page.locator('form').filter({ has: page.locator('[name="password"]') });
  const changed = 'seventeen quiet umbrellas';
  await form.locator('[name="currentPassword"]').fill('not the password');
  await form.locator('[name="password"]').fill(changed);
  await form.getByRole('button', { name: word('ko', 'profile.changePassword') }).click();
  await expect(page.getByText(word('ko', 'members.passwordWrong'))).toBeVisible();
  await form.locator('[name="currentPassword"]').fill(kim.password);
  await form.getByRole('button', { name: word('ko', 'profile.changePassword') }).click();
  await expect(page.getByText(word('ko', 'profile.passwordChanged'))).toBeVisible();

  await other.goto(`${desk.url}/write/`);
  await expect(other).toHaveURL(/\/signin\//);
  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(`${desk.url}/write/profile/`);

  const email = page.locator('form').filter({ has: page.locator('[name="email"]') });
  await email.locator('[name="email"]').fill('sky@example.org');
  await email.locator('[name="currentPassword"]').fill(changed);
  await email.getByRole('button', { name: word('ko', 'profile.changeEmail') }).click();
  await expect(page.getByRole('status').filter({ hasText: 'sky@example.org' })).toBeVisible();
  await signIn(other, desk.url, { email: 'sky@example.org', password: changed });

  await page.getByRole('button', { name: word('ko', 'profile.signOutEverywhere') }).click();
  await page.waitForURL('**/signin/');
  await other.goto(`${desk.url}/write/`);
  await expect(other).toHaveURL(/\/signin\//);
  await context.close();
});
