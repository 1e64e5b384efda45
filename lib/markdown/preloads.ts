// In attributes React escapes `>`.
const PRELOADS = /^(?:<link rel="preload"[^>]*>)+/;

/** React's markup without what it puts in front to ask for images that are not lazy, as if an article were a document. */
export function withoutPreloads(html: string): string {
  return html.replace(PRELOADS, '');
}
