import type { Page } from 'playwright/test';
import { isTooWide, violations } from './support/axe';
import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, languages, word, type Language } from './support/words';

const searchFor = (language: Language, question: string, more = '') =>
  `${address(language, '/search/')}?q=${encodeURIComponent(question)}${more}`;

const marks = (page: Page) => page.getByRole('main').locator('mark');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const language of languages) {
    test(`a question is asked from any page, and its answer leads to the post, in ${language}`, async ({
      page,
    }) => {
      await page.goto(address(language, paths.oldest));
      await page
        .getByRole('banner')
        .getByRole('button', { name: word(language, 'search.open') })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(word(language, 'search.title'));
      await expect(page.getByText(word(language, 'search.howWords'))).toBeVisible();
      await expect(page.getByRole('link', { name: '생성 모델' })).toBeVisible();

      await page.getByRole('searchbox', { name: word(language, 'search.field') }).fill('확산모델을');
      await page
        .getByRole('main')
        .getByRole('button', { name: word(language, 'search.submit') })
        .click();
      await expect(page).toHaveURL(searchFor(language, '확산모델을'));
      const title = page.getByRole('heading', { level: 2, name: '확산 모델(Diffusion) 정리' });
      await expect(title.locator('mark')).toHaveText('확산 모델');
      const entry = page.getByRole('article').filter({ has: title });
      await expect(entry.getByRole('link', { name: '윤민서' })).toBeVisible();
      await expect(entry.locator('time')).toHaveAttribute('datetime', /^2023-03-15/);
      const mark = entry.getByText(/국어|Korean/, { exact: false }).first();
      if (language === 'en') await expect(mark).toBeVisible();
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow');

      const other = language === 'ko' ? 'en' : 'ko';
      await page
        .getByRole('banner')
        .getByRole('link', { name: other === 'ko' ? '한국어' : 'English' })
        .click();
      await expect(page).toHaveURL(searchFor(other, '확산모델을'));
      await page.getByRole('link', { name: '확산 모델(Diffusion) 정리' }).click();
      await expect(page).toHaveURL(address(other, paths.everything));
    });
  }

  test('what narrows a search is named, and taken away again', async ({ page }) => {
    await page.goto(searchFor('ko', '학습', '&category=ai&year=2023&page=1'));
    const all = await page.getByRole('article').count();
    expect(all).toBeGreaterThan(0);
    const narrowed = page.getByRole('list', { name: word('ko', 'search.narrowed') });
    await expect(narrowed.getByRole('link')).toHaveText([
      /^분류: /,
      '발행한 해: 2023',
      word('ko', 'search.removeAll'),
    ]);
    await narrowed.getByRole('link', { name: /^분류/ }).click();
    await expect(page).toHaveURL(searchFor('ko', '학습', '&year=2023'));
    await narrowed.getByRole('link', { name: /2023/ }).click();
    await expect(page).toHaveURL(searchFor('ko', '학습'));
    await expect(narrowed).toHaveCount(0);

    await page.goto(searchFor('ko', '학습', '&author=nobody'));
    await expect(page.getByRole('heading', { name: word('ko', 'search.nothingFiltered') })).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: word('ko', 'search.removeAll') })
      .click();
    await expect(page).toHaveURL(searchFor('ko', '학습'));
  });

  test('a page that is not there says how many there are', async ({ page }) => {
    await page.goto(searchFor('en', 'attention', '&page=999999'));
    await page.getByRole('link', { name: word('en', 'search.toLast') }).click();
    await expect(page).toHaveURL(searchFor('en', 'attention'));
    await expect(page.getByRole('article').first()).toBeVisible();
  });
});

test('a mistyped word finds what was meant, and says so', async ({ page }) => {
  await page.goto(searchFor('en', 'difusion'));
  const said = word('en', 'search.meant', { typed: 'difusion', meant: 'diffusion' });
  await expect(page.getByText(said)).toBeVisible();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(marks(page).first()).toBeVisible();
});

test('where nothing is found there is a way on', async ({ page }) => {
  await page.goto(searchFor('ko', '없는낱말입니다'));
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('없는낱말입니다');
  await expect(page.getByText(word('ko', 'search.nothingText'))).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: '비전' }).click();
  await expect(page).toHaveURL(address('ko', '/tags/비전/'));
});

test('a page that does not exist searches for the words of its address', async ({ page, trouble }) => {
  trouble.expect(/404/);
  await page.goto(address('ko', '/old/2021-01/210101-확산모델-difusion.html'));
  await expect(page.getByRole('searchbox')).toHaveValue('확산모델 difusion');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(page.getByRole('heading', { name: '확산 모델(Diffusion) 정리' })).toBeVisible();
});

const hostile = [
  '%',
  '"',
  '"확산',
  '*',
  'a* OR b*',
  'NEAR(a b)',
  '😀',
  '👩🏽‍💻 모델',
  "'; DROP TABLE posts; --",
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '\\',
  '()[]{}^$.|?+',
  '\u0000모델\u0007',
  'ㅎ',
  '\u1112\u116e',
  'שלום עולם',
  '가'.repeat(400),
];

for (const language of languages) {
  test(`whatever is asked, the page holds and says something, in ${language}`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const question of hostile) {
      const answer = await page.goto(searchFor(language, question));
      expect(answer?.status(), question).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(word(language, 'search.title'));
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
      expect(await isTooWide(page), question).toBe(false);
      const found = await page.request.get(
        `${address(language, '/search/')}find.json?q=${encodeURIComponent(question)}`,
      );
      expect(found.status(), question).toBe(200);
      expect(((await found.json()) as { found: unknown[] }).found.length).toBeLessThanOrEqual(12);
    }
    const odd = [
      '?q=a&q=b&page=0&page=2',
      '?q=attention&page=-1&year=20&language=xx&category=%00&author=',
      '?q=attention&language=ko&language=en&category=nothing&author=nobody&year=1999&page=7',
      '?q=%ff%fe&page=1e9',
      `?q=${'a'.repeat(10_000)}`,
    ];
    for (const query of odd) {
      const answer = await page.goto(address(language, '/search/') + query);
      expect(answer?.status(), query).toBe(200);
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
    }
    await expect(page.locator('.notice')).toHaveText(
      word(language, 'search.cut').replace('{count, number}', '200'),
    );
    // Longer than a server reads: an answer all the same.
    const tooLong = await fetch(`${baseURL}${address(language, '/search/')}?q=${'%EA%B0%80'.repeat(10_000)}`);
    expect(tooLong.status).toBe(431);
    expect(await tooLong.text()).toContain(word(language, 'search.tooLongText'));
  });
}

test('browsers learn how to search', async ({ page }) => {
  for (const language of languages) {
    await page.goto(address(language, '/'));
    const href = (await page.locator('link[rel=search]').getAttribute('href')) ?? '';
    const answer = await page.request.get(href);
    expect(answer.headers()['content-type']).toContain('application/opensearchdescription+xml');
    const text = await answer.text();
    expect(text).toContain(`${address(language, '/search/')}?q={searchTerms}"`);
    expect(text).toContain('<ShortName>');
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`everyone can use it: ${colorScheme}, ${width} pixels`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const language of languages) {
        for (const path of [
          address(language, '/search/'),
          searchFor(language, '모델'),
          searchFor(language, 'difusion', '&year=2023&category=ai'),
          searchFor(language, '없는낱말입니다'),
        ]) {
          await page.goto(path);
          expect.soft(await violations(page), path).toEqual([]);
          expect.soft(await isTooWide(page), path).toBe(false);
        }
      }
    });
  }
}
