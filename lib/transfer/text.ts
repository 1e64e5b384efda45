/** Control characters that XML 1.0 §2.2 forbids, and lone surrogates. Tab and line feed stay. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

/** Text as Nonmun keeps it: LF line ends, NFC, no byte order mark, nothing that XML forbids. */
export function cleanText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '')
    .normalize('NFC');
}

/** As {@link cleanText}, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

export type Decoded =
  { text: string } | { problem: 'file-binary' } | { problem: 'file-not-utf8'; line: number };

/**
 * Decodes a text file, strictly: a byte that is not UTF-8 would come out as `�` and be lost.
 *
 * @returns the text as it stands in the file, line ends included; or what is wrong and, for a wrong byte, its line.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const utf16Swapped = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (utf16 || utf16Swapped) return { problem: 'file-not-utf8', line: 1 };
  if (bytes.subarray(0, 8192).includes(0)) return { problem: 'file-binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const before = lenient.slice(0, lenient.indexOf('\ufffd'));
    return { problem: 'file-not-utf8', line: before.split(/\r\n?|\n/).length };
  }
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
