import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, languages, word } from './support/words';

test.use({ javaScriptEnabled: false });

for (const language of languages) {
  test(`home, a post, its neighbours and pages are all there, in ${language}`, async ({ page }) => {
    await page.goto(address(language, '/'));
    await page.getByRole('link', { name: word(language, 'list.nextPage') }).click();
    await expect(page).toHaveURL(address(language, '/page/2/'));
    await expect(page.getByRole('article')).toHaveCount(5);
    await page.getByRole('link', { name: '어텐션만으로 번역하기' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('어텐션만으로 번역하기');
    await page
      .getByRole('navigation', { name: word(language, 'post.neighbours') })
      .getByRole('link', { name: '드롭아웃' })
      .click();
    await expect(page).toHaveURL(address(language, paths.aliased));
    await page
      .getByRole('banner')
      .getByRole('link', { name: language === 'ko' ? 'English' : '한국어' })
      .click();
    await expect(page).toHaveURL(address(language === 'ko' ? 'en' : 'ko', paths.aliased));
  });
}

test('text, formulas, code, table, figure and footnote of a post are seen', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  await expect(page.getByText('깨끗한 그림')).toBeVisible();
  await expect(page.locator('.katex-display .katex-html')).toBeVisible();
  await expect(page.getByRole('math').first()).toBeAttached();
  await expect(page.getByText('def loss(model, x, t):')).toBeVisible();
  await expect(page.getByRole('cell', { name: '거의 그대로' })).toBeVisible();
  await expect(page.getByRole('figure')).toBeVisible();
  await expect(page.getByText('정규분포를 더하면')).toBeVisible();
  await expect(page.getByText('걸음 수를 줄이는 방법은')).toBeVisible();
});

test('nothing is offered that needs the script', async ({ page }) => {
  await page.goto(address('ko', paths.everything));
  // The way to the search is a form.
  const buttons = page.getByRole('button').filter({ visible: true });
  await expect(buttons).toHaveCount(1);
  await expect(buttons).toHaveAccessibleName(word('ko', 'search.open'));
});

test('the picture opens by its link, the folds by themselves', async ({ page, trouble }) => {
  // Chromium dresses a picture that is opened by itself with styles and a script, which the picture's policy refuses.
  trouble.expect(/\/media\/.*(?:inline style|sandboxed)/);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address('ko', paths.everything));
  await page.getByText(word('ko', 'post.contents'), { exact: true }).filter({ visible: true }).click();
  await expect(
    page.getByRole('link', { name: '남은 물음', exact: true }).filter({ visible: true }),
  ).toBeVisible();
  await page.getByRole('link', { name: '왼쪽에서 오른쪽으로' }).click();
  await expect(page).toHaveURL(/\/media\/[0-9a-f]{64}\.png$/);
});
