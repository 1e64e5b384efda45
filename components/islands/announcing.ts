const shownFor = 1800;

let status: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes the place where `announce` speaks: a screen reader hears only what changes in a place that it knows. */
export function prepareAnnouncing(): void {
  status = document.createElement('p');
  status.className = 'toast';
  status.role = 'status';
  document.body.append(status);
}

/** Says for a moment that something was done, to eyes and ears. */
export function announce(text: string): void {
  if (status === undefined) return;
  status.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (status !== undefined) status.textContent = '';
  }, shownFor);
}
