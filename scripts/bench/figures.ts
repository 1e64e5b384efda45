/** What an import took; times in seconds. */
export interface ImportFigures {
  posts: number;
  rendered: number;
  read: number;
  apply: number;
  render: number;
  applyStatements: number;
  renderStatements: number;
  /** Most memory that the process held, in bytes. */
  peakBytes: number;
}

/** A page served by the site and, in turns, by a bare server. */
export interface ServedFigures {
  /** Milliseconds from the question to the last byte where nothing was kept. */
  cold: number;
  /** Bytes of the answer, head included. */
  bytes: number;
  /** Answers a second. */
  site: number;
  bare: number;
}

/** All of one size. */
export interface SizeFigures {
  posts: number;
  import: ImportFigures;
  /** Pages that are only measured cold have no rates. */
  pages: Record<string, Pick<ServedFigures, 'cold'> & Partial<ServedFigures>>;
  /** Milliseconds from the call of `publish` until a reader sees it, worst of several. */
  visible: Record<string, number>;
  /** Milliseconds until the first answer. */
  start: { server: number; command: number };
  /** Bytes; null where the system does not tell. */
  memory: { idle: number; afterLoad: number; peak: number } | null;
}

/** What questions to the search cost, in the library itself. */
export interface SearchTimes {
  posts: number;
  /** Seconds for the index of all posts. */
  indexing: number;
  /** Milliseconds of each round, by what was asked. */
  times: Record<string, number[]>;
}

/** @returns the value that so much of the numbers, 0 to 1, does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** @returns the middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}
