import type { PlacedBlock } from './protocol';

/**
 * Which of the blocks that are shown can stay: for each next block the index of a shown one, in ascending order, or null
 * where a new one is to be made.
 *
 * @param shown ids in the order in which they stand.
 * @param next ids as they are to stand.
 */
export function planPatch(shown: readonly number[], next: readonly number[]): (number | null)[] {
  let start = 0;
  while (start < shown.length && start < next.length && shown[start] === next[start]) start++;
  let end = 0;
  while (
    end < shown.length - start &&
    end < next.length - start &&
    shown[shown.length - 1 - end] === next[next.length - 1 - end]
  ) {
    end++;
  }
  const places = new Map<number, number[]>();
  for (let i = shown.length - end - 1; i >= start; i--) {
    const id = shown[i] ?? 0;
    const list = places.get(id);
    if (list) list.push(i);
    else places.set(id, [i]);
  }
  let from = start;
  return next.map((id, index) => {
    if (index < start) return index;
    if (index >= next.length - end) return shown.length - (next.length - index);
    const list = places.get(id) ?? [];
    for (let at = list.pop(); at !== undefined; at = list.pop()) {
      if (at < from) continue;
      from = at + 1;
      return at;
    }
    return null;
  });
}

/** A block as it stands in the page. */
export interface ShownBlock {
  id: number;
  line: number;
  endLine: number;
  nodes: ChildNode[];
}

/** Shows an article in an element and changes only the blocks that changed. */
export class ArticleView {
  readonly #container: HTMLElement;
  #blocks: ShownBlock[] = [];

  constructor(container: HTMLElement) {
    this.#container = container;
    container.replaceChildren();
  }

  get blocks(): readonly ShownBlock[] {
    return this.#blocks;
  }

  /**
   * @param htmlOf sanitised HTML of a block, as the pipeline made it.
   * @returns elements that are new.
   */
  show(next: readonly PlacedBlock[], htmlOf: (id: number) => string): Element[] {
    const plan = planPatch(
      this.#blocks.map(({ id }) => id),
      next.map(([id]) => id),
    );
    const kept = new Set(plan);
    this.#blocks.forEach(({ nodes }, index) => {
      if (!kept.has(index)) for (const node of nodes) node.remove();
    });
    const added: Element[] = [];
    const shown: ShownBlock[] = [];
    let before: ChildNode | null = null;
    for (let index = next.length - 1; index >= 0; index--) {
      const [id, line, endLine] = next[index] ?? [0, 0, 0];
      const old = this.#blocks[plan[index] ?? -1];
      const nodes: ChildNode[] = old?.nodes ?? this.#make(htmlOf(id), before, added);
      shown.push({ id, line, endLine, nodes });
      before = nodes[0] ?? before;
    }
    this.#blocks = shown.reverse();
    return added;
  }

  #make(html: string, before: ChildNode | null, added: Element[]): ChildNode[] {
    const template = document.createElement('template');
    template.innerHTML = html;
    const nodes = [...template.content.childNodes];
    for (const node of nodes) if (node instanceof Element) added.push(node);
    this.#container.insertBefore(template.content, before);
    return nodes;
  }
}
