import { LIMITS } from './limits';
import type { Problem } from './types';

// XML 1.0, 2.2 Characters: what no feed may carry.
const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The source as the pipeline reads it: NFC, LF line ends, without a byte order mark or what XML 1.0 forbids. */
export function prepareSource(source: string): string {
  return source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN_IN_XML, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
}

/**
 * Why a source is not rendered at all, or null. Looks at lines only, in one pass, before any parser sees them: the
 * parsers take quadratic time for some inputs, and recursion runs out of stack for deep ones.
 */
export function refusal(source: string): Problem | null {
  if (source.length > LIMITS.source) return tooLarge(1, source.length);
  const work = new InlineWork();
  const containers = new Containers();
  const table = new TableCells();
  let line = 0;
  let filled = 0;
  let dollars = 0;
  let notes = 0;
  let addresses = 0;
  for (const text of source.split('\n')) {
    line++;
    if (line > LIMITS.lines) return tooLarge(line, line);
    if (/^[\s>]*$/.test(text)) {
      work.endRun();
      table.end();
      continue;
    }
    if (++filled > LIMITS.filledLines) return tooLarge(line, filled);
    if (containers.depthOf(text) > LIMITS.containers) {
      return { kind: 'too-deep', line, detail: String(LIMITS.containers) };
    }
    const inTable = table.add(text);
    if (table.cells > LIMITS.tableCells) return tooLarge(line, table.cells);
    // Items of lists and rows of tables are texts of their own.
    if (inTable || /^[\s>]*[-+*][ \t]/.test(text)) work.endRun();
    work.add(text);
    if (work.total > LIMITS.inlineWork) return tooLarge(line, text.length);
    dollars += count(text, /\$|\\[([]/g);
    notes += count(text, /\[\^/g);
    if (dollars > LIMITS.formulas * 4) return tooLarge(line, dollars);
    addresses += count(text, /:\/\/|www\.|@|\]\(/g);
    if (notes > LIMITS.notes) return tooLarge(line, notes);
    if (addresses > LIMITS.addresses) return tooLarge(line, addresses);
  }
  return null;
}

function tooLarge(line: number, size: number): Problem {
  return { kind: 'too-large', line, detail: String(size) };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Estimates what the parser of inline syntax will do. It looks at each closing mark and back at each opening one, and
 * for a run of backticks on to the end of the paragraph; so work grows with the square of marks that stand together.
 * The weights make one unit about 20 nanoseconds.
 */
class InlineWork {
  #done = 0;
  #length = 0;
  #emphasis = 0;
  #ticks = 0;
  #brackets = 0;
  #others = 0;

  add(text: string): void {
    this.#length += text.length;
    this.#emphasis += count(text, /\*+|_+|~+/g);
    this.#ticks += count(text, /`+/g);
    this.#brackets += count(text, /[[\]]/g);
    this.#others += count(text, /[$<&\\!:@"']/g);
  }

  endRun(): void {
    this.#done = this.total;
    this.#length = this.#emphasis = this.#ticks = this.#brackets = this.#others = 0;
  }

  get total(): number {
    return (
      this.#done +
      this.#emphasis ** 2 * 5 +
      this.#ticks * this.#length +
      this.#brackets ** 2 / 8 +
      this.#others ** 2 / 32
    );
  }
}

/** Follows how many quotes and list items lines are inside of, the way that a parser of lists would. */
class Containers {
  // Indentations of the list items that are open.
  readonly #items: number[] = [];

  depthOf(text: string): number {
    const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
    let quotes = 0;
    let items = 0;
    for (let at = 0; ; at = marker.lastIndex) {
      const match = marker.exec(text)?.[0];
      if (match === undefined) break;
      if (match.endsWith('>')) quotes++;
      else {
        this.#closeFrom(at + match.length);
        this.#items.push(at + match.length);
        items++;
      }
    }
    if (items === 0) this.#closeFrom(text.length - text.trimStart().length + 2);
    return quotes + this.#items.length;
  }

  #closeFrom(indent: number): void {
    while ((this.#items.at(-1) ?? -1) >= indent) this.#items.pop();
  }
}

/** Counts cells; short rows are filled up to the width of the head, so a wide head makes every line below it wide. */
class TableCells {
  cells = 0;
  #columns = 0;
  #previous = '';

  /** Whether the line is part of a table. */
  add(text: string): boolean {
    const pipes = count(text, /\|/g);
    if (this.#columns > 0) this.cells += this.#columns;
    else if (/^[\s>|:-]*-[\s|:-]*$/.test(text) && (pipes > 0 || this.#previous.includes('|'))) {
      this.#columns = pipes + 1;
      this.cells += this.#columns * 2;
    }
    this.#previous = text;
    return this.#columns > 0;
  }

  end(): void {
    this.#columns = 0;
    this.#previous = '';
  }
}
