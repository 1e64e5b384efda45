import type { Browser, BrowserContext, Locator, Page } from 'playwright/test';
import { blogEnvironment, runScript, withOwnBlog, type Blog } from './blog';
import { place } from './places';
import { expect, test as base } from './test';

/** Someone who writes: their own browser, and its first page. */
export interface Writer {
  context: BrowserContext;
  page: Page;
}

type Role = 'member' | 'editor' | 'administrator';

/** Tests over a blog of their own, which they may change; `page` is a reader's, without an account. */
export const test = base.extend<
  { enter: (name: string, role?: Role, more?: { language?: string; timeZone?: string }) => Promise<Writer> },
  { own: Blog }
>({
  own: [
    ({ browserName: _ }, use) => withOwnBlog(use, place('blog', 'pristine')),
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ own }, use) => {
    await use(own.url);
  },

  /** Makes a member and signs them in, in a browser of their own. */
  enter: async ({ own, browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, role = 'member', { language = 'ko', timeZone = 'Asia/Seoul' } = {}) => {
      const context = await signedIn(browser, own, [name, role, language, timeZone]);
      contexts.push(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

async function signedIn(browser: Browser, { url, dataDir }: Blog, who: string[]): Promise<BrowserContext> {
  const cookie = await runScript('e2e/support/join.ts', who, blogEnvironment(dataDir, url));
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
  const context = await browser.newContext({ baseURL: url, locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** Changes settings of a blog from outside. */
export async function change({ url, dataDir }: Blog, settings: Record<string, unknown>): Promise<void> {
  await runScript('e2e/support/set.ts', [JSON.stringify(settings)], blogEnvironment(dataDir, url));
}

/** Begins a post from the desk and types a title and a text. */
export async function begin(page: Page, title: string, text: string): Promise<void> {
  await page.goto('/write/');
  await page.getByRole('button', { name: '새 글' }).click();
  await page.waitForURL(/\/write\/[0-9a-f-]{36}\/$/);
  const body = page.locator('.cm-content');
  await body.click();
  await page.keyboard.insertText(text);
  await page.getByRole('textbox', { name: '제목' }).fill(title);
  await expect(body).toContainText(text.split('\n')[0] ?? '');
  await expect(page.locator('.saved-state')).toHaveAttribute('data-status', 'saved');
}

/** Opens the dialog of publishing. */
export async function openPublishing(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /발행…$/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Publishes what is open in the editor. @returns the address of the page, decoded. */
export async function publish(page: Page): Promise<string> {
  const dialog = await openPublishing(page);
  await dialog.getByRole('button', { name: /^(발행|고친 내용 발행|승인하고 발행)$/ }).click();
  await expect(dialog.getByText('발행했습니다.')).toBeVisible();
  const address = await dialog.getByRole('textbox', { name: '글의 주소' }).inputValue();
  await dialog.getByRole('button', { name: '닫기' }).last().click();
  return decodeURI(new URL(address).pathname);
}

/** Shows the details of what is open in the editor. */
export async function openDetails(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '글 정보' }).click();
  return page.getByRole('region', { name: '글 정보' });
}
