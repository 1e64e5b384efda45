import type { ElementContent, RootContent as HastContent } from 'hast';
import type { Root } from 'mdast';

/** Keeps what the last renderings used, and forgets the rest. */
export class Recent<Value> {
  readonly #entries = new Map<string, { value: Value; used: number }>();
  #turn = 0;

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    entry.used = this.#turn;
    return entry.value;
  }

  set(key: string, value: Value): Value {
    this.#entries.set(key, { value, used: this.#turn });
    return value;
  }

  /** Ends a rendering. What was of no use to the last `kept` of them goes. */
  turn(kept = 8): void {
    for (const [key, { used }] of this.#entries) if (used <= this.#turn - kept) this.#entries.delete(key);
    this.#turn++;
  }
}

/** A part of a source as parsed, with positions that count from its own beginning. */
export interface ParsedPart {
  tree: Root;
  /** Labels that it defines, as the parser normalises them. */
  definitions: readonly string[];
  notes: readonly string[];
  /** Whether everything in it is closed where it ends. */
  isClosed: boolean;
}

/** A formula as drawn, how many elements that takes, and whether it would reach out of its place; or why not. */
export type TypesetOutcome =
  { children: ElementContent[]; elements: number; isExcessive: boolean } | { reason: string };

/** What typesetting one formula gave, and what it cost. */
export interface TypesetFormula {
  outcome: TypesetOutcome;
  /** Characters that macros expanded to. */
  expansion: number;
}

/**
 * What renderings of one text, as it changes, leave for the next: each entry is kept under everything that it depends
 * on, so a rendering with a memo gives what one without it would.
 */
export class Memo {
  readonly parts = new Recent<ParsedPart>();
  readonly formulas = new Recent<TypesetFormula>();
  readonly code = new Recent<ElementContent[][] | null>();
  readonly blocks = new Recent<{ id: number; html: string }>();
  readonly #drawn = new WeakMap<HastContent, { id: number; html: string }>();
  #nextId = 1;

  /** A number that nothing else of this memo has. */
  nextId(): number {
    return this.#nextId++;
  }

  /** The markup of a node that formulas of several renderings share. */
  drawn(node: HastContent, draw: () => string): { id: number; html: string } {
    let found = this.#drawn.get(node);
    if (!found) this.#drawn.set(node, (found = { id: this.nextId(), html: draw() }));
    return found;
  }

  /** Ends a rendering. */
  turn(): void {
    this.parts.turn();
    this.formulas.turn();
    this.code.turn();
    this.blocks.turn();
  }
}
