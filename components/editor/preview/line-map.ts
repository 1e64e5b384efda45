/** A place that source and preview share. */
export interface Mark {
  /** 1-based line of the source; between lines where it is a fraction. */
  line: number;
  /** Pixels from the top of the preview's content. */
  top: number;
}

/** Lines of the source and heights of the preview, each by the other; in between by proportion. */
export class LineMap {
  readonly #marks: readonly Mark[];

  /** @param marks in any order; those that would lead backwards are left out. */
  constructor(marks: readonly Mark[]) {
    const kept: Mark[] = [];
    for (const mark of marks.toSorted((a, b) => a.line - b.line || a.top - b.top)) {
      const last = kept.at(-1);
      if (last && (mark.line <= last.line || mark.top < last.top)) continue;
      kept.push(mark);
    }
    this.#marks = kept;
  }

  /** @returns pixels from the top for a line. */
  topAt(line: number): number {
    return between(this.#marks, line, 'line', 'top');
  }

  /** @returns line at a height; a fraction within blocks. */
  lineAt(top: number): number {
    return between(this.#marks, top, 'top', 'line');
  }
}

function between(marks: readonly Mark[], value: number, from: keyof Mark, to: keyof Mark): number {
  const first = marks[0];
  const last = marks.at(-1);
  if (!first || !last) return 0;
  if (value <= first[from]) return first[to];
  if (value >= last[from]) return last[to];
  let low = 0;
  let high = marks.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((marks[middle] ?? first)[from] <= value) low = middle;
    else high = middle;
  }
  const [a, b] = [marks[low] ?? first, marks[high] ?? last];
  const part = b[from] > a[from] ? (value - a[from]) / (b[from] - a[from]) : 0;
  return a[to] + part * (b[to] - a[to]);
}
