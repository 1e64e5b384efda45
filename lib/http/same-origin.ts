import type { IncomingMessage } from 'node:http';

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it comes from a page of this site, as the browser itself says (Fetch
 * standard: `Origin`; Fetch Metadata: `Sec-Fetch-Site`), so that no other site can act in a member's name.
 *
 * @param origins public origin, and whatever else counts as this site.
 */
export function isFromThisSite(
  { method = 'GET', headers }: IncomingMessage,
  origins: readonly string[],
): boolean {
  if (SAFE.has(method)) return true;
  if (headers.origin !== undefined) return origins.includes(headers.origin);
  return headers['sec-fetch-site'] === 'same-origin';
}
