/** Says in the box's live region how it went. */
function say(button: Element, isDone: boolean): void {
  const box = button.closest<HTMLElement>('[data-copied]');
  const said = box?.querySelector('[role="status"]');
  if (box === null || said == null) return;
  // Empty first, so that the same words are told again.
  said.textContent = '';
  requestAnimationFrame(() => {
    said.textContent = (isDone ? box.dataset.copied : box.dataset.notCopied) ?? '';
  });
}

/** What a copy button names: the address of a link, the text of anything else. */
function copiedBy(button: HTMLElement): string {
  const source = document.getElementById(button.dataset.copies ?? '');
  return source instanceof HTMLAnchorElement ? source.href : (source?.textContent ?? '');
}

/** Shows the buttons below a post that copy its address and its citations, and the system's share sheet where there is one. */
export function enableSharing(): void {
  if ('clipboard' in navigator) {
    for (const button of document.querySelectorAll<HTMLElement>('[data-copies]')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        navigator.clipboard.writeText(copiedBy(button)).then(
          () => {
            say(button, true);
          },
          () => {
            say(button, false);
          },
        );
      });
    }
  }
  if (!('share' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLElement>('[data-shares]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      // Closing the sheet is no failure.
      navigator
        .share({ title: button.dataset.title ?? '', url: button.dataset.shares ?? '' })
        .catch(() => undefined);
    });
  }
}
