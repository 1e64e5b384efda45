import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright/test';
import { browserOptions } from '../scripts/lib/browser';
import { blogEnvironment, runScript, startBlog, type Blog } from './support/blog';
import { beginPost, draftOf, expectSaved, openText, saving, stateOf } from './support/draft';
import { sourceOf } from './support/editor';
import { expect, test } from './support/test';

// The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ timeout: 120_000 });

/** A blog of the test's own, which it may kill. */
async function withBlog(use: (blog: Blog) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nonmun-e2e-crash-'));
  try {
    await use(await startBlog(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The cookie by which a new member of a blog is signed in. */
async function cookieOf({ url, dataDir }: Blog) {
  const printed = await runScript('e2e/support/join.ts', ['김한결', 'member'], blogEnvironment(dataDir, url));
  const [name = '', value = ''] = (printed.split(';')[0] ?? '').split(/=(.*)/s);
  return { name, value, url, httpOnly: true, sameSite: 'Lax' as const };
}

/** Types one letter after the other. @returns them, and when each was typed. */
async function typeFor(page: Page, milliseconds: number) {
  const typed: { letter: string; at: number }[] = [];
  const start = Date.now();
  for (let i = 0; Date.now() - start < milliseconds; i += 1) {
    const letter = String.fromCharCode(97 + (i % 26));
    await page.keyboard.type(letter);
    typed.push({ letter, at: Date.now() });
  }
  return typed;
}

/** Milliseconds between the first letter that is missing and the crash; 0 when none is. */
function lostTime(typed: { letter: string; at: number }[], kept: string, crashedAt: number): number {
  const all = typed.map(({ letter }) => letter).join('');
  expect(all.startsWith(kept)).toBe(true);
  const missing = typed[kept.length];
  return missing === undefined ? 0 : crashedAt - missing.at;
}

test('a server that is killed while somebody types loses nothing; the text is saved once it is back', async ({
  browser,
}) => {
  await withBlog(async (blog) => {
    const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
    await context.addCookies([await cookieOf(blog)]);
    const page = await context.newPage();
    const id = await beginPost(page.request, blog.url);
    await openText(page, blog.url, id);
    const before = await typeFor(page, 4_000);
    await blog.kill();
    const after = await typeFor(page, 2_000);
    await expect(stateOf(page)).toHaveAttribute('data-status', 'offline', { timeout: 20_000 });
    const again = await startBlog(blog.dataDir, { PORT: new URL(blog.url).port });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectSaved(page);
    const { source } = await draftOf(page.request, blog.url, id);
    expect(source).toBe([...before, ...after].map(({ letter }) => letter).join(''));
    await context.close();
    await again.stop();
  });
});

/** A browser of the test's own with a profile on disk, in a group of processes that can be killed at once. */
async function startBrowser(profile: string): Promise<{ browser: Browser; kill: () => Promise<void> }> {
  const { executablePath, args } = browserOptions();
  const child: ChildProcess = spawn(
    executablePath,
    [...args, '--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  process.once('exit', end);
  const address = await new Promise<string>((found, failed) => {
    let output = '';
    child.once('exit', () => failed(new Error(`The browser ended:\n${output}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const match = /DevTools listening on (\S+)/.exec(output);
      if (match?.[1]) found(match[1]);
    });
  });
  return {
    browser: await chromium.connectOverCDP(address),
    kill: async () => {
      process.off('exit', end);
      const gone = once(child, 'exit');
      end();
      await gone;
    },
  };
}

test('a browser that is killed while somebody types loses the last second at most', async ({
  browserName: _,
}, testInfo) => {
  const profile = await mkdtemp(join(tmpdir(), 'nonmun-e2e-profile-'));
  try {
    await withBlog(async (blog) => {
      const cookie = await cookieOf(blog);
      const open = async () => {
        const started = await startBrowser(profile);
        const context = started.browser.contexts()[0];
        if (!context) throw new Error('The browser has no context.');
        await context.addCookies([cookie]);
        return { ...started, context, page: await context.newPage() };
      };

      const first = await open();
      const id = await beginPost(first.context.request, blog.url);
      await openText(first.page, blog.url, id);
      // The server gets nothing, so that only the browser's own storage can have it.
      await first.context.route('**/api/drafts/**', (route) => route.abort());
      const typed = await typeFor(first.page, 5_000);
      const crashedAt = Date.now();
      await first.kill();

      const second = await open();
      expect((await draftOf(second.context.request, blog.url, id)).source).toBe('');
      await openText(second.page, blog.url, id);
      await expect(second.page.getByText(saving.recovered)).toBeVisible();
      await expectSaved(second.page);
      const { source } = await draftOf(second.context.request, blog.url, id);
      await expect(sourceOf(second.page)).toContainText(source);
      const lost = lostTime(typed, source, crashedAt);
      testInfo.annotations.push({
        type: 'lost',
        description: `${typed.length - source.length} of ${typed.length} letters, the last ${lost} ms`,
      });
      expect(lost).toBeLessThanOrEqual(1_000);
      await second.kill();
      await blog.stop();
    });
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
