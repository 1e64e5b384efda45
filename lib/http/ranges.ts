import type { IncomingHttpHeaders } from 'node:http';
import { entityTag, parseHttpDate, type Validators } from './conditional';

/** `whole`: no range applies; `unsatisfiable`: 416; else the first and last byte to send with 206. */
export type RangeAnswer = 'whole' | 'unsatisfiable' | { first: number; last: number };

/**
 * Reads `Range` for an unencoded answer of `length` bytes (RFC 9110 §14.2). Only a single range of bytes is honoured;
 * several at once, other units and malformed ones get the whole, and so does a visitor whose `If-Range` names other
 * bytes than these.
 */
export function readRange(headers: IncomingHttpHeaders, length: number, validators: Validators): RangeAnswer {
  const found = /^bytes=\s*(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))\s*$/.exec(headers.range ?? '');
  if (!found || !isSameAs(headers['if-range'], validators)) return 'whole';
  const [, from, to, suffix] = found;
  if (from === undefined) {
    const count = Math.min(Number(suffix), length);
    return count === 0 ? 'unsatisfiable' : { first: length - count, last: length - 1 };
  }
  const first = Number(from);
  const last = to === '' || to === undefined ? length - 1 : Math.min(Number(to), length - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= length ? 'unsatisfiable' : { first, last };
}

function isSameAs(ifRange: string | string[] | undefined, { hash, lastModified }: Validators): boolean {
  if (ifRange === undefined) return true;
  if (typeof ifRange !== 'string') return false;
  if (ifRange.includes('"')) return ifRange.trim() === entityTag(hash, 'identity');
  const date = parseHttpDate(ifRange);
  return (
    date !== null &&
    lastModified !== null &&
    Math.floor(lastModified.getTime() / 1000) * 1000 === date.getTime()
  );
}
