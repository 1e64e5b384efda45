import { inflateSync } from 'node:zlib';

const HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/**
 * @param woff a font in WOFF 1.0 (W3C Recommendation of 2012).
 * @returns the same font as OpenType, which shapers read.
 * @throws {Error} where it is no such font.
 */
export function toOpenType(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a font in WOFF 1.0');
  const count = woff.readUInt16BE(12);
  let end = SFNT_HEADER + SFNT_ENTRY * count;
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + WOFF_ENTRY * index;
    const [tag = 0, from = 0, packed = 0, length = 0, checksum = 0] = [0, 4, 8, 12, 16].map((offset) =>
      woff.readUInt32BE(at + offset),
    );
    const bytes = woff.subarray(from, from + packed);
    const table = { tag, checksum, length, at: end, bytes: packed < length ? inflateSync(bytes) : bytes };
    end += (length + 3) & ~3;
    return table;
  });
  const font = Buffer.alloc(end);
  const power = Math.floor(Math.log2(count));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(count, 4);
  font.writeUInt16BE(SFNT_ENTRY << power, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(SFNT_ENTRY * count - (SFNT_ENTRY << power), 10);
  tables.forEach(({ tag, checksum, length, at, bytes }, index) => {
    const entry = SFNT_HEADER + SFNT_ENTRY * index;
    font.writeUInt32BE(tag, entry);
    font.writeUInt32BE(checksum, entry + 4);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(length, entry + 12);
    bytes.copy(font, at);
  });
  return font;
}
