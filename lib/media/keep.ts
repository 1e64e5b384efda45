import { record, type Actor } from '@/lib/audit';
import { db, type Transaction } from '@/lib/db';
import { sha256 } from './bytes';
import type { EncodedImage } from './encode';

/** A picture that is ready to be kept. */
export interface PreparedMedia {
  sourceHash: string;
  name: string;
  encoded: EncodedImage;
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
