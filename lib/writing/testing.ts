import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/access';
import { transaction } from '@/lib/db';
import { changeSettings, type Settings } from '@/lib/settings';
import { beginPost, publishNow, readDraft, saveDraft, type Writer } from '.';

/** A member for a test, active, named by the handle. @returns them as who is signed in. */
export async function writerNamed(handle: string, role: Role = 'member'): Promise<Writer> {
  const { id } = await transaction((tx) =>
    tx.member.create({
      data: { handle, names: { ko: handle, en: handle }, about: {}, links: [], role, state: 'active' },
      select: { id: true },
    }),
  );
  return { memberId: id, role, language: 'ko' };
}

/** What a test writes. */
export interface SampleText {
  title?: string;
  summary?: string;
  source?: string;
}

/** Saves a draft as the editor does, on top of what is there. @returns its version. */
export async function write(
  viewer: Writer,
  translationId: string,
  text: SampleText,
  now?: Date,
): Promise<number> {
  const { version, title, summary, source } = await readDraft(viewer, translationId);
  const saved = await saveDraft(
    viewer,
    translationId,
    { title, summary, source, ...text, baseVersion: version, saveKey: randomUUID() },
    now,
  );
  return saved.version;
}

/** A post of a member's with a text, as a draft. @returns its ids and the draft's version. */
export async function draftBy(
  viewer: Writer,
  text: SampleText = {},
  kind: 'post' | 'page' = 'post',
): Promise<{ postId: string; translationId: string; draftVersion: number }> {
  const ids = await beginPost(viewer, { kind, language: 'ko' });
  const { title = '휘스퍼', source = '첫 문단.\n', summary = '' } = text;
  return { ...ids, draftVersion: await write(viewer, ids.translationId, { title, source, summary }) };
}

/** A post of a member's that readers see. */
export async function publicBy(viewer: Writer, text: SampleText = {}, at?: Date) {
  const draft = await draftBy(viewer, text);
  const { draftVersion, translationId } = draft;
  const published = await publishNow(viewer, translationId, { draftVersion, ...(at && { at }) });
  return { ...draft, ...published };
}

/** Changes settings as an administrator would. */
export async function setSettings(change: Partial<Settings>): Promise<void> {
  await transaction((tx) => changeSettings(tx, { label: 'shell' }, change));
}
