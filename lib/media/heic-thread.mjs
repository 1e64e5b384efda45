/** A thread that decodes one HEIC file; see heic.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import decodeHeic from 'heic-decode';

const { bytes, maxPixels } = workerData;
const pictures = await decodeHeic.all({ buffer: bytes });
try {
  const { width, height, decode } = pictures[0];
  if (width * height > maxPixels) {
    parentPort.postMessage({ fault: 'too-many-pixels' });
  } else {
    const { data } = await decode();
    const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    parentPort.postMessage({ width, height, pixels }, [pixels.buffer]);
  }
} finally {
  pictures.dispose();
}
