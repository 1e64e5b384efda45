import sharp, { type Metadata } from 'sharp';
import { MAX_BYTES, sha256 } from './bytes';
import { MediaError } from './errors';

/** Largest picture, in pixels. */
const MAX_PIXELS = 60_000_000;
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

const OUTPUT: Record<string, { extension: string; type: string }> = {
  png: { extension: 'png', type: 'image/png' },
  jpeg: { extension: 'jpg', type: 'image/jpeg' },
  webp: { extension: 'webp', type: 'image/webp' },
  gif: { extension: 'gif', type: 'image/gif' },
};

function own(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(buffer);
}

/**
 * Recognises a picture by its bytes, never by its name, and encodes it anew,
 * so that nothing but pixels survives: no position of the camera, no script in
 * an SVG (it becomes a PNG), no second file behind the first.
 *
 * @param bytes the upload.
 * @throws {MediaError} when it is not a picture that can be kept.
 */
export async function encodeImage(bytes: Uint8Array): Promise<EncodedImage> {
  if (bytes.byteLength > MAX_BYTES) throw new MediaError('too-many-bytes');
  const open = (animated: boolean) =>
    sharp(bytes, { limitInputPixels: MAX_PIXELS, animated, failOn: 'error', density: 144 });
  let metadata: Metadata;
  try {
    metadata = await open(true).metadata();
  } catch (cause) {
    throw new MediaError(/pixel limit/i.test(String(cause)) ? 'too-many-pixels' : 'not-an-image', { cause });
  }
  const { format, pages = 1 } = metadata;
  const animated = pages > 1 && (format === 'gif' || format === 'webp');
  // Formats that not every browser shows (AVIF, TIFF, SVG, …) become PNG or, photographs, WebP.
  const target = format in OUTPUT ? format : format === 'heif' ? 'webp' : 'png';
  const output = OUTPUT[target] ?? { extension: 'png', type: 'image/png' };
  try {
    const picture = open(animated).autoOrient();
    const encoded =
      target === 'jpeg'
        ? picture.jpeg({ quality: 90, mozjpeg: true })
        : target === 'webp'
          ? picture.webp({ quality: 90 })
          : target === 'gif'
            ? picture.gif()
            : picture.png({ compressionLevel: 9 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    const height = animated ? Math.round(info.height / pages) : info.height;
    const variants: Encoded[] = [];
    if (!animated) {
      for (const width of VARIANT_WIDTHS.filter((width) => width < info.width)) {
        const variant = await open(false)
          .autoOrient()
          .resize({ width })
          .webp({ quality: 82, smartSubsample: true })
          .toBuffer({ resolveWithObject: true });
        variants.push({
          bytes: own(variant.data),
          type: 'image/webp',
          width: variant.info.width,
          height: variant.info.height,
        });
      }
    }
    return {
      bytes: own(data),
      hash: sha256(data),
      extension: output.extension,
      type: output.type,
      width: info.width,
      height,
      variants,
    };
  } catch (cause) {
    throw new MediaError(/pixel limit/i.test(String(cause)) ? 'too-many-pixels' : 'damaged', { cause });
  }
}
