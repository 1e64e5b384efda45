import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, languages, word, type Language } from './support/words';

/** What of the fixture is called how in each language of the interface. */
const months: Record<Language, string> = { ko: '2023년 6월', en: 'June 2023' };
const dates: Record<Language, string> = { ko: '2023년 6월 7일 (수)', en: 'Wednesday, June 7, 2023' };
const counts: Record<Language, { category: string; month: string }> = {
  ko: { category: '글 6편', month: '글 1편' },
  en: { category: '6 posts', month: '1 post' },
};

for (const language of languages) {
  const at = (path: string) => address(language, path);
  const say = (key: string) => word(language, key);

  test(`home, post, month, category and back, in ${language}`, async ({ page }) => {
    await page.goto(at('/'));
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1, name: '천천히 읽습니다' })).toBeVisible();

    await page.getByRole('link', { name: '비트마스크로 고르기' }).click();
    await expect(page).toHaveURL(at(paths.newest));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('비트마스크로 고르기');
    await expect(page.getByText(dates[language])).toBeVisible();
    await expect(page.getByText('스무 개까지는')).toBeVisible();

    await page.getByRole('main').getByRole('link', { name: months[language] }).click();
    await expect(page).toHaveURL(at('/algorithm/2023-06/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(months[language]);
    await expect(page.getByText(counts[language].month, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(1);

    await page.getByRole('main').getByRole('link', { name: '알고리즘' }).click();
    await expect(page).toHaveURL(at('/algorithm/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('알고리즘');
    await expect(page.getByText(counts[language].category, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(6);

    await page.getByRole('banner').getByRole('link', { name: '느린 독서회' }).click();
    await expect(page).toHaveURL(at('/'));
  });

  test(`archive, author, tag and feed, in ${language}`, async ({ page }) => {
    await page.goto(at('/'));
    await page
      .getByRole('navigation', { name: say('shell.menu') })
      .getByRole('link', { name: say('nav.archive') })
      .click();
    await expect(page).toHaveURL(at('/archive/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('archive.title'));
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([language === 'ko' ? '2023년' : '2023']);

    await page.locator(`a[href="${at('/ai/2023-01/')}"]`).click();
    await expect(page.getByRole('article')).toHaveCount(2);

    await page.getByRole('article').first().getByRole('link', { name: '서태양' }).click();
    await expect(page).toHaveURL(at('/authors/서태양/'));
    await expect(page.getByRole('heading', { level: 1, name: '서태양' })).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(8);

    await page.getByRole('link', { name: 'CLIP: 그림과 글을 한자리에' }).click();
    await page
      .getByRole('list', { name: say('post.tags') })
      .getByRole('link', { name: '비전' })
      .click();
    await expect(page).toHaveURL(at('/tags/비전/'));
    await expect(page.getByRole('article')).toHaveCount(3);

    const feeds = page.getByRole('contentinfo').getByRole('link', { name: say('shell.feeds'), exact: true });
    await expect(feeds).toHaveAttribute('href', at('/feeds/'));
    const announced = page.locator('link[rel=alternate][type="application/rss+xml"]').first();
    await expect(announced).toHaveAttribute('href', new RegExp(`${at('/tags/비전/index.xml')}$`));
    const answer = await page.request.get((await announced.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    expect((await answer.text()).split('<item>').length - 1).toBe(3);
  });

  test(`previous and next lead through the category, in ${language}`, async ({ page }) => {
    await page.goto(at(paths.oldest));
    const neighbours = page.getByRole('navigation', { name: say('post.neighbours') });
    await expect(neighbours.getByRole('link')).toHaveCount(1);
    await neighbours.getByRole('link', { name: '드롭아웃' }).click();
    await expect(page).toHaveURL(at(paths.aliased));
    await expect(neighbours.getByRole('link')).toHaveCount(2);
    await neighbours.getByRole('link', { name: '어텐션만으로 번역하기' }).click();
    await expect(page).toHaveURL(at(paths.oldest));
  });

  test(`the second page of home, in ${language}`, async ({ page }) => {
    await page.goto(at('/'));
    await expect(page.getByRole('article')).toHaveCount(10);
    await page.getByRole('link', { name: say('list.nextPage') }).click();
    await expect(page).toHaveURL(at('/page/2/'));
    await expect(page.getByRole('article')).toHaveCount(5);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('link', { name: say('list.previousPage') }).click();
    await expect(page).toHaveURL(at('/'));
  });

  test(`the lists that lead everywhere, in ${language}`, async ({ page }) => {
    const rooms = [
      { key: 'nav.categories', path: '/categories/', entry: '논문', to: '/ai/' },
      { key: 'nav.tags', path: '/tags/', entry: '자연어 처리', to: '/tags/자연어-처리/' },
      { key: 'nav.authors', path: '/authors/', entry: '윤민서', to: '/authors/윤민서/' },
    ];
    for (const { key, path, entry, to } of rooms) {
      await page.goto(at('/'));
      await page
        .getByRole('navigation', { name: say('shell.explore') })
        .getByRole('link', { name: say(key) })
        .click();
      await expect(page).toHaveURL(at(path));
      await page.getByRole('main').getByRole('link', { name: entry }).click();
      await expect(page).toHaveURL(at(to));
      await expect(page.getByRole('article').first()).toBeVisible();
    }
  });
}

test('the menu and the pages of the old site', async ({ page }) => {
  await page.goto('/');
  const menu = page.getByRole('navigation', { name: word('ko', 'shell.menu') });
  await expect(menu.getByRole('link')).toHaveText([
    '논문',
    '알고리즘',
    '소개',
    '도움말',
    word('ko', 'nav.archive'),
  ]);
  await menu.getByRole('link', { name: '소개' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('독서회 소개');
  await expect(menu.getByRole('link', { name: '소개' })).toHaveAttribute('aria-current', 'page');
  await menu.getByRole('link', { name: '도움말' }).click();
  await expect(page).toHaveURL('/help/');
  await page.goto('/home/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('천천히 읽습니다');
});

test('a draft is nowhere', async ({ page, trouble }) => {
  trouble.expect(/404/);
  const answer = await page.goto(encodeURI(paths.draft));
  expect(answer?.status()).toBe(404);
  for (const path of ['/', '/page/2/', '/ai/', '/archive/', '/index.xml', '/ai/index.xml', '/sitemap.xml']) {
    const text = await (await page.request.get(path)).text();
    expect(text, path).not.toContain('아직 쓰는 중인 글');
    expect(text, path).not.toContain(encodeURI('230524-초안'));
  }
});
