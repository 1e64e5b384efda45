import { check, type Viewer } from '@/lib/access';
import { db, transaction } from '@/lib/db';
import { checkSize } from './bytes';
import { LibraryError, MediaError } from './errors';
import { Gate } from './gate';
import { findUploaded, keepMedia, prepareMedia } from './keep';
import { recognise } from './kinds';
import { resolvedImage, shownColumns } from './paths';
import type { UploadedImage } from './views';

/** Uploads of one member that are encoded within ten minutes. */
const UPLOADS = 200;
const WINDOW = 10 * 60_000;

const gate = new Gate();

/**
 * Keeps a picture that a member brings. The same bytes again are the same picture.
 *
 * @param upload bytes, and the name of the file, for people.
 * @throws {MediaError} when it cannot be kept. @throws {LibraryError} `throttled` or `busy`. @throws {AccessError}
 */
export async function uploadImage(
  viewer: Viewer,
  { bytes, name }: { bytes: Uint8Array; name: string },
): Promise<UploadedImage> {
  check(viewer, 'media.upload');
  checkSize(bytes.byteLength);
  // An SVG can be drawn for an import, which nobody attends to; a member is told how to do better.
  if ((await recognise(bytes)) === 'svg') throw new MediaError('svg');
  const known = await findUploaded(bytes);
  if (known !== null) return uploaded(known);
  await countUpload(viewer);
  const prepared = await gate.run(() => prepareMedia(bytes, cleanName(name)));
  return uploaded(await transaction((tx) => keepMedia(tx, viewer, prepared)));
}

async function uploaded(id: string): Promise<UploadedImage> {
  const row = await db().media.findUniqueOrThrow({
    where: { id },
    select: { ...shownColumns, id: true, name: true },
  });
  const image = resolvedImage(row);
  if (!image) throw new MediaError('damaged');
  return { ...image, id: row.id, name: row.name };
}

/** @returns a file name as it is kept: the last part of a path, NFC, without what cannot be seen. */
function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim() || 'image';
}

async function countUpload({ memberId }: Viewer): Promise<void> {
  const key = `upload:member:${memberId}`;
  await transaction(async (tx) => {
    const now = new Date();
    await tx.throttle.deleteMany({ where: { key, resetsAt: { lte: now } } });
    const row = await tx.throttle.upsert({
      where: { key },
      create: { key, attempts: 1, resetsAt: new Date(now.getTime() + WINDOW) },
      update: { attempts: { increment: 1 } },
    });
    if (row.attempts > UPLOADS) {
      const minutes = Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / 60_000));
      throw new LibraryError('throttled', { minutes });
    }
  });
}
