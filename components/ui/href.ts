/**
 * A decoded path as it goes into `href`: percent-encoded, so that every page and every server log has one spelling of an
 * address. Addresses with a scheme or a fragment are returned as they are.
 */
export function hrefOf(path: string): string {
  return path.startsWith('/') ? encodeURI(path).replace(/[?#]/g, encodeURIComponent) : path;
}
