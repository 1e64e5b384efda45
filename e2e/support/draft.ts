import { expect, type APIRequestContext, type Locator, type Page } from 'playwright/test';
import savingWords from '../../messages/saving.ko.json' with { type: 'json' };
import { sourceOf } from './editor';

/** Sentences about saving, in Korean. */
export const saving = savingWords.saving;

/** A draft as the server has it. */
export interface Draft {
  title: string;
  summary: string;
  source: string;
  version: number;
}

/** Begins a post as whoever `request` is signed in as. @returns the id of its Korean text. */
export async function beginPost(request: APIRequestContext, origin: string): Promise<string> {
  const answer = await request.post(`${origin}/api/posts/`, {
    headers: { Origin: origin },
    data: { kind: 'post', language: 'ko' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { translationId: string }).translationId;
}

/** @returns what the server has. */
export async function draftOf(request: APIRequestContext, origin: string, id: string): Promise<Draft> {
  const answer = await request.get(`${origin}/api/drafts/${id}/`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Draft;
}

/** Saves as somebody else's program would, on top of what the server has. */
export async function putDraft(
  request: APIRequestContext,
  origin: string,
  id: string,
  change: Partial<Omit<Draft, 'version'>> & { isApart?: boolean },
): Promise<void> {
  const { version, title, summary, source } = await draftOf(request, origin, id);
  const answer = await request.put(`${origin}/api/drafts/${id}/`, {
    headers: { Origin: origin },
    data: { title, summary, source, ...change, baseVersion: version, saveKey: crypto.randomUUID() },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** @returns sources of all revisions, newest first. */
export async function historyOf(request: APIRequestContext, origin: string, id: string): Promise<string[]> {
  const list = (await (await request.get(`${origin}/api/translations/${id}/revisions/`)).json()) as {
    id: string;
  }[];
  const sources: string[] = [];
  for (const revision of list) {
    const one = await request.get(`${origin}/api/revisions/${revision.id}/`);
    sources.push(((await one.json()) as { source: string }).source);
  }
  return sources;
}

/** Opens a text in the editor, with the caret at its end. */
export async function openText(page: Page, origin: string, id: string): Promise<Locator> {
  await page.goto(`${origin}/write/${id}/`);
  const source = sourceOf(page);
  await source.click();
  await page.keyboard.press('Control+End');
  return source;
}

/** The words that say how it stands with saving. */
export function stateOf(page: Page): Locator {
  return page.locator('.saved-state');
}

/** Waits until the page says that the server has everything. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(stateOf(page)).toHaveAttribute('data-status', 'saved', { timeout: 20_000 });
  await expect(stateOf(page)).toContainText(saving.savedAt.replace('{time}', '').trim());
}
