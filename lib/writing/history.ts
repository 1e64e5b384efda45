import type { Viewer } from '@/lib/access';
import type { Transaction } from '@/lib/db';
import { addRevision } from '@/lib/posts';

/** What one writes: the part of a post that differs by language and is kept in revisions. */
export interface Text {
  title: string;
  summary: string;
  source: string;
}

export const textColumns = { title: true, summary: true, source: true } as const;

/** @returns whether two texts are the same to the letter. */
export function sameText(a: Text, b: Text): boolean {
  return a.title === b.title && a.summary === b.summary && a.source === b.source;
}

/** Autosaves of one member are put together for so long, in milliseconds. */
export const COALESCE_FOR = 10 * 60_000;

/** What a save may take away, in characters, before the text from before is kept as a revision of its own. */
const SMALL_LOSS = 200;

/**
 * @returns how many characters of `before` are not in `after`, at most: what lies between the beginning and the end that
 *   both share.
 */
export function charactersLost(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}

/** @returns whether a text may take the place of another one in the history. */
function mayReplace(before: Text, after: Text): boolean {
  const lost = charactersLost(before.source, after.source);
  const summaryLost = charactersLost(before.summary, after.summary);
  return (
    lost <= Math.max(SMALL_LOSS, before.source.length / 5) &&
    lost * 2 <= Math.max(before.source.length, 40) &&
    summaryLost <= SMALL_LOSS
  );
}

const latestColumns = {
  id: true,
  ...textColumns,
  authorId: true,
  reason: true,
  createdAt: true,
  publishedAs: { select: { id: true } },
  scheduledAs: { select: { id: true }, take: 1 },
  inStep: { select: { id: true }, take: 1 },
} as const;

/** @returns the newest revision of a translation, or null. */
async function latestRevision(tx: Transaction, translationId: string) {
  return tx.revision.findFirst({
    where: { translationId },
    orderBy: { number: 'desc' },
    select: latestColumns,
  });
}

/**
 * Keeps what was saved in the history. The newest revision always equals the draft. It is written over only where it
 * is a young autosave of the same member that nothing refers to, and nothing of weight would be lost.
 *
 * @param isApart whether it is to be a revision of its own in any case.
 * @returns whether there is a new line in the history.
 */
export async function keepAutosave(
  tx: Transaction,
  viewer: Viewer,
  translationId: string,
  text: Text,
  now: Date,
  isApart = false,
): Promise<boolean> {
  const latest = await latestRevision(tx, translationId);
  if (latest && sameText(latest, text)) return false;
  if (
    !isApart &&
    latest?.reason === 'autosave' &&
    latest.authorId === viewer.memberId &&
    now.getTime() - latest.createdAt.getTime() < COALESCE_FOR &&
    latest.publishedAs === null &&
    latest.scheduledAs.length === 0 &&
    latest.inStep.length === 0 &&
    mayReplace(latest, text)
  ) {
    await tx.revision.update({ where: { id: latest.id }, data: { ...text, savedAt: now } });
    await tx.rendering.deleteMany({ where: { revisionId: latest.id } });
    return false;
  }
  await addRevision(
    tx,
    translationId,
    { ...text, authorId: viewer.memberId, reason: 'autosave', at: now },
    { untitled: true },
  );
  return true;
}

/** Newest revisions among which a text that is set aside may be already, after an answer that was lost. */
const RECENT = 10;

/** Keeps a text in the history that is not the draft: the side of a conflict that was not chosen, or not whole. */
export async function keepAside(
  tx: Transaction,
  viewer: Viewer,
  translationId: string,
  text: Text,
  now: Date,
): Promise<void> {
  const recent = await tx.revision.findMany({
    where: { translationId },
    orderBy: { number: 'desc' },
    take: RECENT,
    select: textColumns,
  });
  if (recent.some((revision) => sameText(revision, text))) return;
  await addRevision(
    tx,
    translationId,
    { ...text, authorId: viewer.memberId, reason: 'aside', at: now },
    { untitled: true },
  );
}

/**
 * The revision that holds a text: the newest where that is the same, which then is no autosave any longer, otherwise a
 * new one.
 *
 * @returns its id.
 */
export async function pinRevision(
  tx: Transaction,
  viewer: Viewer,
  translationId: string,
  text: Text,
  reason: 'publish' | 'schedule',
): Promise<string> {
  const latest = await latestRevision(tx, translationId);
  if (!latest || !sameText(latest, text)) {
    return addRevision(tx, translationId, { ...text, authorId: viewer.memberId, reason });
  }
  if (latest.reason === 'autosave' || latest.reason === 'schedule') {
    await tx.revision.update({ where: { id: latest.id }, data: { reason } });
  }
  return latest.id;
}
