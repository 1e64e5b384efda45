import { crc32, deflateSync } from 'node:zlib';

/** Signature and IHDR, which every PNG begins with. */
const HEAD = 8 + 25;

/** Puts a colour profile into a PNG that has none (PNG specification, third edition, 11.3.2.3 iCCP). */
export function withColourProfile(png: Uint8Array, icc: Uint8Array): Uint8Array {
  const data = Buffer.concat([Buffer.from('iCCPicc\0\0', 'latin1'), deflateSync(icc)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data));
  return Buffer.concat([png.subarray(0, HEAD), length, data, check, png.subarray(HEAD)]);
}
