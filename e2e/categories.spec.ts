import { withOwnBlog, type Blog } from './support/blog';
import { expect, people, settled, setUp, signIn, test as base } from './support/members';
import { paths, place } from './support/places';
import { word } from './support/words';

/** A blog with posts that no other test reads. */
const test = base.extend<object, { desk: Blog }>({
  desk: [
    ({ browserName: _ }, use) => withOwnBlog(use, place('blog', 'pristine')),
    { scope: 'worker', timeout: 90_000 },
  ],
});

// One after the other, on one blog.
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const { kim } = people;

test('a category is added, put in order, and removed again', async ({ page, desk }) => {
  await setUp(page, desk);
  await page.goto(`${desk.url}/admin/categories/`);
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.addCategory') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name="names.ko"]').fill('언어 모델');
  await expect(dialog.locator('[name="slug"]')).toHaveValue('언어-모델');
  await dialog.locator('[name="names.en"]').fill('Language models');
  await expect(dialog.locator('[name="slug"]')).toHaveValue('language-models');
  await dialog.getByRole('button', { name: word('ko', 'admin.save') }).click();
  const list = page.getByRole('list', { name: word('ko', 'admin.categories') });
  await expect(list.getByRole('listitem').last()).toContainText('/language-models/');

  await list.getByRole('listitem').last().locator('[data-do="up"]').focus();
  const ordered = page.waitForResponse('**/api/categories/order/');
  await page.keyboard.press('Enter');
  await ordered;
  await expect(list.getByRole('listitem').nth(-2)).toContainText('언어 모델');
  await page.goto(`${desk.url}/categories/`);
  await expect(page.locator('.ledger li').nth(-2)).toContainText('언어 모델');
  await page.goto(`${desk.url}/en/language-models/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Language models');

  await page.goto(`${desk.url}/admin/categories/`);
  await settled(page);
  await page.getByRole('button', { name: `언어 모델 ${word('ko', 'admin.remove')}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: word('ko', 'admin.remove'), exact: true })
    .click();
  await expect(list).not.toContainText('언어 모델');
});

test('a category under another address: posts, feed, months and menu move, and old addresses lead there', async ({
  page,
  desk,
  browser,
}) => {
  const reader = await browser.newPage();
  await reader.goto(desk.url + encodeURI(paths.everything));
  const title = await reader.getByRole('heading', { level: 1 }).textContent();

  await signIn(page, desk.url, kim, { next: '/admin/categories/' });
  await settled(page);
  const row = page
    .getByRole('list', { name: word('ko', 'admin.categories') })
    .getByRole('listitem')
    .filter({ hasText: '/ai/' });
  await row.locator('[data-do="change"]').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name="slug"]').fill('deep-learning');
  await expect(dialog.getByText('/deep-learning/')).toBeVisible();
  await dialog.getByRole('button', { name: word('ko', 'admin.save') }).click();
  await expect(page.getByRole('list', { name: word('ko', 'admin.categories') })).toContainText(
    '/deep-learning/',
  );

  for (const [from, to] of [
    [paths.everything, paths.everything.replace('/ai/', '/deep-learning/')],
    ['/ai/', '/deep-learning/'],
    ['/ai/2023-03/', '/deep-learning/2023-03/'],
    ['/en/ai/', '/en/deep-learning/'],
  ] as const) {
    const answer = await page.request.get(desk.url + encodeURI(from), { maxRedirects: 0 });
    expect(answer.status(), from).toBe(308);
    expect(answer.headers()['location'], from).toMatch(new RegExp(`${encodeURI(to)}$`));
  }
  const feed = await page.request.get(`${desk.url}/ai/index.xml`);
  expect(feed.url()).toBe(`${desk.url}/deep-learning/index.xml`);
  expect(await feed.text()).toContain(encodeURI(paths.everything.replace('/ai/', '/deep-learning/')));

  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  await expect(reader.locator('.menu a[href="/deep-learning/"]')).toHaveCount(1);
  await reader.close();
});

test('an address that is taken or belongs to the blog itself is refused', async ({ page, desk, trouble }) => {
  trouble.expect(/answer 4(?:09|22)/);
  trouble.expect(/status of 4(?:09|22)/);
  await signIn(page, desk.url, kim, { next: '/admin/categories/' });
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.addCategory') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[name="names.ko"]').fill('새 분류');
  for (const [slug, key] of [
    ['ai', 'categories.slugTaken'],
    ['about', 'categories.slugTaken'],
    ['Big Letters', 'categories.slugInvalid'],
  ] as const) {
    await dialog.locator('[name="slug"]').fill(slug);
    await dialog.getByRole('button', { name: word('ko', 'admin.save') }).click();
    await expect(dialog.getByText(word('ko', key))).toBeVisible();
    await expect(dialog.locator('[name="slug"]')).toBeFocused();
  }
});

test('the log tells who did it, and narrows to one thing', async ({ page, desk }) => {
  await signIn(page, desk.url, kim, { next: '/admin/audit/' });
  const moved = page.getByRole('listitem').filter({ hasText: 'deep-learning' });
  await expect(moved).toContainText(kim.names.ko);
  await expect(moved).toContainText('ai');
  await moved.getByRole('link', { name: /이력|기록/ }).click();
  await expect(page).toHaveURL(/subject=category/);
  await expect(page.getByText(word('ko', 'audit.onlySubject'))).toBeVisible();
  await expect(page.locator('.audit-day li').first()).toContainText('deep-learning');

  await page.getByLabel(word('ko', 'audit.who')).selectOption('import');
  await page.getByRole('button', { name: word('ko', 'audit.show'), exact: true }).click();
  await expect(page.locator('.audit-day li')).toHaveCount(1);

  await page.goto(`${desk.url}/admin/audit/?actor=import`);
  const first = await page.locator('.audit-day li').count();
  expect(first).toBe(50);
  await page.getByRole('link', { name: word('ko', 'audit.older') }).click();
  await expect(page.locator('.audit-day li').first()).toContainText(word('ko', 'audit.byImport'));
});
