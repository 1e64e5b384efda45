import { violations } from './support/axe';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, languages } from './support/words';

const kinds: Record<string, string> = {
  home: '/',
  'second page': '/page/2/',
  category: '/ai/',
  month: '/ai/2023-03/',
  'post with everything': paths.everything,
  'post in two languages': paths.translated,
  'English post': paths.english,
  page: '/about/',
  archive: '/archive/',
  categories: '/categories/',
  tags: '/tags/',
  tag: '/tags/비전/',
  authors: '/authors/',
  author: '/authors/윤민서/',
  papers: '/papers/',
  search: '/search/?q=확산',
  'search without a question': '/search/',
  'search in vain': '/search/?q=qqqqzzzz',
  feeds: '/feeds/',
  missing: '/ai/2023-03/230301-word2vek/',
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    for (const language of languages) {
      test(`every kind of page: ${colorScheme}, ${width} pixels, ${language}`, async ({ page, trouble }) => {
        trouble.expect(/404/);
        test.setTimeout(120_000);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        for (const [kind, path] of Object.entries(kinds)) {
          await page.goto(address(language, path));
          await page.evaluate(() => {
            // What is folded is read too.
            for (const fold of document.querySelectorAll('details')) fold.open = true;
          });
          expect.soft(await violations(page), `${kind} ${path}`).toEqual([]);
        }
      });
    }
  }
}

test('every change of language is announced', async ({ page }) => {
  for (const [path, language] of [
    ['/en/ai/', 'en'],
    ['/ai/', 'ko'],
  ] as const) {
    await page.goto(path);
    const wrong = await page.evaluate((own) => {
      const hangul = /\p{Script=Hangul}/u;
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      while (walker.nextNode() !== null) {
        const { textContent, parentElement } = walker.currentNode;
        const said = parentElement?.closest('[lang]')?.getAttribute('lang');
        if (own === 'en' && hangul.test(textContent ?? '') && said !== 'ko') found.push(textContent ?? '');
      }
      return found;
    }, language);
    // Names of people, categories and tags are what they are in every language.
    const names = ['논문', '알고리즘', '윤민서', '서태양'];
    expect(wrong.filter((text) => !names.includes(text.trim()))).toEqual([]);
  }
});

test('the page says what it is: one heading, landmarks, a title of its own', async ({ page }) => {
  const titles = new Set<string>();
  // What is searched for is one page, whatever the question.
  const pages = Object.values(kinds)
    .slice(0, -1)
    // The fixture has a category by the name of the page of papers.
    .filter((path) => !path.includes('?') && path !== '/papers/');
  for (const path of pages) {
    await page.goto(address('ko', path));
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      await expect(page.getByRole(role)).toHaveCount(1);
    titles.add(await page.title());
    const levels = await page
      .getByRole('heading')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  }
  expect(titles.size).toBe(pages.length);
});

test('nothing moves for who does not want it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address('ko', paths.everything));
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const lasts = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.01);
        return lasts || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );
  expect(moving).toEqual([]);
});
