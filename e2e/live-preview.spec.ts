import type { Locator, Page } from 'playwright/test';
import words from '../messages/preview.ko.json' with { type: 'json' };
import sourceWords from '../messages/source.ko.json' with { type: 'json' };
import { openNewPost } from './support/editor';
import { expect, test } from './support/test';

// The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ timeout: 90_000 });
test.use({ viewport: { width: 1440, height: 900 } });

const { livePreview, problem } = words;

const previewOf = (page: Page): Locator => page.getByRole('region', { name: livePreview.label });
const articleOf = (page: Page): Locator => previewOf(page).locator('.prose');

async function paste(source: Locator, text: string): Promise<void> {
  await source.evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** A text that is longer than the window, with a heading for each of its sections. */
function longText(): string {
  const section = (number: number): string =>
    `## Section ${String(number)}\n\n${'Words of this section. '.repeat(30)}\n\n$$\nx_{${String(number)}} = \\frac{1}{2}\n$$\n`;
  return Array.from({ length: 40 }, (_, index) => section(index + 1)).join('\n');
}

const countOf = (page: Page, count: number): Locator =>
  page.getByRole('button', {
    name: problem.count.replace(/^.*other \{(.*)#(.*)\}\}$/, `$1${String(count)}$2`),
  });

test('what is typed shows as on the page, formulas and code included', async ({ page }) => {
  const source = await openNewPost(page);
  const article = articleOf(page);
  await expect(previewOf(page).getByText(livePreview.empty)).toBeVisible();
  await paste(
    source,
    '## 제목\n\n**강조(emphasis)**를 $x^2$ 한다[^1].\n\n```python\ndef f(): return 1\n```\n\n[^1]: 각주\n',
  );
  await expect(article.getByRole('heading', { name: '제목' })).toBeVisible();
  await expect(article.locator('strong')).toHaveText('강조(emphasis)');
  await expect(article.locator('annotation')).toHaveText('x^2');
  await expect(article.locator('.hl-keyword').first()).toHaveText('def');
  await expect(article.locator('.footnotes')).toContainText('각주');
  await expect(previewOf(page).getByText(livePreview.empty)).toBeHidden();
});

test('a block that did not change stays the element that it is', async ({ page }) => {
  const source = await openNewPost(page);
  const article = articleOf(page);
  await paste(source, 'first $x$\n\nsecond\n\nthird $y$\n');
  await expect(article.locator('p')).toHaveCount(3);
  await article.locator('p').evaluateAll((all) => {
    all.forEach((each, index) => each.setAttribute('title', String(index)));
  });
  const formula = await article
    .locator('.katex')
    .first()
    .evaluateHandle((element) => element);
  await source.getByText('second').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' more');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('between');
  await expect(article.locator('p')).toHaveText([/^first/, 'second more', 'between', /^third/]);
  await expect(article.locator('p[title="0"]')).toContainText('first');
  await expect(article.locator('p[title="2"]')).toContainText('third');
  expect(await formula.evaluate((element) => element.isConnected)).toBe(true);
});

test('source and preview scroll in step, whichever is scrolled', async ({ page }) => {
  const source = await openNewPost(page);
  await paste(source, longText());
  await expect(articleOf(page).locator('h2')).toHaveCount(40);
  const scroller = page.locator('.cm-scroller');
  const top = async (element: Locator): Promise<number> => (await element.boundingBox())?.y ?? -1;
  const heading = articleOf(page).getByRole('heading', { name: 'Section 20', exact: true });
  const line = source.locator('.cm-line', { hasText: /^## Section 20$/ });

  await scroller.hover();
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(0);
  await expect.poll(() => previewOf(page).evaluate((element) => element.scrollTop)).toBe(0);

  await previewOf(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    expect(await top(heading)).toBeLessThan(500);
  }).toPass({ intervals: [50] });
  await expect.poll(async () => Math.abs((await top(line)) - (await top(heading)))).toBeLessThan(200);

  await scroller.hover();
  await page.mouse.wheel(0, 100_000);
  await expect(articleOf(page).getByRole('heading', { name: 'Section 40' })).toBeInViewport();
});

test('what is typed at the end is in sight', async ({ page }) => {
  const source = await openNewPost(page);
  await paste(source, longText());
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('the very end');
  await expect(articleOf(page).getByText('the very end')).toBeInViewport();
});

test('problems are counted, listed by line and lead to their place', async ({ page }) => {
  const source = await openNewPost(page);
  await paste(
    source,
    `fine\n\n$\\frac{$ <script>a</script>\n\n![](/none.png) [broken](/nothing/) [lost](#nowhere)\n`,
  );
  await countOf(page, 5).click();
  const list = page.getByRole('region', { name: problem.heading });
  await expect(list.getByRole('button')).toHaveText([
    /^3행.*<script>/,
    /^3행.*\\frac/,
    /^5행.*\/none\.png/,
    /^5행.*\/nothing\//,
    /^5행.*#nowhere/,
  ]);
  await list.getByRole('button', { name: '/nothing/' }).click();
  await expect(source).toBeFocused();
  await page.keyboard.type('now here ');
  await expect(source.locator('.cm-line').nth(4)).toHaveText(/^now here !\[\]/);
  await expect(page.locator('.cm-lint-marker')).toHaveCount(2);
});

test('links open beside the editor, and those within the text move the preview alone', async ({
  page,
  context,
}) => {
  const source = await openNewPost(page);
  const address = page.url();
  await paste(source, `[down](#section-40) [archive](/archive/)\n\n${longText()}`);
  const article = articleOf(page);
  await article.getByRole('link', { name: 'down' }).click();
  await expect(article.getByRole('heading', { name: 'Section 40' })).toBeInViewport();
  expect(page.url()).toBe(address);
  await previewOf(page).evaluate((element) => element.scrollTo(0, 0));
  const opened = context.waitForEvent('page');
  await article.getByRole('link', { name: 'archive' }).click();
  expect(new URL((await opened).url()).pathname).toBe('/archive/');
  expect(page.url()).toBe(address);
});

test('on a phone the preview shows what was written while it was hidden', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const source = await openNewPost(page);
  await expect(previewOf(page)).toBeHidden();
  await paste(source, 'written *unseen*\n');
  await page.getByRole('button', { name: sourceWords.source.panePreview }).click();
  await expect(articleOf(page).locator('em')).toHaveText('unseen');
});
