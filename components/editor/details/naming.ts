import { datedSlug, romanized, slugOf } from '@/lib/i18n';

const DATED = /^(\d{6})-/;

/** The day that a slug begins with, or `day` where it begins with none. */
function dayIn(slug: string, day: string): string {
  const [, digits] = DATED.exec(slug) ?? [];
  return digits === undefined ? day : `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;
}

/**
 * @param slug as it is; a day that it begins with stays.
 * @param day `YYYY-MM-DD`, for a slug without one.
 * @returns the slug that the title gives; empty where it gives none. Pages have no day.
 */
export function suggestedSlug(title: string, slug: string, day: string, isPage: boolean): string {
  return isPage ? slugOf(title) : datedSlug(title, dayIn(slug, day));
}

/** @returns whether a slug is still what the title made of it, so that it goes on with the title; also with a number behind, where the slug alone was taken. */
export function followsTitle(slug: string, title: string, isPage: boolean): boolean {
  const suggested = suggestedSlug(title, slug, '0000-00-00', isPage);
  if (slug === '' || slug === suggested) return true;
  return (
    suggested !== '' && slug.startsWith(`${suggested}-`) && /^\d{1,2}$/.test(slug.slice(suggested.length + 1))
  );
}

/** @returns the slug in Latin letters, or null where it has no Hangul. */
export function latinSlug(slug: string): string | null {
  return /\p{Script=Hangul}/u.test(slug) ? slugOf(romanized(slug.replaceAll('-', ' '))) : null;
}
