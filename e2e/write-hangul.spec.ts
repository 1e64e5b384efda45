import type { Page } from 'playwright/test';
import words from '../messages/source.ko.json' with { type: 'json' };
import { composer, expectText, openNewPost, sourceOf } from './support/editor';
import { expect, test } from './support/test';

const { source: word } = words;

// The editor is a large page, and a busy machine loads it slowly.
test.describe.configure({ timeout: 90_000 });

test('Hangul is put together anywhere in a text without losing or doubling a syllable', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await page.keyboard.type('## ');
  await hangul.type('확산');
  await page.keyboard.press('Space');
  await hangul.type('모델');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ');
  await hangul.type('하나');
  await page.keyboard.press('Enter');
  await hangul.type('둘');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await hangul.type('굵게');
  await page.keyboard.type('(bold)');
  await page.keyboard.press('Control+b');
  await hangul.type('은');
  await page.keyboard.press('Space');
  await hangul.type('값');
  await page.keyboard.type('$x_1$');
  await hangul.type('를');
  await expectText(source, '## 확산 모델\n\n- 하나\n- 둘\n**굵게(bold)**은 값$x_1$를');
});

test('Hangul goes into the middle of a line, and before a formula', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await page.keyboard.type('$x_1$ a');
  await page.keyboard.press('Home');
  await hangul.type('앞');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await hangul.type('중간');
  await expectText(source, '앞$x_1$ 중간a');
});

test('Enter at the end of a composition ends the syllable first', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await page.keyboard.type('- ');
  await hangul.begin('ㄱ', '가', '각');
  await hangul.key('Enter');
  await hangul.commit('각');
  await expectText(source, '- 각');
  await page.keyboard.press('Enter');
  await hangul.type('둘');
  await expectText(source, '- 각\n- 둘');
});

test('what was put together is undone and done again', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await hangul.type('한글');
  await expectText(source, '한글');
  await page.keyboard.press('Control+z');
  await expect(source).not.toContainText('한글');
  await page.keyboard.press('Control+Shift+z');
  await expectText(source, '한글');
});

test('a button of the toolbar that is pressed in the middle of a syllable keeps it', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await hangul.type('한');
  await hangul.begin('ㄱ', '가', '각');
  await page.getByRole('button', { name: word.bulletList }).click();
  await expectText(source, '- 한각');
  await hangul.type('글');
  await expectText(source, '- 한각글');
});

test('suggestions neither open nor are taken while Hangul is put together', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  const list = page.getByRole('listbox', { name: word.completions });
  await page.keyboard.type('$\\al');
  await expect(list).toBeVisible();
  await hangul.begin('ㄱ', '가', '각');
  await expect(list).toBeHidden();
  await hangul.key('Enter');
  await hangul.commit('각');
  await expectText(source, '$\\al각');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('p');
  await expect(list.getByRole('option').first()).toContainText('\\alpha');
  // A list that opens under the fingers takes no key at once; a person sees it first.
  await frames(page, 20);
  await page.keyboard.press('Enter');
  await expectText(source, '$\\alpha');
});

test('Hangul is found by what is typed with an input method', async ({ page }) => {
  const source = await openNewPost(page);
  const hangul = await composer(page);
  await page.keyboard.type('abc ');
  await hangul.type('언어모델');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: word.find })).toBeFocused();
  await hangul.type('모델');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(sourceOf(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await expectText(source, 'abc 언어');
});

/** Lets the browser draw so many times. */
async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let drawn = 0; drawn < wanted; drawn += 1) await new Promise((next) => requestAnimationFrame(next));
  }, count);
}
