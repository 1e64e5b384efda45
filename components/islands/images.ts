/** Opens images of an article over the page, instead of in its place. Without the script their links do the latter. */
export function enlargeImages(): void {
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-enlarge]') : null;
    const small = link?.querySelector('img');
    if (link == null || small == null) return;
    event.preventDefault();

    const dialog = document.createElement('dialog');
    dialog.className = 'lightbox';
    const image = new Image();
    image.src = link.href;
    image.alt = small.alt;
    dialog.append(image);
    dialog.setAttribute('aria-label', small.alt);
    dialog.addEventListener('click', () => {
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
