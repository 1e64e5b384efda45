import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes that a request to each part may bring; a draft is a million characters of Hangul, and sides of a conflict. */
const BODY_LIMITS = { form: 2_000_000, draft: 12_000_000, upload: 25_000_000 };

/** @returns bytes that a request to an address may bring. */
export function bodyLimit(address: string): number {
  if (address.startsWith('/api/media')) return BODY_LIMITS.upload;
  const isText = address.startsWith('/api/drafts/') || address.endsWith('/front-matter/');
  return isText ? BODY_LIMITS.draft : BODY_LIMITS.form;
}

/**
 * Watches how much a request brings, before anything reads it. One that announces too much is refused by the return
 * value; one that brings too much without saying so is cut off, with a 413 if nothing was answered yet.
 *
 * @returns whether the request may go on.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, limit: number): boolean {
  if (Number(request.headers['content-length'] ?? 0) > limit) return false;
  let size = 0;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (Buffer.isBuffer(chunk)) size += chunk.length;
    if (size <= limit) return push(chunk, encoding);
    if (!response.headersSent) response.writeHead(413, { Connection: 'close' }).end();
    request.destroy();
    return false;
  };
  return true;
}
