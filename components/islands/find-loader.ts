/** Set by the bundler; empty while somebody develops. */
declare const FIND_VERSION: string;

type Find = typeof import('./find/find');

/** Fetches the script of quick find, when somebody wants it. */
function load(): Promise<Find> {
  const script = FIND_VERSION === '' ? '/find.js' : `/find.js?v=${FIND_VERSION}`;
  return import(script) as Promise<Find>;
}

/** What is typed on while the script is on its way; null where it is not. */
let typedAhead: string | null = null;

function typeAhead(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (typedAhead === null || ctrlKey || metaKey || altKey || !/^[\x20-\x7e]$/.test(key)) return;
  event.preventDefault();
  typedAhead += key;
}

function openFind(): void {
  if (typedAhead !== null) return;
  typedAhead = '';
  const finish = (): string => {
    const typed = typedAhead ?? '';
    typedAhead = null;
    return typed;
  };
  load().then(
    ({ open }) => {
      open(finish());
    },
    () => {
      finish();
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
    typeAhead(event);
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
