import { paths } from './support/places';
import { expect, test } from './support/test';
import { address, languages, word } from './support/words';

const everywhere = [
  '/',
  '/page/2/',
  '/ai/',
  '/ai/2023-03/',
  paths.everything,
  paths.figure,
  '/about/',
  '/archive/',
  '/categories/',
  '/tags/',
  '/tags/비전/',
  '/authors/',
  '/authors/윤민서/',
];

for (const width of [390, 320]) {
  for (const language of languages) {
    test(`nothing is wider than ${width} pixels, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      for (const path of everywhere) {
        await page.goto(address(language, path));
        const tooWide = await page.evaluate(() => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return [];
          return [...document.querySelectorAll('body *')]
            .filter((element) => element.getBoundingClientRect().right > room + 0.5)
            .map((element) => `${element.tagName}.${element.className.toString()}`);
        });
        expect(tooWide, path).toEqual([]);
      }
    });
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the contents are folded, unfold, and lead into the text', async ({ page }) => {
    await page.goto(address('ko', paths.everything));
    const link = page.getByRole('navigation', { name: word('ko', 'post.contents') }).getByRole('link', {
      name: '잡음을 지우는 길',
    });
    await expect(link).toBeHidden();
    await page.getByText(word('ko', 'post.contents'), { exact: true }).filter({ visible: true }).tap();
    await link.filter({ visible: true }).tap();
    await expect(page.getByRole('heading', { name: '잡음을 지우는 길' })).toBeInViewport();
  });

  for (const path of ['/', paths.everything, '/tags/', '/archive/', '/authors/윤민서/']) {
    test(`what is touched is large enough at ${path}`, async ({ page }) => {
      await page.goto(address('ko', path));
      const small = await page.evaluate(() => {
        const isInText = (element: Element) =>
          element.closest('.prose p, .prose li, .prose td, .entry-excerpt, .prose sup') !== null;
        return [...document.querySelectorAll('a, button, summary')]
          .filter((element) => element.checkVisibility() && !isInText(element))
          .filter((element) => !element.matches('.skip-link'))
          .map((element) => {
            // What is pressed may be larger than what is drawn: the box, or a layer of the link laid over it.
            const boxes = [element.getBoundingClientRect()];
            for (const layer of ['::before', '::after']) {
              const { position, width, height, content } = getComputedStyle(element, layer);
              if (position !== 'absolute' || content === 'none') continue;
              boxes.push(new DOMRect(0, 0, Number.parseFloat(width), Number.parseFloat(height)));
            }
            const width = Math.max(...boxes.map((box) => box.width));
            const height = Math.max(...boxes.map((box) => box.height));
            return { name: `${element.className} ${element.textContent.trim()}`, width, height };
          })
          .filter(({ width, height }) => width < 43.5 || height < 43.5)
          .map(({ name, width, height }) => `${name}: ${Math.round(width)}×${Math.round(height)}`);
      });
      expect(small).toEqual([]);
    });
  }

  test('a wide table and a wide formula scroll inside their own boxes', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(address('ko', paths.everything));
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.prose table, .prose pre, .prose .katex-display')]
        .map((element) => {
          for (let box: Element | null = element; box !== null; box = box.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return null;
          }
          return element.outerHTML.slice(0, 80);
        })
        .filter((found) => found !== null),
    );
    expect(outside).toEqual([]);
  });
});
