/** Languages that have addresses; the first is the default and has no prefix. */
export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
