import type { BlockContext, BlockParser, InlineContext, Line, MarkdownConfig } from '@lezer/markdown';
import { isFormula, LIMITS, looksLikeTex } from '@/lib/markdown/syntax';
import { mathTag } from './tags';

const dollar = 36;
const backslash = 92;
/** Lines that a formula with blank lines inside may take until its closing mark. */
const reach = 300;

/**
 * Formulas, by the rules of the page: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`; `$5 and $10` is none, and `_` and `*` inside
 * mean nothing. A formula on lines of its own that is not closed yet counts as one up to the next blank line, so that
 * the line that is being written is not taken for a list or a heading.
 */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'MathBlock', block: true, style: { 'MathBlock/...': mathTag } },
    { name: 'InlineMath', style: { 'InlineMath/...': mathTag } },
    'MathMark',
  ],
  parseInline: [
    {
      name: 'InlineMath',
      before: 'Escape',
      parse(cx, next, start) {
        if (next === dollar) return dollars(cx, start);
        return next === backslash ? brackets(cx, start) : -1;
      },
    },
  ],
  parseBlock: [mathBlock()],
};

function dollars(cx: InlineContext, start: number): number {
  let width = 1;
  while (cx.char(start + width) === dollar) width++;
  if (width > 2) return start + width;
  const from = start + width;
  const limit = Math.min(cx.end, from + LIMITS.formula * 4);
  for (let at = from; at < limit; at++) {
    const code = cx.char(at);
    if (code === backslash) at++;
    else if (code === dollar) {
      let closing = 1;
      while (cx.char(at + closing) === dollar) closing++;
      if (closing < width && width === 2) {
        at += closing - 1;
        continue;
      }
      if (closing !== width) return -1;
      const content = cx.slice(from, at);
      const after = at + width < cx.end ? cx.slice(at + width, at + width + 1) : '';
      const before = start > cx.offset ? cx.slice(start - 1, start) : '';
      const isOne = width === 2 ? content.trim() !== '' : isFormula({ content, before, after });
      return isOne ? cx.addElement(formula(cx, 'InlineMath', start, from, at, at + width)) : -1;
    }
  }
  return -1;
}

function brackets(cx: InlineContext, start: number): number {
  const opening = cx.char(start + 1);
  if (opening !== 40 && opening !== 91) return -1;
  const closing = opening === 40 ? 41 : 93;
  const limit = Math.min(cx.end, start + LIMITS.formula * 4);
  for (let at = start + 2; at < limit; at++) {
    if (cx.char(at) !== backslash) continue;
    const next = cx.char(at + 1);
    if (next === opening) return -1;
    if (next === closing) {
      const content = cx.slice(start + 2, at);
      if (content.trim() === '' || !looksLikeTex(content)) return -1;
      return cx.addElement(formula(cx, 'InlineMath', start, start + 2, at, at + 2));
    }
    at++;
  }
  return -1;
}

function formula(cx: InlineContext, name: string, start: number, from: number, to: number, end: number) {
  return cx.elt(name, start, end, [cx.elt('MathMark', start, from), cx.elt('MathMark', to, end)]);
}

/** What the parser has but its types hide: lines after the current one, and how many containers go on in a line. */
interface LookingAhead {
  absoluteLineEnd: number;
  to: number;
  scanLine?: (start: number) => { text: string; end: number };
}

function closingOf(rest: string): string {
  if (rest.startsWith('$$') && !rest.startsWith('$$$')) return '$$';
  return rest.startsWith('\\[') ? '\\]' : '';
}

function mathBlock(): BlockParser {
  return {
    name: 'MathBlock',
    before: 'LinkReference',
    parse(cx, line) {
      const rest = line.text.slice(line.pos);
      const closing = line.indent - line.baseIndent < 4 ? closingOf(rest) : '';
      if (closing === '') return false;
      const from = cx.lineStart + line.pos;
      const onOneLine = rest.indexOf(closing, 2);
      if (onOneLine >= 0) {
        const content = rest.slice(2, onOneLine);
        const isAlone = rest.slice(onOneLine + 2).trim() === '' && content.trim() !== '';
        if (!isAlone || (closing === '\\]' && !looksLikeTex(content))) return false;
        const to = from + onOneLine;
        cx.nextLine();
        cx.addElement(
          cx.elt('MathBlock', from, to + 2, [
            cx.elt('MathMark', from, from + 2),
            cx.elt('MathMark', to, to + 2),
          ]),
        );
        return true;
      }
      return takeLines(cx, line, from, rest, closing);
    },
    endLeaf: (_, line) => {
      const rest = line.text.slice(line.pos);
      return closingOf(rest) !== '' && rest.trim().length === 2;
    },
  };
}

function takeLines(cx: BlockContext, line: Line, from: number, first: string, closing: string): boolean {
  const isOpenedAlone = first.trim().length === 2;
  const blanks = isOpenedAlone && closesAfterBlank(cx, closing);
  const marks = [cx.elt('MathMark', from, from + 2)];
  let end = from + first.length;
  while (cx.nextLine()) {
    // Out of the quote or list item that the formula began in.
    if (((line as Line & { depth?: number }).depth ?? cx.depth) < cx.depth) break;
    marks.push(...line.markers);
    const rest = line.text.slice(line.pos);
    if (!blanks && rest.trim() === '') break;
    const at = line.text.indexOf(closing, line.basePos);
    if (at >= 0 && line.text.slice(at + 2).trim() === '') {
      marks.push(cx.elt('MathMark', cx.lineStart + at, cx.lineStart + at + 2));
      end = cx.lineStart + at + 2;
      cx.nextLine();
      break;
    }
    if (/^(?:`{3,}|~{3,})/.test(rest) || closingOf(rest) !== '') break;
    end = cx.lineStart + line.text.length;
  }
  cx.addElement(cx.elt('MathBlock', from, end, marks));
  return true;
}

/** Whether a formula that opens alone on its line closes so, with blank lines in between. */
function closesAfterBlank(cx: BlockContext, closing: string): boolean {
  const ahead = cx as unknown as LookingAhead;
  if (!ahead.scanLine) return false;
  let wasBlank = false;
  let at = ahead.absoluteLineEnd + 1;
  for (let count = 0; count < reach && at <= ahead.to; count++) {
    const { text, end } = ahead.scanLine(at);
    const own = text.replace(/^[ \t>]*/, '').trim();
    if (own === closing) return wasBlank;
    wasBlank ||= own === '';
    if (own.endsWith(closing) || (wasBlank && /^#{1,6} /.test(own))) return false;
    if (/^(?:`{3,}|~{3,})/.test(own) || closingOf(own) !== '') return false;
    at = end + 1;
  }
  return false;
}
