import type { MediaFile } from '@/lib/media';

/** @returns a picture as it is sent; caching, ranges and policy are the server's in front. */
export function mediaResponse(file: MediaFile | null): Response {
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'Content-Type': file.type, 'Content-Disposition': 'inline' },
  });
}
