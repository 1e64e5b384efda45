import type { Actor } from '@/lib/audit';
import { record } from '@/lib/audit';
import { dependsOn, tags, touch } from '@/lib/cache';
import { db, type Transaction } from '@/lib/db';
import { imageName } from '@/lib/markdown';
import type { ResolvedImage } from '@/lib/markdown/types';
import { sha256 } from './bytes';
import type { EncodedImage } from './encode';

export { MAX_BYTES } from './bytes';
export { MediaError, type MediaFault } from './errors';

/** A picture that is ready to be kept. */
export interface PreparedMedia {
  sourceHash: string;
  name: string;
  encoded: EncodedImage;
}

/** @returns root-relative address of a picture. */
export function mediaPath(media: { hash: string; extension: string }, width?: number): string {
  return width === undefined
    ? `/media/${media.hash}.${media.extension}`
    : `/media/${media.hash}-${width}.webp`;
}

/**
 * Everything about an upload that takes time, done before a transaction is opened.
 *
 * @param bytes the upload.
 * @param name file name, for people.
 * @throws {MediaError} when it is not a picture that can be kept.
 */
export async function prepareMedia(bytes: Uint8Array, name: string): Promise<PreparedMedia> {
  // Loaded where it is needed: a server that only shows pictures does without.
  const { encodeImage } = await import('./encode');
  return {
    sourceHash: sha256(bytes),
    name: name.normalize('NFC').slice(0, 200),
    encoded: await encodeImage(bytes),
  };
}

/** @returns id of the media that the same upload already became, or null. */
export async function findUploaded(bytes: Uint8Array): Promise<string | null> {
  const media = await db().media.findUnique({ where: { sourceHash: sha256(bytes) }, select: { id: true } });
  return media?.id ?? null;
}

/** Keeps a picture. @returns its id; an equal picture that is kept already is not kept twice. */
export async function keepMedia(tx: Transaction, actor: Actor, prepared: PreparedMedia): Promise<string> {
  const { encoded, sourceHash, name } = prepared;
  const existing = await tx.media.findFirst({
    where: { OR: [{ sourceHash }, { hash: encoded.hash }] },
    select: { id: true },
  });
  if (existing) return existing.id;
  const { id } = await tx.media.create({
    data: {
      hash: encoded.hash,
      sourceHash,
      extension: encoded.extension,
      type: encoded.type,
      size: encoded.bytes.byteLength,
      width: encoded.width,
      height: encoded.height,
      name,
      ownerId: 'memberId' in actor ? actor.memberId : null,
      blobs: {
        create: [
          { variant: 'original', type: encoded.type, size: encoded.bytes.byteLength, bytes: encoded.bytes },
          ...encoded.variants.map((variant) => ({
            variant: String(variant.width),
            type: variant.type,
            size: variant.bytes.byteLength,
            bytes: variant.bytes,
          })),
        ],
      },
    },
    select: { id: true },
  });
  await record(tx, actor, { action: 'media.keep', subjectType: 'media', subjectId: id, detail: { name } });
  return id;
}

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
  const select = {
    hash: true,
    extension: true,
    width: true,
    height: true,
    blobs: { select: { variant: true } },
  };
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
    if (media.width === null || media.height === null) continue;
    images.set(address, {
      src: mediaPath(media),
      width: media.width,
      height: media.height,
      variants: media.blobs
        .filter(({ variant }) => variant !== 'original')
        .map(({ variant }) => Number(variant))
        .sort((a, b) => a - b)
        .map((width) => ({ src: mediaPath(media, width), width })),
    });
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
