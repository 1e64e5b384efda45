/** Shows the button that hands the address of a post to the system's share sheet, where there is one. */
export function enableSharing(): void {
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
