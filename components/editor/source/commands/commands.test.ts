import type { StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { articleElement } from '@/lib/markdown/preview';
import { headingLevel, insertCallout, setHeading, toggleList, toggleQuote } from './blocks';
import { insertCodeBlock, insertFootnote, insertFormulaBlock, insertLink, insertMore } from './insert';
import { continueList, indentItem, outdentItem } from './lists';
import { toggleMark } from './marks';
import { run } from './testing';

describe('marks', () => {
  it.each<[string, string]>([
    ['‸굵게‸', '**‸굵게‸**'],
    ['a ‸굵게(bold)‸은', 'a **‸굵게(bold)‸**은'],
    ['‸ 굵게 ‸말', ' **‸굵게‸** 말'],
    ['**‸굵게‸**', '‸굵게‸'],
    ['‸**굵게**‸ 말', '‸굵게‸ 말'],
    ['가‸', '가**‸**'],
    ['가**‸**', '가‸'],
    ['**굵게‸** 말', '**굵게**‸ 말'],
    ['**굵‸게** 말', '굵‸게 말'],
    ['‸가 **나** 다‸', '**‸가 나 다‸**'],
    ['- ‸하나\n- 둘‸', '- ‸**하나**\n- **둘**‸'],
    ['‸첫째\n\n둘째‸', '‸**첫째**\n\n**둘째**‸'],
    ['> 1. [ ] ‸x\n# 제목‸', '> 1. [ ] ‸**x**\n# **제목**‸'],
  ])('bold: %j', (before, after) => {
    expect(run(before, toggleMark('bold'))).toBe(after);
  });

  it.each<[Parameters<typeof toggleMark>[0], string, string]>([
    ['italic', '‸기울임‸', '*‸기울임‸*'],
    ['italic', '**‸굵게‸**', '***‸굵게‸***'],
    ['italic', '**‸**', '***‸***'],
    ['strikethrough', '‸삭제(x)‸를', '~~‸삭제(x)‸~~를'],
    ['code', '‸x = 1‸', '`‸x = 1‸`'],
    ['code', '‸a `b` c‸', '`` a `b` c ``'],
    ['formula', '‸x_1‸', '$‸x_1‸$'],
    ['formula', '값 ‸', '값 $‸$'],
    ['formula', '$‸x_1‸$', '‸x_1‸'],
  ])('%s: %j', (mark, before, after) => {
    const result = run(before, toggleMark(mark));
    expect(after.includes('‸') ? result : result?.replaceAll('‸', '')).toBe(after);
  });

  it('twice changes nothing', () => {
    for (const text of ['‸굵게‸', 'a ‸굵게(bold)‸은', '‸', '값‸', '- ‸하나‸']) {
      expect(run(text, toggleMark('bold'), toggleMark('bold'))).toBe(text);
    }
  });

  it.each(['은', '를', '이라는', ' 말', ',', '.', ''])('are closed before %j on the page', (after) => {
    for (const [kind, tag] of [
      ['bold', 'strong'],
      ['italic', 'em'],
      ['strikethrough', 'del'],
      ['code', 'code'],
    ] as const) {
      for (const words of ['굵게(bold)', '“인용”', '"q"', '값!', 'BERT', '[논문]']) {
        for (const before of ['', '앞 ', '앞', '(']) {
          const source = run(`${before}‸${words}‸${after}`, toggleMark(kind))?.replaceAll('‸', '') ?? '';
          const { element } = articleElement(source, { language: 'ko', origin: 'https://example.org' });
          const html = renderToStaticMarkup(element);
          expect([source, html.includes(`<${tag}`)]).toEqual([source, true]);
        }
      }
    }
  });
});

describe('headings', () => {
  it.each<[string, number, string]>([
    ['제목‸', 2, '## 제목‸'],
    ['‸', 2, '## ‸'],
    ['## 제‸목', 2, '제‸목'],
    ['## 제‸목', 3, '### 제‸목'],
    ['# 제‸목', 0, '제‸목'],
    ['> 제‸목', 2, '> ## 제‸목'],
    ['‸하나\n\n둘‸', 2, '## ‸하나\n\n## 둘‸'],
  ])('%j at level %d', (before, level, after) => {
    expect(run(before, setHeading(level))).toBe(after);
  });

  it('are told by their marks', () => {
    expect(['## a', '> ### b', '#c', '####### d', 'e'].map(headingLevel)).toEqual([2, 3, 0, 0, 0]);
  });
});

describe('lists', () => {
  it.each<[Parameters<typeof toggleList>[0], string, string]>([
    ['bullet', '하나‸', '- 하나‸'],
    ['bullet', '‸하나\n둘‸', '- ‸하나\n- 둘‸'],
    ['bullet', '- 하‸나', '하‸나'],
    ['number', '‸하나\n\n둘‸', '1. ‸하나\n\n2. 둘‸'],
    ['number', '‸- 하나\n- 둘‸', '‸1. 하나\n2. 둘‸'],
    ['task', '1. 하‸나', '- [ ] 하‸나'],
    ['task', '- [x] 하‸나', '하‸나'],
    ['bullet', '- [ ] 하‸나', '- 하‸나'],
    ['bullet', '> 하‸나', '> - 하‸나'],
    ['bullet', '‸', '- ‸'],
  ])('%s: %j', (kind, before, after) => {
    expect(run(before, toggleList(kind))).toBe(after);
  });

  it.each<[string, string | null]>([
    ['- 하나‸', '- 하나\n- ‸'],
    ['- [x] 하나‸', '- [x] 하나\n- [ ] ‸'],
    ['1. 하나‸\n2. 둘', '1. 하나\n2. ‸\n3. 둘'],
    ['> 인용‸', '> 인용\n> ‸'],
    ['- 하나\n- ‸', '- 하나\n‸'],
    ['- 하나\n  - ‸', '- 하나\n- ‸'],
    ['> 인용\n> \n> ‸', '> 인용\n\n‸'],
    ['- ‸', '‸'],
    ['글‸', null],
    ['```\n- a‸\n```', null],
  ])('Enter: %j', (before, after) => {
    expect(run(before, continueList)).toBe(after);
  });

  it.each<[string, string | null]>([
    ['- 하나\n- 둘‸', '- 하나\n  - 둘‸'],
    ['1. 하나\n2. 둘‸\n3. 셋', '1. 하나\n   1. 둘‸\n2. 셋'],
    ['- 하나\n- 둘‸\n  - 안\n- 셋', '- 하나\n  - 둘‸\n    - 안\n- 셋'],
    ['- 하나‸', '- 하나‸'],
    ['- 하나\n‸- 둘\n- 셋‸', '- 하나\n  ‸- 둘\n  - 셋‸'],
    ['> - 하나\n> - 둘‸', '> - 하나\n>   - 둘‸'],
    ['- [ ] 하나\n- [ ] 둘‸', '- [ ] 하나\n  - [ ] 둘‸'],
    ['글‸', null],
    ['```\n- a\n- b‸\n```', null],
  ])('Tab: %j', (before, after) => {
    const result = run(before, indentItem);
    if (after?.startsWith('- 하나\n  ‸')) expect(result?.replaceAll('‸', '')).toBe(after.replaceAll('‸', ''));
    else expect(result).toBe(after);
  });

  it.each<[string, string | null]>([
    ['- 하나\n  - 둘‸', '- 하나\n- 둘‸'],
    ['1. 하나\n   1. 둘‸\n2. 셋', '1. 하나\n2. 둘‸\n3. 셋'],
    ['- 하나\n  - 둘‸\n    - 안', '- 하나\n- 둘‸\n  - 안'],
    ['- 하나‸', '- 하나‸'],
    ['글‸', null],
  ])('Shift-Tab: %j', (before, after) => {
    expect(run(before, outdentItem)).toBe(after);
  });
});

describe('quotes and callouts', () => {
  it.each<[string, string]>([
    ['인용‸', '> 인용‸'],
    ['> 인‸용', '인‸용'],
    ['‸하나\n\n둘‸', '> ‸하나\n>\n> 둘‸'],
  ])('%j', (before, after) => {
    expect(run(before, toggleQuote)).toBe(after);
  });

  it.each<[string, string]>([
    ['‸', '> [!TIP]\n> ‸'],
    ['앞\n글‸', '앞\n\n> [!TIP]\n> 글‸'],
    ['> [!NOTE] 제목\n> 글‸', '> [!TIP] 제목\n> 글‸'],
    ['‸하나\n\n둘‸', '> [!TIP]\n> 하나\n>\n> 둘‸'],
  ])('%j', (before, after) => {
    expect(run(before, insertCallout('TIP'))).toBe(after);
  });
});

describe('insertions', () => {
  it.each<[string, StateCommand, string]>([
    ['‸', insertLink, '[‸]()'],
    ['‸논문‸을', insertLink, '[논문](‸)을'],
    ['‸https://example.org/a‸', insertLink, '[‸](https://example.org/a)'],
    ['[논‸문](/a)', insertLink, '[논문](‸/a‸)'],
    ['앞‸', insertCodeBlock, '앞\n\n```‸\n```'],
    ['‸', insertCodeBlock, '```‸\n```'],
    ['‸a | b\n```\nc‸', insertCodeBlock, '````‸\na | b\n```\nc\n````'],
    ['앞\n‸\n뒤', insertFormulaBlock, '앞\n\n$$\n‸\n$$\n\n뒤'],
    ['‸x_1‸', insertFormulaBlock, '$$\nx_1‸\n$$'],
    ['앞‸뒤', insertMore, '앞\n\n<!--more-->\n\n‸\n\n뒤'],
    ['a\n\n<!--more-->\n\nb‸', insertMore, 'a\n\n‸<!--more-->\n\nb'],
    ['말‸이다.\n', insertFootnote, '말[^1]이다.\n\n[^1]: ‸'],
    ['말[^1]과 글‸\n\n[^1]: 주', insertFootnote, '말[^1]과 글[^2]\n\n[^1]: 주\n[^2]: ‸'],
    ['말[^1]과\n\n[^1]: 주‸', insertFootnote, '말[^1]‸과\n\n[^1]: 주'],
  ])('%j', (before, command, after) => {
    expect(run(before, command)).toBe(after);
  });
});
