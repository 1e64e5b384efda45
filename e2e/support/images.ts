import { expect, type Page } from 'playwright/test';
import sharp from 'sharp';
import { settled } from './members';
import { word } from './words';

/** A file as a page gets it from a clipboard or a drag. */
export interface SampleFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** A picture of its own for each colour. */
export async function picture(
  name: string,
  colour: string,
  { width = 1000, height = 600 } = {},
): Promise<SampleFile> {
  const image = sharp({ create: { width, height, channels: 3, background: colour } });
  const isJpeg = name.endsWith('.jpg');
  const bytes = await (isJpeg ? image.jpeg() : image.png()).toBuffer();
  return { name, type: isJpeg ? 'image/jpeg' : 'image/png', bytes };
}

export const source = (page: Page) => page.locator('.cm-content');

/** @returns the text in the editor, line by line. */
export async function textOf(page: Page): Promise<string> {
  return source(page).evaluate((element) =>
    [...element.querySelectorAll('.cm-line')]
      .map((line) => {
        const copy = line.cloneNode(true) as HTMLElement;
        for (const widget of copy.querySelectorAll('.cm-upload-state, .cm-widgetBuffer')) widget.remove();
        return copy.textContent;
      })
      .join('\n'),
  );
}

/** Begins a post and opens it. @returns its ids. */
export async function newPost(page: Page): Promise<{ postId: string; translationId: string }> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/api/posts/`, {
    headers: { Origin: origin },
    data: { kind: 'post', language: 'ko' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const ids = (await answer.json()) as { postId: string; translationId: string };
  await page.goto(`${origin}/write/${ids.translationId}/`);
  await settled(page);
  await source(page).click();
  return ids;
}

type Carried = { name: string; type: string; base64: string };
const carried = (files: SampleFile[]): Carried[] =>
  files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));

/** Pastes files, as a browser does that was given them by another program. */
export async function pasteFiles(page: Page, ...files: SampleFile[]): Promise<void> {
  await source(page).evaluate((element, given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, carried(files));
}

/** Drops files in the middle of an element. */
export async function dropFiles(page: Page, selector: string, ...files: SampleFile[]): Promise<void> {
  await page.locator(selector).evaluate((element, given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const box = element.getBoundingClientRect();
    const at = { clientX: box.left + box.width / 2, clientY: box.top + Math.min(box.height / 2, 20) };
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, ...at }),
      );
    }
  }, carried(files));
}

/** The list of what is being uploaded into the text. */
export const tray = (page: Page) => page.getByRole('list', { name: word('ko', 'images.tray') });
