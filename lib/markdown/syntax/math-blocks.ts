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
    const line = lines[index]!;
    const prefix = PREFIX.exec(line)![0].length;
    const rest = line.slice(prefix);
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

function findEnd(lines: string[], start: number, from: number, closing: string): MathBlock | null {
  const first = lines[start]!.slice(from);
  const bare = first.trim() === '';
  let blank = false;
  let content = '';
  for (let index = start; index < lines.length && index <= start + REACH; index++) {
    const line = index === start ? ' '.repeat(from) + first : lines[index]!;
    const own = line.slice(PREFIX.exec(line)![0].length);
    const at = line.indexOf(closing, index === start ? from : 0);
    if (at >= 0) {
      const alone = line.slice(at + 2).trim() === '';
      if (!alone || (blank && own.trim() !== closing)) return null;
      content += line.slice(index === start ? from : 0, at);
      if (content.trim() === '') return null;
      if (closing === '\\]' && index === start && !looksLikeTex(content)) return null;
      return { endLine: index + 1, endColumn: at + 1 };
    }
    if (index > start) {
      if (FENCE.test(own)) return null;
      if (/^[ \t>]*$/.test(line)) {
        // A blank line ends a formula in TeX; people still leave some between marks that stand alone.
        if (!bare) return null;
        blank = true;
      } else if (blank && /^#{1,6} /.test(own)) return null;
      if (own.startsWith('$$') || own.startsWith('\\[')) return null;
    }
    content += line.slice(index === start ? from : 0) + '\n';
  }
  return null;
}

/** Whether text between `\[` and `\]`, or `\(` and `\)`, is a formula and not brackets that someone escaped. */
export function looksLikeTex(content: string): boolean {
  if (/[\\^_{}=<>+]/.test(content)) return true;
  return !/\p{Lo}|[A-Za-z]{3,}|^\s*\d*\s*$/u.test(content);
}
