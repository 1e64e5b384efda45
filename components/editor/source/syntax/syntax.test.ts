import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { markdownSyntax } from '.';

function stateOf(doc: string): EditorState {
  return EditorState.create({ doc, extensions: markdownSyntax() });
}

/** The texts of all nodes of a kind. */
function found(state: EditorState, ...names: string[]): string[] {
  const result: string[] = [];
  ensureSyntaxTree(state, state.doc.length, 5000)?.iterate({
    enter: (node) => {
      if (names.includes(node.name)) result.push(state.sliceDoc(node.from, node.to));
    },
  });
  return result;
}

describe('formulas', () => {
  it.each<[string, string[]]>([
    ['값 $x_1$와 $y_2$는', ['$x_1$', '$y_2$']],
    ['$5 and $10, US$100', []],
    ['top-$k$, 3$\\times$3', ['$k$', '$\\times$']],
    ['a $$x_1 * y$$ b', ['$$x_1 * y$$']],
    ['\\(a_b\\) \\[c_d\\] \\[논문\\]', ['\\(a_b\\)', '\\[c_d\\]']],
    ['\\$x_1$ $y$', ['$y$']],
    ['$$\nx = a\n+ b\n- c\n$$\n\n- d', ['$$\nx = a\n+ b\n- c\n$$']],
    ['$$\nx\n\n+ y\n\n$$\n\nz', ['$$\nx\n\n+ y\n\n$$']],
    ['$$\nx_1\n\n**not**', ['$$\nx_1']],
    ['text\n$$\nx_1\n$$\ntext', ['$$\nx_1\n$$']],
    ['$$ x_1\n- y $$', ['$$ x_1\n- y $$']],
    ['\\[\na_b\n\\]', ['\\[\na_b\n\\]']],
    ['> $$\n> x_1\n> $$\n\na', ['$$\n> x_1\n> $$']],
    ['- a\n  $$\n  x_1\n  $$\n- b', ['$$\n  x_1\n  $$']],
    ['- a\n\n  $$\n  x_1\n\nb', ['$$\n  x_1']],
    ['`$x$` 글', []],
    ['```\n$$\nx\n$$\n```', []],
    ['$ \n \\nabla_x f $', ['$ \n \\nabla_x f $']],
    ['$', []],
    ['$$', ['$$']],
    ['$$$ x $$$', []],
  ])('%j', (doc, formulas) => {
    expect(found(stateOf(doc), 'InlineMath', 'MathBlock')).toEqual(formulas);
  });

  it('hold no emphasis', () => {
    expect(found(stateOf('$a_1 * b_2 * c$ *d*'), 'Emphasis')).toEqual(['*d*']);
  });

  it('are found while they are written, line by line', () => {
    let state = stateOf('앞\n\n\n\n뒤');
    let at = 3;
    for (const character of '$$\nx = a\n+ b\n# c\n$$') {
      state = state.update({ changes: { from: at, insert: character } }).state;
      at += character.length;
      ensureSyntaxTree(state, state.doc.length, 5000);
    }
    expect(found(state, 'MathBlock')).toEqual(['$$\nx = a\n+ b\n# c\n$$']);
  });
});

describe('emphasis', () => {
  it.each<[string, string[]]>([
    ['**굵게(bold)**은', ['**굵게(bold)**']],
    ['**"인용"**을 말**(괄호)**이', ['**"인용"**', '**(괄호)**']],
    ['snake_case_name', []],
    ['a**b**c', ['**b**']],
    ['~~삭제(x)~~를', ['~~삭제(x)~~']],
    ['~하나~ ** 아님 **', []],
    ['_기울임_ 말', ['_기울임_']],
  ])('%j', (doc, emphasised) => {
    expect(found(stateOf(doc), 'StrongEmphasis', 'Emphasis', 'Strikethrough')).toEqual(emphasised);
  });
});

describe('notes', () => {
  it('are told from links', () => {
    const state = stateOf('말[^1]과 [링크][a]\n\n[^1]: **주석**\n[^b]: 둘\n\n[a]: https://example.org/');
    expect(found(state, 'FootnoteReference')).toEqual(['[^1]']);
    expect(found(state, 'FootnoteMark')).toEqual(['[^1]:', '[^b]:']);
    expect(found(state, 'StrongEmphasis')).toEqual(['**주석**']);
    expect(found(state, 'LinkReference')).toEqual(['[a]: https://example.org/']);
  });

  it('callouts and the more-mark', () => {
    const state = stateOf('> [!NOTE] 제목\n> 글\n\n<!--more-->\n\n<!-- other -->');
    expect(found(state, 'CalloutMark')).toEqual(['[!NOTE]']);
    expect(found(state, 'MoreMark')).toEqual(['<!--more-->']);
    expect(found(state, 'CommentBlock')).toEqual(['<!-- other -->']);
  });
});
