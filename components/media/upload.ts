import type { I18n } from '@/lib/i18n';
import type { UploadedImage } from '@/lib/media/views';
import { answerOf, type Answer } from '../desk';

/** For `<input type="file" accept>`: what the site can read. */
export const ACCEPTED_IMAGES =
  'image/png,image/jpeg,image/webp,image/gif,image/avif,image/heic,image/heif,.heic,.heif';

export interface UploadOptions {
  /** Part of the bytes that are on their way, 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/** Sends a picture to the site. Never throws; a cancelled upload has the code `cancelled`. */
export function uploadImage(
  i18n: I18n,
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<Answer<UploadedImage>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (code: string) =>
      resolve({ ok: false, status: 0, code, message: i18n.t('request.offline') });
    request.open('POST', `/api/media/?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('X-Language', i18n.locale);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(answerOf(i18n, request.status, request.responseText)));
    request.addEventListener('error', () => fail('offline'));
    request.addEventListener('timeout', () => fail('offline'));
    request.addEventListener('abort', () => fail('cancelled'));
    if (signal?.aborted) {
      fail('cancelled');
      return;
    }
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
