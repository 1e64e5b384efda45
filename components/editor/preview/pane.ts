import type { EditorView } from '@codemirror/view';
import { ArticleView } from './patch';
import type { PlacedBlock } from './protocol';
import { ScrollInStep } from './scroll';

/** The element that a preview is shown in: its blocks, its scrolling, its links, and whether anybody sees it. */
export class PreviewPane {
  readonly #pane: HTMLElement;
  readonly #container: HTMLElement;
  readonly #article: ArticleView;
  readonly #observer: ResizeObserver;
  readonly #away = new AbortController();
  #scroll: ScrollInStep | null = null;
  #view: EditorView | null = null;

  /**
   * @param pane the element that scrolls.
   * @param container the element for the article alone.
   * @param appeared the pane is seen again; what it shows may be old.
   */
  constructor(pane: HTMLElement, container: HTMLElement, appeared: () => void) {
    this.#pane = pane;
    this.#container = container;
    this.#article = new ArticleView(container);
    let wasVisible = this.isVisible;
    this.#observer = new ResizeObserver(() => {
      const isVisible = this.isVisible;
      if (isVisible && !wasVisible) {
        appeared();
        this.#scroll?.followSource();
      }
      wasVisible = isVisible;
    });
    this.#observer.observe(pane);
    container.addEventListener('click', this.#clicked, { signal: this.#away.signal });
  }

  get isVisible(): boolean {
    return this.#pane.clientWidth > 0 && this.#pane.clientHeight > 0;
  }

  stop(): void {
    this.#away.abort();
    this.#observer.disconnect();
    this.#scroll?.stop();
    this.#container.replaceChildren();
  }

  /** Scrolls in step with a source. */
  follow(view: EditorView): void {
    if (this.#view === view) return;
    this.#view = view;
    this.#scroll?.stop();
    this.#scroll = new ScrollInStep(view, this.#pane, this.#container, () => this.#article.blocks);
  }

  show(blocks: readonly PlacedBlock[], htmlOf: (id: number) => string): void {
    for (const element of this.#article.show(blocks, htmlOf)) {
      for (const link of element.querySelectorAll('a[href]')) leaveOpen(link);
      if (element.matches('a[href]')) leaveOpen(element);
    }
    this.#scroll?.changed();
  }

  reveal(line: number): void {
    this.#scroll?.reveal(line);
  }

  showLine(line: number): void {
    this.#scroll?.showLine(line);
  }

  /** Links within the article scroll the pane alone; the address of the editor stays. */
  readonly #clicked = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (!href.startsWith('#')) return;
    event.preventDefault();
    const target = this.#container.querySelector(`#${CSS.escape(decoded(href.slice(1)))}`);
    if (!(target instanceof HTMLElement)) return;
    const top = target.getBoundingClientRect().top - this.#pane.getBoundingClientRect().top;
    this.#pane.scrollTop += top - 24;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whoever follows a link does not lose the editor. */
function leaveOpen(link: Element): void {
  if (link.getAttribute('href')?.startsWith('#') === true) return;
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener');
}
