/** Milliseconds for which a word is shown, and for each of its characters. */
const SHOWN = 1500;
const SHOWN_EACH = 40;

let status: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes the place where `announce` speaks: a screen reader hears only what changes in a place that it knows. */
export function prepareAnnouncing(): void {
  // Pages with nothing to copy have nothing to say; forms have places of their own for what they say.
  if (document.querySelector('.prose, [data-copies], [data-copy-text], [data-copied]') === null) return;
  status = document.createElement('p');
  status.className = 'toast';
  status.role = 'status';
  document.body.append(status);
}

/** Says for a moment that something was done, to eyes and ears. */
export function announce(text: string): void {
  if (status === undefined) return;
  clearTimeout(timer);
  // Empty first, so that the same words are told again.
  status.textContent = '';
  requestAnimationFrame(() => {
    if (status !== undefined) status.textContent = text;
  });
  timer = setTimeout(
    () => {
      if (status !== undefined) status.textContent = '';
    },
    SHOWN + SHOWN_EACH * text.length,
  );
}
