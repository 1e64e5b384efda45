import { setTimeout as wait } from 'node:timers/promises';
import { expect, people, setUp, signIn, test } from './support/members';
import { dropFiles, newPost, pasteFiles, picture, source, textOf, tray } from './support/images';
import { word } from './support/words';

// One after the other on one blog; each begins a text of its own.
test.use({ deskName: 'images' });
test.describe.configure({ mode: 'default' });

const address = String.raw`/media/[0-9a-f]{64}\.`;

test.beforeEach(async ({ page, desk }) => {
  // A worker that begins anew has a blog anew; `setUp` waits until its link is printed.
  if (!isSetUp) await setUp(page, desk);
  else await signIn(page, desk.url, people.kim);
  isSetUp = true;
});
let isSetUp = false;

test('a screenshot from the clipboard is in the text, the preview and the post', async ({
  page,
  desk,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: desk.url });
  const { postId, translationId } = await newPost(page);
  await page.keyboard.type('앞 문단');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const { bytes } = await picture('shot.png', '#8cb3a0');
  await page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([raw], { type: 'image/png' }) }),
    ]);
  }, bytes.toString('base64'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`^앞 문단\n\n!\\[\\]\\(${address}png\\)$`));

  // The words are asked for where the upload is listed.
  const alt = tray(page).getByRole('textbox', { name: word('ko', 'images.altLabel') });
  await alt.fill('초록 바탕');
  await alt.press('Enter');
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`!\\[초록 바탕\\]\\(${address}png\\)$`));
  await expect(page.locator('.editor-preview img[alt="초록 바탕"]')).toBeVisible();

  await page.getByRole('textbox', { name: word('ko', 'editor.title') }).fill('그림 하나');
  const headers = { Origin: desk.url };
  await expect(async () => {
    const draft = (await (await page.request.get(`${desk.url}/api/drafts/${translationId}/`)).json()) as {
      source: string;
      title: string;
    };
    expect(draft.source).toContain('초록 바탕');
    expect(draft.title).toBe('그림 하나');
  }).toPass();
  const category = await page.request.post(`${desk.url}/api/categories/`, {
    headers,
    data: { slug: 'ai', names: { ko: '인공지능', en: 'AI' }, descriptions: {} },
  });
  expect(category.ok(), await category.text()).toBe(true);
  const { categories } = (await category.json()) as { categories: { id: string; slug: string }[] };
  const categoryId = categories.find(({ slug }) => slug === 'ai')?.id;
  const view = (await (await page.request.get(`${desk.url}/api/translations/${translationId}/`)).json()) as {
    details: object;
    draft: { version: number };
  };
  const details = await page.request.put(`${desk.url}/api/posts/${postId}/details/`, {
    headers,
    data: { ...view.details, categoryId, month: '2024-03', slug: 'one-image' },
  });
  expect(details.ok(), await details.text()).toBe(true);
  const published = await page.request.post(`${desk.url}/api/translations/${translationId}/publish/`, {
    headers,
    data: { draftVersion: view.draft.version },
  });
  expect(published.ok(), await published.text()).toBe(true);
  await page.goto(`${desk.url}/ai/2024-03/one-image/`);
  const image = page.locator('article img[alt="초록 바탕"]');
  await expect(image).toBeVisible();
  await expect(image).toHaveAttribute('srcset', /-480\.webp 480w, .*-960\.webp 960w, /);
  await expect(image).toHaveAttribute('width', '1000');
});

test('several at once are dropped on the source; what is typed meanwhile stays, and so does the step back', async ({
  page,
}) => {
  await newPost(page);
  await page.route('**/api/media/?*', async (route) => {
    await typed;
    await route.continue();
  });
  let done = (): void => undefined;
  const typed = new Promise<void>((resolve) => {
    done = resolve;
  });
  await dropFiles(
    page,
    '.cm-content',
    await picture('하나.png', '#111111'),
    await picture('둘.jpg', '#222222'),
  );
  await expect
    .poll(() => textOf(page))
    .toMatch(/^!\[업로드 중: 하나\.png…\]\(upload:\w+\)\n\n!\[업로드 중: 둘\.jpg…\]\(upload:\w+\)$/);
  await expect(tray(page).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('새 첫 줄');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  done();
  const both = new RegExp(`^새 첫 줄\n\n!\\[\\]\\(${address}png\\)\n\n!\\[\\]\\(${address}jpg\\)$`);
  await expect.poll(() => textOf(page)).toMatch(both);

  // Undone in the order in which a person did it: the words first, then the pictures, as one step.
  await source(page).click();
  const undo = () => page.keyboard.press('ControlOrMeta+z');
  await expect(async () => {
    await undo();
    expect(await textOf(page)).toMatch(
      new RegExp(`^!\\[\\]\\(${address}png\\)\n\n!\\[\\]\\(${address}jpg\\)$`),
    );
  }).toPass();
  await undo();
  await expect.poll(() => textOf(page)).not.toContain('/media/');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  const images = new RegExp(`^!\\[\\]\\(${address}png\\)\n\n!\\[\\]\\(${address}jpg\\)$`);
  await expect.poll(() => textOf(page)).toMatch(images);
  await undo();
  await expect.poll(() => textOf(page)).not.toContain('/media/');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => textOf(page)).toMatch(images);
});

test('what is dropped on the preview goes to the caret', async ({ page }) => {
  await newPost(page);
  await page.keyboard.type('끝');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await dropFiles(page, '.editor-preview', await picture('drop.png', '#333333'));
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`^끝\n\n!\\[\\]\\(${address}png\\)$`));
});

test('pictures within pasted text are uploaded too', async ({ page }) => {
  await newPost(page);
  const { bytes } = await picture('within.png', '#3a3a3a', { width: 20, height: 20 });
  await source(page).evaluate((element, base64) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<p>앞의 <b>글</b></p><p><img alt="작은 그림" src="data:image/png;base64,${base64}"></p>`,
    );
    data.setData('text/plain', '앞의 글');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, bytes.toString('base64'));
  await expect
    .poll(() => textOf(page))
    .toMatch(new RegExp(`^앞의 \\*\\*글\\*\\*\n\n!\\[작은 그림\\]\\(${address}png\\)$`));
});

test('an upload is cancelled, and tried again after a cut connection', async ({ page, trouble }) => {
  trouble.expect(/api\/media/);
  trouble.expect(/ERR_CONNECTION_FAILED/);
  await newPost(page);
  let isHeld = true;
  await page.route('**/api/media/?*', async (route) => {
    // Held until the page gives up.
    if (isHeld) await wait(60_000, undefined, { ref: false }).catch(() => undefined);
    else await route.abort('connectionfailed');
  });
  await pasteFiles(page, await picture('slow.png', '#444444'));
  await tray(page)
    .getByRole('button', { name: word('ko', 'images.cancelOf', { name: 'slow.png' }) })
    .click();
  await expect(tray(page)).toContainText(word('ko', 'images.cancelled'));
  await expect.poll(() => textOf(page)).toMatch(/upload:/);

  isHeld = false;
  const retry = tray(page).getByRole('button', {
    name: word('ko', 'images.retryOf', { name: 'slow.png' }),
  });
  await retry.click();
  await expect(tray(page)).toContainText(word('ko', 'request.offline'));
  await page.unroute('**/api/media/?*');
  await retry.click();
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`^!\\[\\]\\(${address}png\\)$`));
});

test('a file that is no picture is refused in words, and its place goes', async ({ page, trouble }) => {
  trouble.expect(/415/);
  await newPost(page);
  await page.keyboard.type('앞');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const bytes = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]);
  await pasteFiles(page, { name: 'photo.png', type: 'image/png', bytes });
  await expect(tray(page)).toContainText(word('ko', 'images.imageOtherFile', { kind: 'EXE' }));
  await tray(page)
    .getByRole('button', { name: word('ko', 'images.removeOf', { name: 'photo.png' }) })
    .click();
  await expect.poll(() => textOf(page)).not.toContain('upload:');
  await expect(tray(page).getByRole('listitem')).toHaveCount(0);
});

test('a place left over from a closed window asks for its file again', async ({ page }) => {
  await newPost(page);
  await page.keyboard.insertText('![업로드 중: 어제.png…](upload:abcd1234)');
  await expect(tray(page)).toContainText(word('ko', 'images.interruptedText'));
  const chooser = page.waitForEvent('filechooser');
  await tray(page)
    .getByRole('button', { name: word('ko', 'images.resumeOf', { name: '어제.png' }) })
    .click();
  const { bytes } = await picture('어제.png', '#555555');
  await (await chooser).setFiles({ name: '어제.png', mimeType: 'image/png', buffer: bytes });
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`^!\\[\\]\\(${address}png\\)$`));
});

test('words, caption and width of an image are given in a dialog', async ({ page }) => {
  await newPost(page);
  await pasteFiles(page, await picture('loss.png', '#666666'));
  await expect.poll(() => textOf(page)).toMatch(new RegExp(address));
  await source(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Alt+g');
  const dialog = page.getByRole('dialog', { name: word('ko', 'images.imageTitle') });
  const alt = dialog.getByRole('textbox', { name: word('ko', 'images.altLabel') });
  await expect(alt).toBeFocused();
  await alt.fill('손실 곡선');
  await dialog.getByRole('textbox', { name: word('ko', 'images.caption') }).fill('그림 1. $L$의 변화');
  await dialog.getByRole('button', { name: word('ko', 'images.apply') }).click();
  await expect
    .poll(() => textOf(page))
    .toMatch(new RegExp(`^!\\[손실 곡선\\]\\(${address}png\\)\n\\*그림 1\\. \\$L\\$의 변화\\*$`));
  await expect(page.locator('.editor-preview figure figcaption .katex')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Alt+g');
  await dialog.getByRole('combobox', { name: word('ko', 'images.width') }).selectOption('50%');
  await dialog.getByRole('button', { name: word('ko', 'images.apply') }).click();
  await expect(page.locator('.editor-preview figure img[alt="손실 곡선"]')).toHaveAttribute(
    'style',
    /width: ?50%/,
  );
  await expect(page.locator('.editor-preview figure figcaption .katex')).toBeVisible();
});

test('a picture is chosen from the library, and cannot be deleted while a draft uses it', async ({
  page,
  desk,
}) => {
  const { bytes } = await picture('figure.png', '#678901');
  const sent = await page.request.post(`${desk.url}/api/media/?name=figure.png`, {
    headers: { Origin: desk.url },
    data: bytes,
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  await newPost(page);
  await page.getByRole('button', { name: word('ko', 'source.image'), exact: true }).click();
  const picker = page.getByRole('dialog', { name: word('ko', 'images.pickerTitle') });
  await picker.getByRole('searchbox').fill('figure');
  await picker.getByRole('searchbox').press('Enter');
  await picker.getByRole('button', { name: word('ko', 'images.pick', { name: 'figure.png' }) }).click();
  const dialog = page.getByRole('dialog', { name: word('ko', 'images.imageTitle') });
  await dialog.getByRole('textbox', { name: word('ko', 'images.altLabel') }).fill('다시 쓴 그림');
  await dialog.getByRole('button', { name: word('ko', 'images.apply') }).click();
  await expect.poll(() => textOf(page)).toMatch(new RegExp(`^!\\[다시 쓴 그림\\]\\(${address}png\\)$`));

  await page.goto(`${desk.url}/write/media/`);
  await page.getByRole('button', { name: word('ko', 'images.open', { name: 'figure.png' }) }).click();
  const about = page.getByRole('dialog', { name: 'figure.png' });
  await expect(about).toContainText(word('ko', 'images.whereDraft'));
  await expect(about.getByRole('button', { name: word('ko', 'images.delete') })).toHaveCount(0);
});

test('an unused picture is uploaded to the library and deleted there', async ({ page, desk }) => {
  await page.goto(`${desk.url}/write/media/`);
  const { bytes } = await picture('쓰지 않는 그림.png', '#777777');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: word('ko', 'images.upload') }).click();
  await (await chooser).setFiles({ name: '쓰지 않는 그림.png', mimeType: 'image/png', buffer: bytes });
  const tile = page.getByRole('button', {
    name: word('ko', 'images.open', { name: '쓰지 않는 그림.png' }),
  });
  await tile.click();
  const about = page.getByRole('dialog', { name: '쓰지 않는 그림.png' });
  await expect(about).toContainText(word('ko', 'images.noUses'));
  await about.getByRole('button', { name: word('ko', 'images.delete') }).click();
  await about.getByRole('button', { name: word('ko', 'images.deleteYes'), exact: true }).click();
  await expect(tile).toHaveCount(0);
  await page.reload();
  await expect(tile).toHaveCount(0);
});
