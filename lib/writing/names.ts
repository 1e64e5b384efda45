import { namesSchema } from '@/lib/db';
import { localized } from '@/lib/i18n';

/** Columns that {@link nameOf} needs. */
export const nameColumns = { handle: true, names: true } as const;

/** @returns a member's name in a language, the handle where there is none; null for nobody. */
export function nameOf(member: { handle: string; names: unknown } | null, language: string): string | null {
  return member && (localized(namesSchema.parse(member.names), language) || member.handle);
}

/** @returns the name of something that has a slug. */
export function labelOf(thing: { slug: string; names: unknown }, language: string): string {
  return localized(namesSchema.parse(thing.names), language) || thing.slug;
}
