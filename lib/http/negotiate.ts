export type Encoding = 'br' | 'gzip' | 'identity';

const remembered = new Map<string, Encoding>();
const REMEMBERED_AT_MOST = 200;

/**
 * Chooses the encoding of an answer by `Accept-Encoding` (RFC 9110 §12.5.3): the highest weight wins, and among
 * equals the smallest result. Without the header, or with one that cannot be read, the answer is not encoded.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const known = remembered.get(header);
  if (known) return known;
  const chosen = weigh(header);
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  remembered.set(header, chosen);
  return chosen;
}

function weigh(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const found = /^\s*([a-z0-9*_-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/.exec(part);
    if (found?.[1]) weights.set(found[1] === 'x-gzip' ? 'gzip' : found[1], Number(found[2] ?? 1));
  }
  const others = weights.get('*') ?? 0;
  const br = weights.get('br') ?? others;
  const gzip = weights.get('gzip') ?? others;
  // Not named, identity is acceptable, but only as the last resort.
  const identity = weights.get('identity') ?? 0;
  if (br > 0 && br >= gzip && br >= identity) return 'br';
  return gzip > 0 && gzip >= identity ? 'gzip' : 'identity';
}
