/** How a column stands. */
export type Align = 'left' | 'center' | 'right' | null;

/** A table without its place. */
export interface Table {
  head: string[];
  align: Align[];
  body: string[][];
}

/** A cell of a line of a table, with where its words begin and end in the line. */
export interface Cell {
  text: string;
  from: number;
  to: number;
}

/** Cells of a line; a bar behind a backslash separates nothing. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  const lead = /^[\s>]*\|?/.exec(line)?.[0].length ?? 0;
  let from = lead;
  const push = (to: number): void => {
    const raw = line.slice(from, to);
    const start = from + (raw.trim() === '' ? Math.min(1, raw.length) : raw.length - raw.trimStart().length);
    cells.push({ text: raw.trim(), from: start, to: start + raw.trim().length });
  };
  for (let at = lead; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') {
      push(at);
      from = at + 1;
    }
  }
  if (line.slice(from).trim() !== '' || cells.length === 0) push(line.length);
  return cells;
}

/** What quote marks and white space precede a table's lines. */
export function prefixOf(line: string): string {
  return /^[\s>]*/.exec(line)?.[0] ?? '';
}

const delimiter = /^:?-+:?$/;

export function parseTable(lines: readonly string[]): Table | null {
  const [head, rule, ...body] = lines.map((line) => cellsOf(line).map((cell) => cell.text));
  if (!head || !rule?.every((cell) => delimiter.test(cell))) return null;
  const width = head.length;
  const fit = (row: string[]): string[] => Array.from({ length: width }, (_, column) => row[column] ?? '');
  return {
    head,
    align: fit(rule).map((cell) => {
      const left = cell.startsWith(':');
      const right = cell.endsWith(':');
      return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
    }),
    body: body.map(fit),
  };
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns that a text takes in a font of fixed width; Hangul takes two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** A table as Markdown, its columns in line, each line with a prefix. */
export function tableText({ head, align, body }: Table, prefix = ''): string {
  const rows = [head, ...body];
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => columnsOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    `${prefix}| ${widths.map((width, column) => pad(row[column] ?? '', width, align[column] ?? null)).join(' | ')} |`;
  const rule = widths.map((width, column) => {
    const own = align[column] ?? null;
    const left = own === 'left' || own === 'center' ? ':' : '-';
    const right = own === 'right' || own === 'center' ? ':' : '-';
    return left + '-'.repeat(width - 2) + right;
  });
  return [line(head), `${prefix}| ${rule.join(' | ')} |`, ...body.map(line)].join('\n');
}

function pad(text: string, width: number, align: Align): string {
  const room = Math.max(0, width - columnsOf(text));
  if (align === 'right') return ' '.repeat(room) + text;
  if (align !== 'center') return text + ' '.repeat(room);
  const before = Math.floor(room / 2);
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}

/** An empty table. `rows` counts those below the head. */
export function emptyTable(columns: number, rows: number): Table {
  const row = (): string[] => Array.from({ length: columns }, () => '');
  return { head: row(), align: row().map(() => null), body: Array.from({ length: rows }, row) };
}
