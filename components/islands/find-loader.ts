/** The script of quick find, which is fetched when somebody wants it. */
const SCRIPT = '/find.js';

type Find = typeof import('./find/find');

const load = (): Promise<Find> => import(SCRIPT) as Promise<Find>;

function openFind(): void {
  load().then(
    ({ open }) => {
      open();
    },
    () => {
      location.assign(document.documentElement.lang === 'en' ? '/en/search/' : '/search/');
    },
  );
}

/** Whether a key is typed into something. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'))
  );
}

/** `/` outside of fields; Ctrl-K, and ⌘K on Apple's keyboards, anywhere unless the page means something else by it. */
function isFindKey(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (altKey || event.isComposing) return false;
  if (key === '/') return !ctrlKey && !metaKey && !isTyping(target);
  // The letter is another one where Hangul is typed.
  if (code !== 'KeyK' && key !== 'k') return false;
  return (
    !shiftKey && (/Mac|iPhone|iPad/.test(navigator.platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey)
  );
}

/** Opens quick find by its keys and by what bears `data-find`; without it that leads to the search page. */
export function listenForFind(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isFindKey(event) || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    openFind();
  });
  const entryOf = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-find]') : null;
  document.addEventListener('click', (event) => {
    const entry = entryOf(event);
    if (!entry) return;
    event.preventDefault();
    // Safari gives a button no focus, and it is to come back to it.
    entry.focus();
    openFind();
  });
  for (const sign of ['pointerover', 'focusin']) {
    document.addEventListener(sign, (event) => {
      if (entryOf(event)) load().catch(() => undefined);
    });
  }
}
