import type { BrowserContext } from 'playwright/test';
import { blogEnvironment, runScript } from './blog';
import { place, type BlogName } from './places';

/** The data that a blog of the tests is served from. */
export function dataDirOf(blog: BlogName): string {
  return place(blog, 'pristine').replace(/-pristine$/, '');
}

/** Makes a member of a blog and signs the browser in as them. */
export async function signIn(
  context: BrowserContext,
  {
    name = '김한결',
    role = 'member',
    language = 'ko',
    blog = 'blog',
  }: { name?: string; role?: 'member' | 'editor' | 'administrator'; language?: string; blog?: BlogName } = {},
): Promise<void> {
  const url = place(blog);
  const printed = await runScript(
    'e2e/support/join.ts',
    [name, role, language],
    blogEnvironment(dataDirOf(blog), url),
  );
  const [pair = ''] = printed.trim().split(';');
  const at = pair.indexOf('=');
  await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url }]);
}
