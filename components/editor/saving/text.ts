import type { DraftText } from './types';

/** Text as the server keeps it (`cleanText` of lib/posts): NFC, LF, without what XML forbids. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .normalize('NFC');
}

/** @returns whether two texts are one and the same to the server. */
export function isSame(a: DraftText, b: DraftText): boolean {
  return (
    (a.source === b.source || clean(a.source) === clean(b.source)) &&
    line(a.title) === line(b.title) &&
    clean(a.summary).trim() === clean(b.summary).trim()
  );
}

/** @returns only what belongs to a text, of something that has more. */
export function textOf({ title, summary, source }: DraftText): DraftText {
  return { title, summary, source };
}

function line(title: string): string {
  return clean(title).replace(/\s+/g, ' ').trim();
}

/** A UUID, version 4. Unlike `crypto.randomUUID` also on a site without https. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20, 32].map((end, i) => hex.slice([0, 8, 12, 16, 20][i], end)).join('-');
}
