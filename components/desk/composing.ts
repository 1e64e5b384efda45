import type { KeyboardEvent } from 'react';

/**
 * @returns whether a key belongs to a composition, of Hangul for instance: it then means nothing else, Enter least of
 *   all.
 */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends the composition before it tells of the key that ended it, which only the old number gives away.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer says so
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
