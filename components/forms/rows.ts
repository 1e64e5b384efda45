/** A row of a list that a person edits; the key stays with it while it moves. */
export interface Row {
  key: string;
}

let made = 0;

/** @returns a key for a new row, unlike all others on the page. */
export function rowKey(): string {
  made += 1;
  return `row-${made}`;
}

/** @returns the list with the item at `from` moved to `to`; itself where that leads out of it. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}

/** @returns key of the row that takes the focus when the one at `index` is removed; null where none is left. */
export function heir(items: readonly Row[], index: number): string | null {
  return (items[index + 1] ?? items[index - 1])?.key ?? null;
}
