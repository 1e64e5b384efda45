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
            .map((element) => `${element.tagName}.${element.className}`);
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

  for (const path of [
    '/',
    paths.everything,
    '/tags/',
    '/archive/',
    '/authors/윤민서/',
    '/search/?q=모델&year=2023',
  ]) {
    test(`a finger of 44 pixels meets what it is put on at ${path}`, async ({ page }) => {
      await page.goto(address('ko', path));
      const small = await page.evaluate(() => {
        const finger = 44;
        const isInText = (element: Element) =>
          element.closest('.prose p, .prose li, .prose td, .entry-excerpt') !== null;
        const targets = [...document.querySelectorAll('a, button, summary')].filter(
          (element) => element.checkVisibility() && !element.matches('.skip-link'),
        );
        // As the criterion on target size has it (WCAG 2.2, 2.5.8), with a finger for its 24 pixels: large enough, or
        // so far from the others that a finger in its middle touches none of them.
        const boxes = targets.map((element) => element.getBoundingClientRect());
        return targets
          .filter((element, index) => {
            const { width, height, x, y } = boxes[index] ?? new DOMRect();
            if (isInText(element) || (width >= finger - 0.5 && height >= finger - 0.5)) return false;
            const [middleX, middleY] = [x + width / 2, y + height / 2];
            return boxes.some((other, at) => {
              if (at === index || targets[at]?.contains(element) || element.contains(targets[at] ?? null))
                return false;
              const dx = Math.max(other.left - middleX, 0, middleX - other.right);
              const dy = Math.max(other.top - middleY, 0, middleY - other.bottom);
              return Math.hypot(dx, dy) < finger / 2 - 0.5;
            });
          })
          .map((element) => {
            const { width, height } = element.getBoundingClientRect();
            return `${element.className} ${element.textContent.trim()}: ${Math.round(width)}×${Math.round(height)}`;
          });
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
