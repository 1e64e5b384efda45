import { test as base, type BrowserContext } from 'playwright/test';
import { place, type BlogName } from './places';

/** What a page did that no reading page may do. */
export interface Trouble {
  /** So far, in words. */
  readonly list: string[];
  /** Lets one kind of trouble pass, which then has to come. */
  expect(pattern: RegExp): void;
}

/**
 * A test that fails when any of its pages writes a warning or an error to the console (violations of the content
 * policy come there too), throws, opens a dialog, fails to load something, or asks another origin for anything.
 */
export const test = base.extend<{ blog: BlogName; trouble: Trouble }>({
  blog: ['blog', { option: true }],

  baseURL: async ({ blog }, use) => {
    await use(place(blog));
  },

  trouble: [
    async ({ context, baseURL }, use) => {
      const list: string[] = [];
      const expected: RegExp[] = [];
      watch(context, new URL(baseURL ?? '').origin, (what) => list.push(what));
      await use({ list, expect: (pattern) => expected.push(pattern) });

      const unexpected = list.filter((what) => !expected.some((pattern) => pattern.test(what)));
      const missing = expected.filter((pattern) => !list.some((what) => pattern.test(what)));
      if (unexpected.length > 0) throw new Error(`The pages were in trouble:\n${unexpected.join('\n')}`);
      if (missing.length > 0) throw new Error(`Expected, but it never came: ${missing.join(', ')}`);
    },
    { auto: true },
  ],
});

export { expect } from 'playwright/test';

/** Tells of what goes wrong on any page of a context. */
export function watch(context: BrowserContext, origin: string, report: (what: string) => void): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      report(`console ${message.type()} on ${message.page()?.url() ?? ''}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) =>
    report(`uncaught on ${error.page()?.url() ?? ''}: ${error.error().message}`),
  );
  context.on('dialog', (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:')
      report(`request to another origin: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A reader who goes on before everything is there.
    if (reason !== 'net::ERR_ABORTED') report(`request failed: ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`answer ${response.status()}: ${response.url()}`);
  });
}
