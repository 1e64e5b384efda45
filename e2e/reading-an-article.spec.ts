import { violations } from './support/axe';
import { expect, test } from './support/test';
import { word } from './support/words';

const path = '/ai/2023-01/reading/';

test.use({ blog: 'hostile' });

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });

  test('contents follow, notes stand beside their line, headings and formulas are copied', async ({
    page,
  }) => {
    await page.goto(path);
    const contents = page.getByRole('navigation', { name: word('ko', 'post.contents') });
    await page.getByRole('heading', { name: '3장.' }).evaluate((heading) => {
      heading.scrollIntoView();
    });
    await expect(contents.locator('[aria-current=location]')).toHaveText(/^3장/);

    const notes = await page.locator('.footnotes li').evaluateAll((all) =>
      all.map((note) => {
        const { top, bottom, left } = note.getBoundingClientRect();
        const line = document.getElementById(note.id.replace('fn', 'fnref'))?.getBoundingClientRect();
        return { top, bottom, left, line: line?.top ?? Number.NaN };
      }),
    );
    expect(notes.length).toBeGreaterThan(5);
    const column = await page.locator('.prose').evaluate((article) => article.getBoundingClientRect().right);
    for (const [index, { top, bottom, left, line }] of notes.entries()) {
      expect(left).toBeGreaterThan(column);
      expect(top).toBeGreaterThanOrEqual(line - 1);
      expect(bottom).toBeLessThan(notes[index + 1]?.top ?? Infinity);
    }

    const anchor = page.getByRole('link', { name: '‘2장. 확산 모델의 역방향 과정을 배우는 방법’ 절의 링크' });
    await anchor.focus();
    await expect(anchor).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText(word('ko', 'article.linkCopied'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(decodeURI(page.url())).toContain('#2장');

    const latex = page.getByRole('button', { name: word('ko', 'article.copyLatex') }).nth(1);
    await latex.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText(word('ko', 'post.copied'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('\\bar\\alpha_t');
  });

  test('pictures are gone through from the keyboard, and enlarged', async ({ page }) => {
    await page.goto(path);
    await page.getByRole('link', { name: '무늬', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('1 / 2');
    await page.keyboard.press('ArrowRight');
    await expect(dialog).toContainText('아주 긴 그림');
    const image = dialog.getByRole('img', { name: '무늬 둘' });
    await expect(image).toHaveAttribute('src', /\/media\/[\da-f]+\.png$/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('0');
    const before = (await image.boundingBox())?.width ?? 0;
    await page.keyboard.press('+');
    expect((await image.boundingBox())?.width).toBeGreaterThan(before);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('link', { name: '무늬 둘' })).toBeFocused();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('contents are at hand, a note pops up, and what is wide scrolls in its box', async ({ page }) => {
    await page.goto(path);
    await page.getByRole('heading', { name: '3장.' }).evaluate((heading) => {
      heading.scrollIntoView();
    });
    const fold = page.locator('.contents-fold');
    await expect(fold.locator('.contents-now')).toHaveText(/^3장/);
    await fold.locator('summary').tap();
    await fold.getByRole('link', { name: /^4장/ }).tap();
    await expect(fold.locator('details')).not.toHaveAttribute('open');
    await expect(page.getByRole('heading', { name: '4장.' })).toBeInViewport();

    const number = page.locator('.footnote-ref').first();
    await number.scrollIntoViewIfNeeded();
    await number.tap();
    const note = page.locator('.footnotes li').first();
    await expect(note).toBeInViewport();
    await expect(note).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(note).not.toBeInViewport();
    await expect(number).toBeFocused();

    for (const box of [page.locator('.math-scroll').first(), page.locator('.table-scroll').first()]) {
      await expect(box).toHaveAttribute('tabindex', '0');
      await expect(box).toHaveAccessibleName(/수식|표/);
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    }
    // What fits is no stop on the way.
    await expect(page.locator('.table-scroll').nth(1)).toHaveAttribute('tabindex', '-1');
  });
});

for (const width of [320, 390, 1440]) {
  test(`whatever an author writes, nothing is wider than ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expect(page.locator('blockquote[dir]')).toHaveCSS('direction', 'rtl');
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });

  test('notes are a list at the end with ways back, and headings have their links', async ({ page }) => {
    await page.goto(path);
    const list = page.getByRole('region', { name: '각주' }).or(page.locator('.footnotes'));
    await expect(list.first()).toBeVisible();
    await page.locator('.footnote-ref').first().click();
    await expect(page.locator('.footnotes li').first()).toBeInViewport();
    await page.locator('.footnote-back').first().click();
    await expect(page.locator('.footnote-ref').first()).toBeInViewport();
    await page.getByRole('link', { name: /‘2장/ }).click();
    expect(decodeURI(page.url())).toContain('#2장');
  });
});
