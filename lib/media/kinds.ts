import { fileTypeFromBuffer } from 'file-type';
import { MediaError } from './errors';

/** What a picture is stored as when it comes. */
export type PictureKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'heic' | 'svg' | 'tiff';

const BY_TYPE: Record<string, PictureKind> = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/tiff': 'tiff',
};

/** How far into a file an SVG's root element is looked for: comments and a doctype may precede it. */
const SVG_HEAD = 4096;

/**
 * Recognises a file by its bytes, never by its name.
 *
 * @throws {MediaError} `other-file` or `not-an-image`.
 */
export async function recognise(bytes: Uint8Array): Promise<PictureKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found && BY_TYPE[found.mime];
  if (kind !== undefined) return kind;
  if (isSvg(bytes)) return 'svg';
  if (found && found.mime !== 'application/xml') {
    throw new MediaError('other-file', { kind: found.ext.toUpperCase() });
  }
  throw new MediaError('not-an-image');
}

function isSvg(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SVG_HEAD);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder(isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(head);
  return /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>|\s)*<(?:\w+:)?svg[\s>/]/i.test(text);
}
