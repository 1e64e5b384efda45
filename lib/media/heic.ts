import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MediaError } from './errors';

/** For one picture, in milliseconds. A phone's photograph takes about two seconds. */
const TIME = 30_000;

/** Decoded pixels, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/**
 * Decodes the first picture of a HEIC file as it is to be shown, turned and mirrored. HEVC is what sharp lacks, for its
 * patents; libheif does it in WebAssembly, here in a thread of its own that can be ended.
 *
 * @param maxPixels of the picture.
 * @throws {MediaError} `too-many-pixels`, `too-slow` or `heic-unreadable`.
 */
export async function decodeHeic(bytes: Uint8Array, maxPixels: number): Promise<Pixels> {
  // By its place in the checkout, which bundles do not know.
  const thread = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'lib/media/heic-thread.mjs'), {
    workerData: { bytes, maxPixels },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    // What libheif complains of in a broken file is no matter for the log.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Pixels>((resolve, reject) => {
      const fail = (cause?: unknown) => reject(new MediaError('heic-unreadable', undefined, { cause }));
      timer = setTimeout(() => reject(new MediaError('too-slow')), TIME);
      thread.once('message', (answer: Pixels | { fault: 'too-many-pixels' }) => {
        if ('fault' in answer) reject(new MediaError(answer.fault, { limit: maxPixels / 1_000_000 }));
        else resolve(answer);
      });
      thread.once('error', fail);
      thread.once('exit', () => fail());
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
