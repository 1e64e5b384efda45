/** Where a formula that stands on lines of its own begins and ends. */
export interface MathBlock {
  /** 1-based line of the closing mark. */
  endLine: number;
  /** 1-based column of the closing mark. */
  endColumn: number;
}

const PREFIX = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/;
const FENCE = /^(`{3,}|~{3,})/;
const REACH = 300;

/**
 * Formulas that stand alone on their lines, by 1-based line of the opening mark (`$$` or `\[`).
 *
 * The parser goes through a document line by line and cannot look ahead, so without this an opening mark that is
 * never closed would swallow the rest of the post, and `$$ a` followed by a line `+ b $$` would become a list.
 */
export function findMathBlocks(source: string): Map<number, MathBlock> {
  const lines = source.split('\n');
  const blocks = new Map<number, MathBlock>();
  let fence = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const rest = withoutContainers(line);
    const prefix = line.length - rest.length;
    const mark = FENCE.exec(rest)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) && rest.trim() === mark) fence = '';
      continue;
    }
    if (mark && !rest.slice(mark.length).includes('`')) {
      fence = mark;
      continue;
    }
    const closing =
      rest.startsWith('$$') && !rest.startsWith('$$$') ? '$$' : rest.startsWith('\\[') ? '\\]' : '';
    if (closing === '') continue;
    const end = findEnd(lines, index, prefix + 2, closing);
    if (!end) continue;
    blocks.set(index + 1, end);
    index = end.endLine - 1;
  }
  return blocks;
}

function withoutContainers(line: string): string {
  return line.replace(PREFIX, '');
}

/** Where the formula that opens before column `from` of a line closes, unless it is none that stands alone. */
function findEnd(lines: string[], start: number, from: number, closing: string): MathBlock | null {
  const first = (lines[start] ?? '').slice(from);
  const onOneLine = first.indexOf(closing);
  if (onOneLine >= 0) {
    const content = first.slice(0, onOneLine);
    const alone = first.slice(onOneLine + 2).trim() === '' && content.trim() !== '';
    if (!alone || (closing === '\\]' && !looksLikeTex(content))) return null;
    return { endLine: start + 1, endColumn: from + onOneLine + 1 };
  }
  // A blank line ends a formula in TeX; people still leave some between marks that stand alone.
  const opensAlone = first.trim() === '';
  let blank = false;
  let content = first;
  for (let index = start + 1; index < lines.length && index <= start + REACH; index++) {
    const line = lines[index] ?? '';
    const own = withoutContainers(line);
    const at = line.indexOf(closing);
    if (at >= 0) {
      const alone = line.slice(at + 2).trim() === '';
      content += line.slice(0, at);
      if (!alone || content.trim() === '' || (blank && own.trim() !== closing)) return null;
      return { endLine: index + 1, endColumn: at + 1 };
    }
    blank ||= /^[ \t>]*$/.test(line);
    if (blank && (!opensAlone || /^#{1,6} /.test(own))) return null;
    if (FENCE.test(own) || own.startsWith('$$') || own.startsWith('\\[')) return null;
    content += line;
  }
  return null;
}

/** Whether text between `\[` and `\]`, or `\(` and `\)`, is a formula and not brackets that someone escaped. */
export function looksLikeTex(content: string): boolean {
  if (/[\\^_{}=<>+]/.test(content)) return true;
  return !/\p{Lo}|[A-Za-z]{3,}|^\s*\d*\s*$/u.test(content);
}
