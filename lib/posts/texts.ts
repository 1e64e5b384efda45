import { cleanLine } from '@/lib/i18n';
import { PostError } from './errors';

export { cleanLine, cleanText } from '@/lib/i18n';

/** Longest title, in characters. */
export const MAX_TITLE = 300;

/** @returns a title as it is kept: one line. @throws {PostError} `title-missing`. */
export function cleanTitle(title: string): string {
  const clean = cleanLine(title);
  if (clean === '') throw new PostError('title-missing');
  return [...clean].slice(0, MAX_TITLE).join('');
}
