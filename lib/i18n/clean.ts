/** Characters that XML 1.0 forbids (§2.2), lone surrogates included; no feed could carry them. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** @returns text as it is kept: NFC, LF, without what XML forbids. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').normalize('NFC');
}

/** @returns text on one line, as it is kept. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
