import type { DraftKeeper } from './types';

/**
 * Tells a keeper what happens to its page.
 *
 * @returns a function that ends it.
 */
export function listenToPage(keeper: DraftKeeper): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  window.addEventListener('online', () => keeper.wake(), { signal });
  window.addEventListener('focus', () => keeper.wake(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') keeper.leave();
      else keeper.wake();
    },
    { signal },
  );
  window.addEventListener('pagehide', () => keeper.leave(true), { signal });
  // Taken out of the cache of the back button: everything may have changed meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => (persisted ? keeper.wake(true) : undefined), {
    signal,
  });
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (!keeper.keepNow()) event.preventDefault();
    },
    { signal },
  );
  return () => ends.abort();
}
