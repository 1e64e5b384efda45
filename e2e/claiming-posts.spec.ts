import { withOwnBlog, type Blog } from './support/blog';
import { accept, expect, newMember, people, settled, setUp, signIn, test as base } from './support/members';
import { place } from './support/places';
import { word } from './support/words';

/** A blog with imported authors that no other test reads. */
const test = base.extend<object, { desk: Blog }>({
  desk: [
    ({ browserName: _ }, use) => withOwnBlog(use, place('blog', 'pristine')),
    { scope: 'worker', timeout: 90_000 },
  ],
});

// One after the other, on one blog.
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const { kim, lee, park } = people;

test('whoever wrote imported posts is invited as their author, and they are hers', async ({
  page,
  desk,
  browser,
}) => {
  await setUp(page, desk);
  await page.goto(`${desk.url}/admin/members/`);
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.manageNamed', { name: '윤민서' }) }).click();
  await page.getByRole('button', { name: word('ko', 'admin.inviteAuthor') }).click();
  await page.getByRole('dialog').getByLabel(word('ko', 'admin.inviteEmail')).fill(lee.email);
  await page.getByRole('button', { name: word('ko', 'admin.inviteByLink') }).click();
  const link = await page.getByRole('textbox', { name: word('ko', 'admin.link') }).inputValue();

  const context = await browser.newContext({ locale: 'ko-KR' });
  const guest = await context.newPage();
  await guest.goto(link);
  await expect(guest.getByText(word('ko', 'entry.authorNote'))).toBeVisible();
  await expect(guest.locator('[name="names.ko"]')).toHaveValue('윤민서');
  await accept(guest, link, { ...lee, names: { ko: '윤민서', en: 'Minseo Yoon' } });
  await guest.goto(`${desk.url}/authors/${encodeURIComponent('윤민서')}/`);
  await expect(guest.locator('main article').first()).toBeVisible();
  await context.close();
  await page.reload();
  const members = page.getByRole('list', { name: word('ko', 'admin.members') });
  await expect(members.getByRole('listitem').filter({ hasText: lee.email })).toContainText('윤민서');
});

test('imported posts are handed to a member, and the author’s address leads to the member', async ({
  page,
  desk,
  browser,
}) => {
  await signIn(page, desk.url, kim, { next: '/admin/members/' });
  const { context } = await newMember(browser, page, park);
  await context.close();
  const authored = `${desk.url}/authors/${encodeURIComponent('서태양')}/`;
  await page.goto(authored);
  const title = await page.locator('main article h2').first().textContent();
  await page.goto(`${desk.url}/admin/members/`);
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'admin.manageNamed', { name: '서태양' }) }).click();
  await page.getByLabel(word('ko', 'admin.handOverTo')).selectOption({ label: park.names.ko });
  await page.getByRole('button', { name: word('ko', 'admin.handOver'), exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: park.names.ko })).toBeVisible();
  await expect(page.getByText(word('ko', 'admin.importedAuthors'))).toHaveCount(0);

  await page.goto(authored);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(park.names.ko);
  await expect(page.locator('main article h2').first()).toHaveText(title ?? '');
});
