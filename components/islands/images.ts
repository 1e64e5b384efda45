import { wordsOf } from './words';

/** Apart, for few readers enlarge a picture. */
const SCRIPT: string = '/lightbox.js';

/** Opens pictures of an article over the page, instead of in its place. Without the script their links do the latter. */
export function enlargeImages(): void {
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-enlarge]') : null;
    const words = wordsOf(link?.closest<HTMLElement>('.prose') ?? null);
    if (link === null || words === null) return;
    event.preventDefault();
    (import(SCRIPT) as Promise<typeof import('./lightbox')>).then(
      ({ openLightbox }) => {
        openLightbox(link, words);
      },
      () => {
        location.assign(link.href);
      },
    );
  });
}
