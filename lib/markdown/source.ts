import { LIMITS } from './limits';
import type { Problem } from './types';

// XML 1.0, 2.2 Characters: what no feed may carry; U+FFFE and U+FFFF, and halves of surrogate pairs.
// eslint-disable-next-line no-control-regex
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

const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;

/**
 * Why a source is not rendered at all, or null. Looks at lines only, in one pass, before any parser sees them:
 * parsers of Markdown take quadratic time for some inputs, and recursion runs out of stack for deep ones.
 */
export function refusal(source: string): Problem | null {
  if (source.length > LIMITS.source) {
    return { kind: 'too-large', line: 1, detail: String(source.length) };
  }
  let line = 0;
  let work = 0;
  let cells = 0;
  let marks = 0;
  let brackets = 0;
  let columns = 0;
  let previous = '';
  // Indentations of the list items that are open, as a list parser would see them.
  const items: number[] = [];
  const endRun = () => {
    work += marks * marks + (brackets * brackets) / 8;
    marks = brackets = columns = 0;
  };
  for (const text of source.split('\n')) {
    line++;
    if (/^[\s>]*$/.test(text)) {
      endRun();
      previous = '';
      continue;
    }
    const containers = countContainers(text, items);
    if (containers > LIMITS.containers) return { kind: 'too-deep', line, detail: String(containers) };
    if (/^[\s>]*[-+*][ \t]/.test(text)) endRun();

    const emphasis = text.match(/\*+|_+|~+|`+/g)?.length ?? 0;
    marks += emphasis;
    brackets += text.match(/[[\]]/g)?.length ?? 0;

    if (columns > 0) cells += columns;
    else if (/^[\s>|:-]*-[\s|:-]*$/.test(text) && (text.includes('|') || previous.includes('|'))) {
      columns = (text.match(/\|/g)?.length ?? 0) + 1;
      cells += columns * 2;
    }
    if (cells > LIMITS.tableCells) return { kind: 'too-large', line, detail: String(cells) };
    const now = work + marks * marks + (brackets * brackets) / 8;
    if (now > LIMITS.delimiterWork) return { kind: 'too-large', line, detail: String(marks + brackets) };
    previous = text;
  }
  return null;
}

/** How many quotes and list items a line is inside of. */
function countContainers(text: string, items: number[]): number {
  let quotes = 0;
  let markers = 0;
  CONTAINER.lastIndex = 0;
  for (let at = 0; ; at = CONTAINER.lastIndex) {
    const match = CONTAINER.exec(text);
    if (!match) break;
    if (match[0].endsWith('>')) quotes++;
    else {
      const indent = at + match[0].length;
      while ((items.at(-1) ?? -1) >= indent) items.pop();
      items.push(indent);
      markers++;
    }
  }
  if (markers === 0) {
    const indent = text.length - text.trimStart().length;
    while ((items.at(-1) ?? -1) > indent + 1) items.pop();
  }
  return quotes + items.length;
}
