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

/**
 * Which of the blocks that go may lend their elements to those that come: for each next block that is to be made the
 * index of a shown one at the same place that is not needed any more, or null.
 *
 * @param plan what `planPatch` gave.
 * @param count of the blocks that are shown.
 */
export function planReuse(plan: readonly (number | null)[], count: number): (number | null)[] {
  const reused: (number | null)[] = plan.map(() => null);
  let free = 0;
  plan.forEach((kept, index) => {
    if (kept !== null) {
      free = kept + 1;
      return;
    }
    const next = plan.slice(index).find((later) => later !== null) ?? count;
    if (free < next) reused[index] = free++;
  });
  return reused;
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
   * @returns elements that are new or hold something new.
   */
  show(next: readonly PlacedBlock[], htmlOf: (id: number) => string): Element[] {
    const before = this.#blocks;
    const plan = planPatch(
      before.map(({ id }) => id),
      next.map(([id]) => id),
    );
    const reuse = planReuse(plan, before.length);
    const changed: Element[] = [];
    const shown: ShownBlock[] = [];
    const used = new Set(plan);
    let after: ChildNode | null = null;
    for (let index = next.length - 1; index >= 0; index--) {
      const [id, line, endLine] = next[index] ?? [0, 0, 0];
      const kept = before[plan[index] ?? -1];
      let nodes: ChildNode[];
      if (kept) nodes = kept.nodes;
      else {
        const made = nodesOf(htmlOf(id));
        const old = before[reuse[index] ?? -1];
        if (old && turnInto(old.nodes, made)) {
          used.add(reuse[index] ?? null);
          nodes = old.nodes;
        } else {
          nodes = made;
          for (const node of made) this.#container.insertBefore(node, after);
        }
        for (const node of nodes) if (node instanceof Element) changed.push(node);
      }
      shown.push({ id, line, endLine, nodes });
      after = nodes[0] ?? after;
    }
    before.forEach(({ nodes }, index) => {
      if (!used.has(index)) for (const node of nodes) node.remove();
    });
    this.#blocks = shown.reverse();
    return changed;
  }
}

function nodesOf(html: string): ChildNode[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.childNodes];
}

/**
 * Makes nodes look like others without taking them out of the page, where they are of the same kinds. Children of the
 * article that come or go make the browser work out the style of everything in it anew, for its rules ask for neighbours.
 */
function turnInto(nodes: readonly ChildNode[], others: readonly ChildNode[]): boolean {
  const isAlike =
    nodes.length === others.length && nodes.every((node, at) => node.nodeName === others[at]?.nodeName);
  if (!isAlike) return false;
  nodes.forEach((node, at) => {
    const other = others[at];
    if (!(node instanceof Element) || !(other instanceof Element)) {
      node.textContent = other?.textContent ?? '';
      return;
    }
    for (const name of node.getAttributeNames()) if (!other.hasAttribute(name)) node.removeAttribute(name);
    for (const { name, value } of other.attributes) {
      if (node.getAttribute(name) !== value) node.setAttribute(name, value);
    }
    node.replaceChildren(...other.childNodes);
  });
  return true;
}
