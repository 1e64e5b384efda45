import sharp, { type Metadata, type Sharp } from 'sharp';
import { checkSize, sha256 } from './bytes';
import { MediaError } from './errors';
import { decodeHeic } from './heic';
import { recognise, type PictureKind } from './kinds';
import { withColourProfile } from './png';

/** Largest picture, in pixels; of a moving one, all frames together. */
const MAX_PIXELS = 60_000_000;
/** Longest moving picture. */
const MAX_FRAMES = 1_000;
/** For one encoding, in seconds. */
const TIME = 60;
/** Widths of the narrower variants, in pixels. */
const VARIANT_WIDTHS = [480, 960, 1600];

/** One encoded picture. */
export interface Encoded {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  width: number;
  height: number;
}

/** A picture made safe and small. */
export interface EncodedImage extends Encoded {
  /** SHA-256 of the bytes, hex. */
  hash: string;
  extension: string;
  variants: Encoded[];
}

interface Output {
  extension: string;
  type: string;
  encode: (picture: Sharp) => Sharp;
}

const PNG: Output = {
  extension: 'png',
  type: 'image/png',
  encode: (picture) => picture.png({ compressionLevel: 9 }),
};
const JPEG: Output = {
  extension: 'jpg',
  type: 'image/jpeg',
  encode: (picture) => picture.jpeg({ quality: 90, mozjpeg: true }),
};
const WEBP: Output = {
  extension: 'webp',
  type: 'image/webp',
  encode: (picture) => picture.webp({ quality: 90 }),
};
const GIF: Output = { extension: 'gif', type: 'image/gif', encode: (picture) => picture.gif() };

/** Formats that not every browser shows become PNG or, photographs, WebP. */
const OUTPUTS: Record<PictureKind, Output> = {
  png: PNG,
  jpeg: JPEG,
  webp: WEBP,
  gif: GIF,
  avif: WEBP,
  heic: WEBP,
  svg: PNG,
  tiff: PNG,
};

const MOVING: readonly PictureKind[] = ['gif', 'webp'];

function own(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer);
}

const open = (bytes: Uint8Array, animated: boolean): Sharp =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, animated, failOn: 'error', density: 144 });

/**
 * Recognises a picture by its bytes, never by its name, and encodes it anew, so that nothing but pixels survives: no
 * position of the camera, no script in an SVG (it becomes a PNG), no second file behind the first.
 *
 * @param bytes the upload.
 * @throws {MediaError} when it is not a picture that can be kept.
 */
export async function encodeImage(bytes: Uint8Array): Promise<EncodedImage> {
  checkSize(bytes.byteLength);
  const kind = await recognise(bytes);
  const { frames, icc } = await measure(bytes, kind);
  const source = kind === 'heic' ? await fromHeic(bytes, icc) : bytes;
  const isMoving = frames > 1;
  const output = OUTPUTS[kind];
  try {
    const picture = output.encode(open(source, isMoving).autoOrient()).timeout({ seconds: TIME });
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    return {
      bytes: own(data),
      hash: sha256(data),
      extension: output.extension,
      type: output.type,
      width: info.width,
      height: isMoving ? Math.round(info.height / frames) : info.height,
      variants: isMoving ? [] : await variantsOf(source, info.width),
    };
  } catch (cause) {
    throw faultOf(cause);
  }
}

/** What a picture says of itself, before any of it is decoded. */
async function measure(bytes: Uint8Array, kind: PictureKind): Promise<{ frames: number; icc?: Buffer }> {
  let metadata: Metadata;
  try {
    metadata = await open(bytes, false).metadata();
  } catch (cause) {
    // An SVG that cannot be read, or something that only begins like a picture.
    if (kind === 'svg') throw new MediaError('not-an-image', undefined, { cause });
    throw faultOf(cause);
  }
  const { width, height, pages = 1, icc } = metadata;
  const frames = MOVING.includes(kind) ? pages : 1;
  if (frames > 1 && (frames > MAX_FRAMES || frames * width * height > MAX_PIXELS)) {
    throw new MediaError('too-many-frames', { frames });
  }
  return { frames, ...(icc && { icc }) };
}

/** A HEIC as a PNG, which everything else here can read; its colours as its profile means them. */
async function fromHeic(bytes: Uint8Array, icc: Buffer | undefined): Promise<Uint8Array> {
  const { width, height, pixels } = await decodeHeic(bytes, MAX_PIXELS);
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return icc ? withColourProfile(png, icc) : png;
}

async function variantsOf(source: Uint8Array, fullWidth: number): Promise<Encoded[]> {
  const variants: Encoded[] = [];
  for (const width of VARIANT_WIDTHS.filter((width) => width < fullWidth)) {
    const { data, info } = await open(source, false)
      .autoOrient()
      .resize({ width })
      .webp({ quality: 82, smartSubsample: true })
      .timeout({ seconds: TIME })
      .toBuffer({ resolveWithObject: true });
    variants.push({ bytes: own(data), type: 'image/webp', width: info.width, height: info.height });
  }
  return variants;
}

function faultOf(cause: unknown): MediaError {
  if (cause instanceof MediaError) return cause;
  const text = String(cause);
  if (/pixel limit|exceeds .*limit|too (?:large|big)/i.test(text)) {
    return new MediaError('too-many-pixels', { limit: MAX_PIXELS / 1_000_000 }, { cause });
  }
  if (/timeout/i.test(text)) return new MediaError('too-slow', undefined, { cause });
  return new MediaError('damaged', undefined, { cause });
}
