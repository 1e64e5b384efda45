import { expect, type Locator, type Page } from 'playwright/test';
import editorWords from '../../messages/editor.ko.json' with { type: 'json' };
import { signIn } from './member';
import { place } from './places';

/** The source of a text, as those who do not see find it. */
export function sourceOf(page: Page): Locator {
  return page.getByRole('textbox', { name: editorWords.editor.sourceLabel });
}

/** Begins a post as a new member and opens it in the editor. */
export async function openNewPost(page: Page): Promise<Locator> {
  await signIn(page.context());
  const origin = place('blog');
  const answer = await page.request.post(`${origin}/api/posts/`, {
    headers: { Origin: origin },
    data: { kind: 'post', language: 'ko' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { translationId } = (await answer.json()) as { translationId: string };
  await page.goto(`/write/${translationId}/`);
  const source = sourceOf(page);
  await source.click();
  return source;
}

/** The text as it stands in the editor, line by line; only what is in sight is there. */
export async function textOf(source: Locator): Promise<string> {
  const lines = await source.locator('.cm-line').allTextContents();
  return lines.join('\n');
}

/** Waits until the text is what it should be. */
export async function expectText(source: Locator, text: string): Promise<void> {
  await expect.poll(() => textOf(source)).toBe(text);
}

/** Types Hangul as an input method does: each syllable is put together from its letters, then committed. */
export async function composer(page: Page) {
  const session = await page.context().newCDPSession(page);
  /** Shows the steps of one syllable without committing the last. */
  const begin = async (...steps: string[]): Promise<void> => {
    for (const text of steps) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
  };
  const commit = async (text: string): Promise<void> => {
    await session.send('Input.insertText', { text });
  };
  return {
    begin,
    commit,
    type: async (word: string): Promise<void> => {
      for (const syllable of word) {
        await begin(...stepsOf(syllable));
        await commit(syllable);
      }
    },
    /** A key that the input method takes for itself; pages hear of it with the key code 229. */
    key: async (code: string): Promise<void> => {
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code,
        windowsVirtualKeyCode: 229,
      });
    },
  };
}

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** What is seen while a syllable is put together: `ㅎ`, `하`, `한`. */
function stepsOf(syllable: string): string[] {
  const index = syllable.charCodeAt(0) - 0xac00;
  if (index < 0 || index > 11_171) return [syllable];
  const initial = initials[Math.floor(index / 588)] ?? '';
  const open = String.fromCharCode(0xac00 + index - (index % 28));
  return open === syllable ? [initial, open] : [initial, open, syllable];
}
