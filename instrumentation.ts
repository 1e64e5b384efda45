import { inspect } from 'node:util';
import { noteFailure } from '@/lib/cache';

/** What a page or route threw goes to the server's log, with its address and the reference that the visitor sees. */
export function onRequestError(error: unknown): void {
  if (!noteFailure(error)) process.stderr.write(`${inspect(error)}\n`);
}
