import { tableText } from '../commands/table-model';

/** Most cells that become a table; beyond them it is data. */
const maxCells = 3_000;

/**
 * Lines of values with tabs or commas between them, as a table; null unless it clearly is one: at least two lines, at
 * least two columns, in every line as many.
 */
export function delimitedTable(text: string): string | null {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (!body.includes('\n') || body.length > 200_000) return null;
  const rows = body.includes('\t') ? split(body, '\t') : commas(body);
  if (!rows) return null;
  const [head, ...others] = rows.map((row) => row.map(cell));
  if (!head || head.length < 2 || others.length === 0 || rows.length * head.length > maxCells) return null;
  if (others.some((row) => row.length !== head.length) || head.every((one) => one === '')) return null;
  return tableText({ head, align: columns(head.length, others), body: others });
}

/** Numbers stand on the right. */
function columns(width: number, rows: readonly string[][]): ('right' | null)[] {
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((row) => row[column] ?? '').filter((value) => value !== '');
    const isNumber =
      values.length > 0 && values.every((value) => /^[-+−]?[\d,]*\.?\d+(?:[eE][-+]?\d+)?\s?%?$/.test(value));
    return isNumber ? 'right' : null;
  });
}

/** Sentences and code hold commas too, but with a space behind them. */
function commas(text: string): string[][] | null {
  if (!text.includes(',')) return null;
  const rows = split(text, ',');
  return rows?.some((row) => row.some((value) => value.length > 80 || /^\s/.test(value))) ? null : rows;
}

/** Values of RFC 4180: quotes around what holds delimiters, line breaks or quotes. Null for a quote that never ends. */
function split(text: string, delimiter: string): string[][] | null {
  const rows: string[][] = [[]];
  let value = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[at + 1] === '"') value += text[at++] ?? '';
      else quoted = false;
    } else if (character === '"' && value === '') quoted = true;
    else if (character === delimiter || character === '\n') {
      rows.at(-1)?.push(value);
      value = '';
      if (character === '\n') rows.push([]);
    } else value += character;
  }
  rows.at(-1)?.push(value);
  return quoted ? null : rows;
}

function cell(value: string): string {
  return value
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/(?<!\\)\|/g, '\\|');
}
