import { romanize } from 'es-hangul';

/** Longest slug, in UTF-16 units. */
const LONGEST = 120;

/**
 * @param title any text.
 * @returns a slug as Hugo makes one: NFC, lower case, hyphens for white space, Hangul kept.
 */
export function slugOf(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s._-]+/gu, ' ')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, LONGEST)
    .replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * @param text with Hangul in it, or not.
 * @returns it in Latin letters, by the Revised Romanization and as it is pronounced: `면접 준비` as `myeonjeop junbi`.
 */
export function romanized(text: string): string {
  return romanize(text.normalize('NFC'));
}

/**
 * @param title of a post.
 * @param day `YYYY-MM-DD`, the day that the post is of.
 * @returns a slug as this blog names its posts, `220923-whisper`; empty for a title that gives none.
 */
export function datedSlug(title: string, day: string): string {
  const name = slugOf(title);
  return name === '' ? '' : `${day.slice(2).replaceAll('-', '')}-${name}`;
}
