import { paths } from './support/places';
import { expect, test } from './support/test';
import { address } from './support/words';

test('formulas are drawn with fonts of our own, and spoken from MathML', async ({ page }) => {
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'font') fonts.push(response.url());
  });
  await page.goto(address('ko', paths.everything));
  await page.evaluate(() => document.fonts.ready);
  const drawn = await page
    .locator('.katex-html .mathnormal')
    .first()
    .evaluate((element) => {
      const { fontFamily, fontStyle } = getComputedStyle(element);
      return { family: fontFamily, isLoaded: document.fonts.check(`${fontStyle} 16px ${fontFamily}`) };
    });
  expect(drawn).toEqual({ family: expect.stringContaining('KaTeX_Math'), isLoaded: true });
  expect(fonts.filter((url) => url.includes('KaTeX')).length).toBeGreaterThan(0);

  const sources = await page
    .locator('.prose annotation[encoding="application/x-tex"]')
    .evaluateAll((all) => all.map((element) => element.textContent));
  expect(sources).toContain('x_0');
  expect(sources).toContain('\\bar\\alpha_t = \\prod_{s=1}^{t} (1-\\beta_s)');
  const drawing = page.locator('.katex-html').first();
  await expect(drawing).toHaveAttribute('aria-hidden', 'true');
});

test('a formula within dollars that hold line ends stays in its line', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  const paragraph = page.getByRole('paragraph').filter({ hasText: '여러 걸음을 한 번에' });
  await expect(paragraph.locator('.katex')).toHaveCount(1);
  await expect(paragraph.locator('.katex-display')).toHaveCount(0);
  await expect(page.locator('.prose .katex-display')).toHaveCount(1);
});

test('money is not a formula', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  await expect(page.getByText('비용은 한 장에 $5 정도이고, 많아도 $10를 넘지 않았습니다.')).toBeVisible();
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a paragraph with formulas gives LaTeX', async ({ page }) => {
    await page.goto(address('ko', paths.everything));
    await page
      .getByRole('paragraph')
      .filter({ hasText: '깨끗한 그림' })
      .evaluate((paragraph) => {
        const block = document.querySelector('.prose .katex-display');
        if (block === null) throw new Error('no block');
        getSelection()?.setBaseAndExtent(paragraph, 0, block, block.childNodes.length);
      });
    await page.keyboard.press('ControlOrMeta+C');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('깨끗한 그림 $x_0$에서 시작해');
    expect(copied).toContain('지나면 $x_T$는');
    expect(copied).toMatch(/\$\$\s*q\(x_t \\mid x_\{t-1\}\) = [\s\S]*\$\$$/);
  });

  test('half of a formula is copied whole', async ({ page }) => {
    await page.goto(address('ko', paths.oldest));
    await page
      .locator('.prose p .katex-html .mord')
      .last()
      .evaluate((element) => getSelection()?.selectAllChildren(element));
    await page.keyboard.press('ControlOrMeta+C');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('$\\sqrt{d_k}$');
  });

  test('the button of a block of code copies it as it was written', async ({ page }) => {
    await page.goto(address('ko', paths.everything));
    const button = page.getByRole('button', { name: '복사', exact: true });
    await button.click();
    await expect(page.getByRole('status')).toHaveText('복사했습니다');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [
        'def loss(model, x, t):',
        '    noise = sample_like(x)',
        '    return ((model(blend(x, noise, t), t) - noise) ** 2).mean()',
      ].join('\n'),
    );
    await expect(page.getByRole('button', { name: '복사', exact: true })).toBeVisible();
  });
});

test('code is coloured, names its language, and marks the lines that the author marked', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  const code = page.locator('.code').filter({ hasText: 'def loss' });
  await expect(code.getByText('Python', { exact: true })).toBeVisible();
  await expect(code.locator('mark')).toHaveText(['    noise = sample_like(x)']);
  const colours = await code
    .locator('code span')
    .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))]);
  expect(colours.length).toBeGreaterThan(2);
});
