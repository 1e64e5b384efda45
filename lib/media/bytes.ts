import { createHash } from 'node:crypto';

/** Largest upload, in bytes. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** @returns SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
