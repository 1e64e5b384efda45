import type { Element, Nodes, Root } from 'hast';
import { linearMath, presentationOf } from './linear-math';
import { hasClass, rememberedOf, textOf } from './tree';

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd td th pre figcaption blockquote div section table tr ul ol dl figure details summary center hr video'.split(
    ' ',
  ),
);
// What the pipeline itself says around a member's words.
const FRAME = ['code-head', 'card-label', 'image-missing-label', 'footnote-back', 'footnote-ref'];

/** Numbers that reading time is made of. */
export interface Measure {
  words: number;
  minutes: number;
}

/** The article as plain text for search: one block a line, formulas as they are read in a line. */
export function plainText(tree: Root): string {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const write = (text: string, preformatted: boolean) => {
    if (!preformatted) {
      line += text.replace(/\s+/g, ' ');
      return;
    }
    text.split('\n').forEach((part, index) => {
      if (index > 0) end();
      line += part;
    });
  };
  const enter = (node: Nodes, preformatted: boolean): void => {
    if (node.type === 'text') write(node.value, preformatted);
    if (node.type !== 'element' && node.type !== 'root') return;
    const tex = rememberedOf(node)?.tex;
    const block = rememberedOf(node)?.display ?? (node.type === 'element' && BLOCKS.has(node.tagName));
    if (node.type === 'element' && FRAME.some((name) => hasClass(node, name))) return;
    if (block) end();
    if (tex !== undefined && node.type === 'element') {
      const presentation = presentationOf(node);
      write(presentation ? linearMath(presentation) : tex, false);
    } else if (node.type === 'element' && node.tagName === 'br') line += ' ';
    else {
      const pre = preformatted || (node.type === 'element' && node.tagName === 'pre');
      for (const child of node.children) enter(child, pre);
    }
    if (block) end();
  };
  enter(tree, false);
  end();
  return lines.join('\n');
}

/**
 * Words (Latin runs, and Hangul by its spacing) and minutes of reading: 500 Hangul syllables or 230 Latin words a
 * minute, with time for each formula, line of code and picture.
 */
export function measureText(tree: Root): Measure {
  let prose = '';
  let seconds = 0;
  const enter = (node: Nodes): void => {
    if (node.type === 'text') prose += node.value;
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      const remembered = rememberedOf(node);
      if (remembered?.tex !== undefined) {
        seconds += remembered.display ? 10 : 2;
        prose += ' ';
        return;
      }
      if (FRAME.some((name) => hasClass(node, name))) return;
      if (node.tagName === 'img') seconds += 6;
      if (node.tagName === 'pre') {
        seconds += 2 * countLines(node);
        return;
      }
      if (BLOCKS.has(node.tagName) || node.tagName === 'br') prose += ' ';
    }
    node.children.forEach(enter);
  };
  enter(tree);
  const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const hangul = prose.match(/[가-힣]/g)?.length ?? 0;
  const latin = prose.match(/[\p{Script=Latin}\p{N}]+(?:['’-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0;
  const others = prose.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const minutes = hangul / 500 + latin / 230 + others / 400 + seconds / 60;
  return { words, minutes: Math.max(1, Math.round(minutes)) };
}

function countLines(node: Element): number {
  return textOf(node).split('\n').length;
}
