/** A short, stable name for a text (FNV-1a, 32 bits, base 36). Not for security: it keeps ids of feed items apart. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
