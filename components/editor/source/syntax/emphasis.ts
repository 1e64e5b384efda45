import { InlineContext, type DelimiterType, type MarkdownConfig } from '@lezer/markdown';
import { tags } from '@lezer/highlight';

const star = 42;
const underscore = 95;
const tilde = 126;

const punctuation = /[\p{P}\p{S}]/u;
/** Scripts that are written without spaces around words, and Hangul, whose particles follow without one. */
const cjk =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const strikethrough: DelimiterType = { resolve: 'Strikethrough', mark: 'StrikethroughMark' };

/**
 * Emphasis and strikethrough as the page has them: `**굵게(bold)**은` closes before a particle, which CommonMark does
 * not allow after a bracket. The rules of flanking are those of remark-cjk-friendly.
 */
export const koreanEmphasis: MarkdownConfig = {
  defineNodes: [
    { name: 'Strikethrough', style: { 'Strikethrough/...': tags.strikethrough } },
    { name: 'StrikethroughMark', style: tags.processingInstruction },
  ],
  parseInline: [
    {
      name: 'KoreanEmphasis',
      before: 'Emphasis',
      parse(cx, next, start) {
        if (next !== star && next !== underscore) return -1;
        let end = start + 1;
        while (cx.char(end) === next) end++;
        const { left, right, before, after } = flanking(cx, start, end);
        const canOpen = left && (next === star || !right || before);
        const canClose = right && (next === star || !left || after);
        const type = next === star ? InlineContext.emphasisAsterisk : InlineContext.emphasisUnderscore;
        return cx.addDelimiter(type, start, end, canOpen, canClose);
      },
    },
    {
      name: 'Strikethrough',
      after: 'Emphasis',
      parse(cx, next, start) {
        if (next !== tilde || cx.char(start + 1) !== tilde || cx.char(start + 2) === tilde) return -1;
        if (cx.char(start - 1) === tilde) return -1;
        const { left, right } = flanking(cx, start, start + 2);
        return cx.addDelimiter(strikethrough, start, start + 2, left, right);
      },
    },
  ],
};

function flanking(cx: InlineContext, start: number, end: number) {
  const before = cx.slice(start - 1, start);
  const after = cx.slice(end, end + 1);
  const spaceBefore = /^\s?$/.test(before);
  const spaceAfter = /^\s?$/.test(after);
  const cjkBefore = cjk.test(before);
  const cjkAfter = cjk.test(after);
  const markBefore = punctuation.test(before) && !cjkBefore;
  const markAfter = punctuation.test(after) && !cjkAfter;
  return {
    left: !spaceAfter && (!markAfter || spaceBefore || markBefore || cjkBefore),
    right: !spaceBefore && (!markBefore || spaceAfter || markAfter || cjkAfter),
    before: markBefore || cjkBefore,
    after: markAfter || cjkAfter,
  };
}
