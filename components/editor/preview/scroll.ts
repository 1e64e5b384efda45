import type { EditorView } from '@codemirror/view';
import { LineMap, type Mark } from './line-map';
import type { ShownBlock } from './patch';

/** What a person scrolls by. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls source and preview in step. The pane that was touched last leads; the other follows, and its own scrolling,
 * which only follows, moves nothing. So neither loops nor steps on scrolling that is under way.
 */
export class ScrollInStep {
  readonly #view: EditorView;
  readonly #pane: HTMLElement;
  readonly #container: HTMLElement;
  readonly #blocks: () => readonly ShownBlock[];
  readonly #observer: ResizeObserver;
  readonly #away = new AbortController();
  #leader: 'source' | 'preview' = 'source';
  #map: LineMap | null = null;
  #frame = 0;

  /**
   * @param pane the element that scrolls the preview.
   * @param container the element that holds the blocks.
   */
  constructor(
    view: EditorView,
    pane: HTMLElement,
    container: HTMLElement,
    blocks: () => readonly ShownBlock[],
  ) {
    this.#view = view;
    this.#pane = pane;
    this.#container = container;
    this.#blocks = blocks;
    const options = { signal: this.#away.signal, passive: true, capture: true };
    for (const name of HANDS) {
      view.dom.addEventListener(name, () => (this.#leader = 'source'), options);
      pane.addEventListener(name, () => (this.#leader = 'preview'), options);
    }
    view.scrollDOM.addEventListener('scroll', () => this.#scrolled('source'), options);
    pane.addEventListener('scroll', () => this.#scrolled('preview'), options);
    // Images and fonts that come late, and panes that change their width.
    this.#observer = new ResizeObserver(() => {
      this.changed();
    });
    this.#observer.observe(container);
  }

  stop(): void {
    this.#away.abort();
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** The preview looks otherwise than before. */
  changed(): void {
    this.#map = null;
  }

  /** Moves the preview to where the source is. */
  followSource(): void {
    this.#leader = 'source';
    this.#scrolled('source');
  }

  /** Moves the preview as little as is needed to show the block that a line of the source became. */
  reveal(line: number): void {
    const block = this.#blocks().findLast((each) => each.line > 0 && each.line <= line);
    const element = block?.nodes.find((node) => node instanceof HTMLElement);
    if (!(element instanceof HTMLElement)) return;
    const pane = this.#pane.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const room = Math.min(48, pane.height / 8);
    // Of a block that is taller than the pane, the place within it counts.
    const tall = box.height > pane.height - 2 * room;
    if (tall) {
      const top = this.#lines().topAt(line);
      const at = top - this.#pane.scrollTop;
      if (at < room || at > pane.height - room) this.#pane.scrollTop = top - pane.height / 2;
    } else if (box.bottom > pane.bottom - room) this.#pane.scrollTop += box.bottom - pane.bottom + room;
    else if (box.top < pane.top + room) this.#pane.scrollTop -= pane.top + room - box.top;
  }

  /** Moves the preview so that what a line became stands in the middle. */
  showLine(line: number): void {
    this.#leader = 'source';
    this.#pane.scrollTop = this.#lines().topAt(line) - this.#pane.clientHeight / 3;
  }

  #scrolled(by: 'source' | 'preview'): void {
    if (by !== this.#leader || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#leader === 'source') this.#movePreview();
      else this.#moveSource();
    });
  }

  #movePreview(): void {
    const { scrollDOM } = this.#view;
    const part = progress(scrollDOM);
    const height = scrollDOM.scrollTop + part * scrollDOM.clientHeight - this.#view.documentPadding.top;
    const line = this.#sourceLine(height);
    const top = this.#lines().topAt(line);
    set(this.#pane, part === 0 ? 0 : part === 1 ? Infinity : top - part * this.#pane.clientHeight);
  }

  #moveSource(): void {
    const { scrollDOM } = this.#view;
    const part = progress(this.#pane);
    const line = this.#lines().lineAt(this.#pane.scrollTop + part * this.#pane.clientHeight);
    const top = this.#sourceTop(line) + this.#view.documentPadding.top;
    set(scrollDOM, part === 0 ? 0 : part === 1 ? Infinity : top - part * scrollDOM.clientHeight);
  }

  /** Line at a height of the source; a fraction within a line that is wrapped. */
  #sourceLine(height: number): number {
    const block = this.#view.lineBlockAtHeight(height);
    const part = Math.min(1, Math.max(0, (height - block.top) / Math.max(1, block.height)));
    return this.#view.state.doc.lineAt(block.from).number + part;
  }

  #sourceTop(line: number): number {
    const { doc } = this.#view.state;
    const number = Math.min(doc.lines, Math.max(1, Math.floor(line)));
    const block = this.#view.lineBlockAt(doc.line(number).from);
    return block.top + (line - number) * block.height;
  }

  #lines(): LineMap {
    return (this.#map ??= new LineMap(this.#measure()));
  }

  #measure(): Mark[] {
    const origin = this.#pane.getBoundingClientRect().top - this.#pane.scrollTop;
    const marks: Mark[] = [{ line: 1, top: 0 }];
    for (const { line, endLine, nodes } of this.#blocks()) {
      if (line === 0) continue;
      for (const node of nodes) {
        if (!(node instanceof HTMLElement)) continue;
        const box = node.getBoundingClientRect();
        if (line > 1) marks.push({ line, top: box.top - origin });
        for (const inner of node.querySelectorAll<HTMLElement>('[data-line]')) {
          const own = line + Number(inner.dataset.line);
          if (own > line) marks.push({ line: own, top: inner.getBoundingClientRect().top - origin });
        }
        marks.push({ line: endLine + 1, top: box.bottom - origin });
      }
    }
    const end = this.#container.getBoundingClientRect().bottom - origin;
    marks.push({ line: this.#view.state.doc.lines + 1, top: end });
    return marks;
  }
}

/** How far an element is scrolled: 0 at the top, 1 at the end. */
function progress({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  const most = scrollHeight - clientHeight;
  return most <= 0 ? 0 : Math.min(1, Math.max(0, scrollTop / most));
}

function set(element: HTMLElement, top: number): void {
  const most = element.scrollHeight - element.clientHeight;
  const next = Math.min(most, Math.max(0, top));
  if (Math.abs(element.scrollTop - next) >= 1) element.scrollTop = next;
}
