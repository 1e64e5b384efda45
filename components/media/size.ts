import type { I18n } from '@/lib/i18n';

/** @returns a number of bytes in the largest unit that leaves a whole one. */
export function sizeText({ t }: I18n, bytes: number): string {
  if (bytes < 1_000) return t('images.bytes', { value: bytes });
  if (bytes < 1_000_000) return t('images.kilobytes', { value: Math.round(bytes / 1_000) });
  return t('images.megabytes', { value: Math.round(bytes / 100_000) / 10 });
}
