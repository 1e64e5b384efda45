import { expect, type Browser, type BrowserContext, type Page } from 'playwright/test';
import { withOwnBlog, type Blog } from './blog';
import { test as base } from './test';
import { word, type Language } from './words';

/** Somebody who signs in. */
export interface Person {
  email: string;
  password: string;
  names: { ko: string; en: string };
}

/** People of the tests; none of their passwords is a common one. */
export const people = {
  kim: person('kim', '김하늘', 'Haneul Kim', 'kept in seven blue boats'),
  lee: person('lee', '이바다', 'Bada Lee', '물결 위에 놓인 사다리 하나'),
  park: person('park', '박나무', 'Namu Park', 'quiet gravel under lamp posts'),
} as const;

function person(name: string, ko: string, en: string, password: string): Person {
  return { email: `${name}@example.org`, password, names: { ko, en } };
}

/**
 * A test on a new, empty blog, which tests with the same `deskName` in one worker share; nobody administers it until
 * `setUp`. A file says `test.use({ deskName: 'its own name' })`, so that no other file has been there before.
 */
export const test = base.extend<object, { deskName: string; desk: Blog }>({
  deskName: ['', { scope: 'worker', option: true }],

  desk: [
    async ({ deskName }, use) => {
      if (deskName === '') throw new Error("Say test.use({ deskName: '…' }) in the file of the test.");
      await withOwnBlog(use);
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ desk }, use) => {
    await use(desk.url);
  },
});

export { expect } from 'playwright/test';

/** Origin of a page that is open. */
const origin = (page: Page) => new URL(page.url()).origin;

/** Waits until React has taken the page over: what is typed before could be lost. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('form, button')].some((it) =>
      Object.keys(it).some((key) => key.startsWith('__reactProps')),
    ),
  );
}

/** @returns the link that the server printed at its start on a blog without administrator. */
export async function setupLink(blog: Blog): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(() => (link = /\S+\/setup\/\?token=\S+/.exec(blog.printed())?.[0]), { message: 'no setup link' })
    .toBeDefined();
  return link ?? '';
}

/** Names the blog and makes its first administrator, in the browser; ends at the desk. */
export async function setUp(
  page: Page,
  blog: Blog,
  { email, password, names }: Person = people.kim,
  siteName = { ko: '함께 읽는 논문', en: 'Papers Together' },
): Promise<void> {
  await page.goto(await setupLink(blog));
  await settled(page);
  for (const language of ['ko', 'en'] as const) {
    await page.locator(`[name="siteName.${language}"]`).fill(siteName[language]);
    await page.locator(`[name="names.${language}"]`).fill(names[language]);
  }
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await page.getByRole('button', { name: word('ko', 'entry.setUp') }).click();
  await page.waitForURL('**/write/');
}

/** Signs in on the page of a language; ends where `next` leads. */
export async function signIn(
  page: Page,
  url: string,
  { email, password }: Pick<Person, 'email' | 'password'>,
  { next = '/write/', language = 'ko' }: { next?: string; language?: Language } = {},
): Promise<void> {
  await page.goto(`${url}${language === 'ko' ? '' : '/en'}/signin/?next=${encodeURIComponent(next)}`);
  await settled(page);
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await page.getByRole('button', { name: word(language, 'entry.signIn'), exact: true }).click();
  await page.waitForURL((there) => there.pathname + there.search === next);
}

/** Signs out by the button. */
export async function signOut(page: Page): Promise<void> {
  await page.goto(`${origin(page)}/signout/`);
  await settled(page);
  await page.getByRole('button', { name: word('ko', 'entry.signOut') }).click();
  await page.waitForURL((there) => there.pathname === '/');
}

type Role = 'member' | 'editor' | 'administrator';

/**
 * Invites somebody as whoever is signed in, without the pages; for tests that are about something else.
 *
 * @returns the link to pass on.
 */
export async function invite(page: Page, email: string, role: Role = 'member'): Promise<string> {
  const url = origin(page);
  const answer = await page.request.post(`${url}/api/invitations/`, {
    headers: { Origin: url },
    data: { email, role, language: 'ko', byMail: false },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { link: string }).link;
}

/** Accepts an invitation in the browser; ends at the desk. */
export async function accept(page: Page, link: string, { password, names }: Person): Promise<void> {
  await page.goto(link);
  await settled(page);
  for (const language of ['ko', 'en'] as const)
    await page.locator(`[name="names.${language}"]`).fill(names[language]);
  await page.locator('[name="password"]').fill(password);
  await page.getByRole('button', { name: word('ko', 'entry.accept') }).click();
  await page.waitForURL('**/write/');
}

/**
 * Makes a member, who is signed in in a browser context of its own.
 *
 * @param administrator a page of somebody who may invite.
 */
export async function newMember(
  browser: Browser,
  administrator: Page,
  someone: Person,
  role: Role = 'member',
): Promise<{ context: BrowserContext; page: Page }> {
  const link = await invite(administrator, someone.email, role);
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
  const page = await context.newPage();
  await accept(page, link, someone);
  return { context, page };
}
