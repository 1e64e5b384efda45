import { createHash } from 'node:crypto';
import { LibraryError, MediaError } from './errors';

/** Largest upload, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** @returns SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws {MediaError} `empty` or `too-many-bytes`. */
export function checkSize(size: number): void {
  if (size === 0) throw new MediaError('empty');
  if (size > MAX_BYTES) {
    throw new MediaError('too-many-bytes', {
      size: Math.ceil((size / MEGABYTE) * 10) / 10,
      limit: MAX_BYTES / MEGABYTE,
    });
  }
}

/**
 * Reads an upload, never more of it than may be kept.
 *
 * @param announced length in bytes as the request says it, or null.
 * @throws {MediaError} `empty` or `too-many-bytes`. @throws {LibraryError} `interrupted`, where it ends before its end.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  announced: number | null,
): Promise<Uint8Array> {
  if (announced !== null) checkSize(announced);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body ?? []) {
      size += part.byteLength;
      if (size > MAX_BYTES) break;
      parts.push(part);
    }
  } catch {
    throw new LibraryError('interrupted');
  }
  checkSize(size);
  if (announced !== null && size !== announced) throw new LibraryError('interrupted');
  return Buffer.concat(parts);
}
