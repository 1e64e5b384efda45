import type { I18n } from '@/lib/i18n';

/** Bytes that may be uploaded, as the site has it. */
const MAX_BYTES = 20 * 1024 * 1024;

/** @returns why there is no need to send a file at all, or null; the site looks at its bytes in any case. */
export function refusalOf(file: File, { t }: I18n): string | null {
  if (file.size === 0) return t('images.imageEmpty');
  if (file.size > MAX_BYTES) {
    const size = Math.ceil((file.size / (1024 * 1024)) * 10) / 10;
    return t('images.imageTooManyBytes', { size, limit: MAX_BYTES / (1024 * 1024) });
  }
  if (file.type === 'image/svg+xml') return t('images.imageSvg');
  return null;
}
