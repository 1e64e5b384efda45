import { dependsOn, tags, touch } from '@/lib/cache';
import { db, type Transaction } from '@/lib/db';
import { imageName } from '@/lib/markdown';
import type { ResolvedImage } from '@/lib/markdown/types';
import { mediaPath, resolvedImage, shownColumns } from './paths';

export { MAX_BYTES, readUpload } from './bytes';
export { LibraryError, MediaError, type MediaFault } from './errors';
export { findUploaded, keepMedia, prepareMedia, type PreparedMedia } from './keep';
export { deleteMedia, mediaDetail } from './uses';
export { mediaItem, mediaPage, MEDIA_PAGE } from './library';
export { uploadImage } from './uploads';
export { mediaPath } from './paths';
export type * from './views';

/**
 * Lets a picture answer at an address from before.
 *
 * @param path decoded, NFC: `/assets/img/darts.png`, or the foreign URL that was brought home.
 * @returns whether the address is new or leads elsewhere than before.
 */
export async function giveAddress(tx: Transaction, mediaId: string, path: string): Promise<boolean> {
  const existing = await tx.mediaAddress.findUnique({ where: { path } });
  if (existing?.mediaId === mediaId) return false;
  await tx.mediaAddress.upsert({ where: { path }, create: { path, mediaId }, update: { mediaId } });
  await touch(tx, [tags.mediaAddresses]);
  return true;
}

/** What is sent for a picture. */
export interface MediaFile {
  bytes: Uint8Array;
  type: string;
  hash: string;
}

/**
 * @param file last part of an address below `/media/`: `<hash>.<extension>` or `<hash>-<width>.webp`.
 * @returns the picture, or null.
 */
export async function mediaFile(file: string): Promise<MediaFile | null> {
  const match = /^([0-9a-f]{64})(?:-(\d{1,5}))?\.([a-z0-9]+)$/.exec(file);
  if (!match) return null;
  const [, hash = '', width, extension = ''] = match;
  dependsOn(tags.media(hash));
  const media = await db().media.findUnique({ where: { hash }, select: { id: true, extension: true } });
  if (!media || extension !== (width === undefined ? media.extension : 'webp')) return null;
  const blob = await db().mediaBlob.findUnique({
    where: { mediaId_variant: { mediaId: media.id, variant: width ?? 'original' } },
    select: { bytes: true, type: true },
  });
  return (
    blob && { bytes: blob.bytes, type: blob.type, hash: width === undefined ? hash : `${hash}-${width}` }
  );
}

/** @param path an address from before, decoded, NFC. @returns the picture that answers there, or null. */
export async function mediaAtAddress(path: string): Promise<MediaFile | null> {
  dependsOn(tags.mediaAddresses);
  const address = await db().mediaAddress.findUnique({
    where: { path },
    select: { media: { select: { hash: true, extension: true } } },
  });
  return address && mediaFile(`${address.media.hash}.${address.media.extension}`);
}

/** Addresses that a source may name images by; may hold more than there are, never fewer. */
export function namedAddresses(source: string): string[] {
  const found = new Set<string>();
  const patterns = [
    /\]\(\s*(?:<([^>\n]+)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))/g,
    /^\s*\[[^\]\n]+\]:\s*(?:<([^>\n]+)>|(\S+))/gm,
    /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
  ];
  for (const pattern of patterns) {
    for (const match of source.matchAll(pattern)) {
      const groups: (string | undefined)[] = match.slice(1);
      const address = groups.find((group) => group !== undefined);
      if (address) found.add(imageName(address.replace(/&amp;/g, '&')));
    }
  }
  return [...found];
}

/**
 * @param addresses as sources name images, decoded, NFC: an address from before, or `/media/<hash>.<extension>`.
 * @returns what the pipeline needs to know of those that are kept here.
 */
export async function imagesByAddress(addresses: string[]): Promise<Map<string, ResolvedImage>> {
  const images = new Map<string, ResolvedImage>();
  const hashes = new Map<string, string>();
  for (const address of addresses) {
    const hash = /^\/media\/([0-9a-f]{64})\.[a-z0-9]+$/.exec(address)?.[1];
    if (hash !== undefined) hashes.set(hash, address);
  }
  const select = shownColumns;
  const [old, own] = await Promise.all([
    addresses.length === 0
      ? []
      : db().mediaAddress.findMany({
          where: { path: { in: addresses } },
          select: { path: true, media: { select } },
        }),
    hashes.size === 0 ? [] : db().media.findMany({ where: { hash: { in: [...hashes.keys()] } }, select }),
  ]);
  const entries = [
    ...old.map(({ path, media }) => [path, media] as const),
    ...own.map((media) => [hashes.get(media.hash) ?? mediaPath(media), media] as const),
  ];
  for (const [address, media] of entries) {
    const image = resolvedImage(media);
    if (image) images.set(address, image);
  }
  return images;
}

/**
 * @param paths root-relative addresses of pictures, `/media/<hash>.<extension>`.
 * @returns type and size in bytes of each that is kept here.
 */
export async function mediaFacts(paths: string[]): Promise<Map<string, { type: string; size: number }>> {
  const hashes = paths.flatMap((path) => /^\/media\/([0-9a-f]{64})\./.exec(path)?.[1] ?? []);
  if (hashes.length === 0) return new Map();
  const rows = await db().media.findMany({
    where: { hash: { in: hashes } },
    select: { hash: true, extension: true, type: true, size: true },
  });
  return new Map(rows.map((row) => [mediaPath(row), { type: row.type, size: row.size }]));
}
