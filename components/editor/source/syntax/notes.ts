import type { BlockContext, LeafBlock, MarkdownConfig } from '@lezer/markdown';
import { calloutTag, footnoteTag, moreTag } from './tags';

const bracket = 91;

/** Footnotes, titles of callouts and the more-mark. */
export const noteSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'FootnoteReference', style: footnoteTag },
    { name: 'FootnoteDefinition', block: true },
    { name: 'FootnoteMark', style: footnoteTag },
    { name: 'CalloutMark', style: calloutTag },
    { name: 'MoreMark', block: true, style: moreTag },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(cx, next, start) {
        if (next !== bracket) return -1;
        const text = cx.slice(start, Math.min(cx.end, start + 60));
        const reference = /^\[\^[^\]\s[]+\]/.exec(text)?.[0];
        if (reference) return cx.addElement(cx.elt('FootnoteReference', start, start + reference.length));
        const callout =
          start === cx.offset ? /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i.exec(text)?.[0] : null;
        return callout ? cx.addElement(cx.elt('CalloutMark', start, start + callout.length)) : -1;
      },
    },
  ],
  parseBlock: [
    {
      name: 'MoreMark',
      before: 'HTMLBlock',
      parse(cx, line) {
        if (!/^<!--\s*more\s*-->\s*$/.test(line.text.slice(line.pos))) return false;
        const from = cx.lineStart + line.pos;
        const to = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt('MoreMark', from, to));
        return true;
      },
    },
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      leaf: (_, leaf) => {
        const mark = /^\[\^[^\]\s[]+\]:/.exec(leaf.content)?.[0];
        if (!mark) return null;
        return {
          // Another definition may follow on the next line.
          nextLine: (cx, line) => {
            if (!/^\[\^[^\]\s[]+\]:/.test(line.text.slice(line.pos))) return false;
            return finish(cx, leaf, mark);
          },
          finish: (cx, finished) => finish(cx, finished, mark),
        };
      },
    },
  ],
};

function finish(cx: BlockContext, leaf: LeafBlock, mark: string): true {
  const { start, content } = leaf;
  const inner = cx.parser.parseInline(content.slice(mark.length), start + mark.length);
  cx.addLeafElement(
    leaf,
    cx.elt('FootnoteDefinition', start, start + content.length, [
      cx.elt('FootnoteMark', start, start + mark.length),
      ...inner,
    ]),
  );
  return true;
}
