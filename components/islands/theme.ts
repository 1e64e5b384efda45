type Theme = 'light' | 'dark' | 'system';

const storageKey = 'theme';

/** Storage may be refused (private windows, strict settings); the system's colours are then the answer. */
function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

function storeTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // The choice then holds for this page only.
  }
}

/** Colours the page by the reader's choice; `system` leaves it to `color-scheme`. */
export function applyTheme(theme: Theme = storedTheme()): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

/** Brings `<nonmun-theme>` to life: three buttons, of which one is pressed. Follows other tabs. */
export function defineThemeSwitch(): void {
  customElements.define(
    'nonmun-theme',
    class extends HTMLElement {
      readonly #show = (theme: Theme): void => {
        for (const button of this.querySelectorAll('button')) {
          button.setAttribute('aria-pressed', String(button.value === theme));
        }
      };

      /** Where there is room for one button only, pressing it goes on to the next choice. */
      #chosen(button: HTMLButtonElement): Theme {
        if (button.getAttribute('aria-pressed') !== 'true') return button.value as Theme;
        const buttons = [...this.querySelectorAll('button')];
        const next = buttons[(buttons.indexOf(button) + 1) % buttons.length] ?? button;
        queueMicrotask(() => {
          next.focus();
        });
        return next.value as Theme;
      }

      connectedCallback(): void {
        this.#show(storedTheme());
        this.addEventListener('click', ({ target }) => {
          const button = target instanceof Element ? target.closest('button') : null;
          if (button === null) return;
          const theme = this.#chosen(button);
          storeTheme(theme);
          applyTheme(theme);
          this.#show(theme);
        });
        addEventListener('storage', ({ key }) => {
          if (key !== storageKey && key !== null) return;
          applyTheme();
          this.#show(storedTheme());
        });
      }
    },
  );
}
