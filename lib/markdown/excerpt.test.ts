import { describe, expect, it } from 'vitest';
import { elements, render } from './testing';

describe('excerpts', () => {
  it('are what precedes the mark, without ids and notes', () => {
    const { excerptHtml, excerptText, html } = render(
      '### 머리\n\n앞[^1] $x$ **글**\n\n<!--more-->\n\n뒤\n\n[^1]: 주',
    );
    expect(excerptText).toBe('머리 앞 x 글');
    expect(elements(excerptHtml).filter((node) => node.properties.id !== undefined)).toEqual([]);
    expect(excerptHtml).not.toContain('뒤');
    expect(excerptHtml).toContain('<strong>글</strong>');
    expect(html).not.toMatch(/more|<hr/);
  });

  it.each([
    ['## 제목\n\n첫 문단\n\n둘째', '첫 문단'],
    ['<!--more-->\n\n인사\n\n뒤', '인사'],
    ['![그림](/a.png)\n\n글', '글'],
    ['### Summary\n\n- 첫 항목\n- 둘째', '첫 항목'],
    ['- 첫 항목\n\n- 둘째', '첫 항목'],
    ['', ''],
  ])('without one are the first paragraph: %j', (source, text) => {
    expect(render(source).excerptText).toBe(text);
  });

  it('end with a sentence where one ends in the second half', () => {
    const sentence = '이 문장은 서른 글자쯤 되는 평범한 문장으로 쓰였다.';
    const { excerptText } = render(Array.from({ length: 20 }, () => sentence).join(' '));
    expect(excerptText.endsWith('쓰였다.')).toBe(true);
    expect(excerptText.length).toBeGreaterThan(200);
    expect(excerptText.length).toBeLessThanOrEqual(301);
  });

  it('end with a word otherwise, and never inside of a formula or a link', () => {
    const words = '낱말 '.repeat(97);
    expect(render('낱말'.repeat(20).replaceAll('말', '말 ').repeat(20)).excerptText).toMatch(/낱말…$/);
    for (const tail of [
      '$\\frac{aaaaaaaaaaaa}{bbbbbbbbbbbbb}$',
      '[링크의 글이 아주 길게 이어진다](/a/)',
      '`code that goes on and on`',
    ]) {
      const { excerptHtml, excerptText } = render(`${words}${tail} 끝`);
      expect(excerptText).toMatch(/낱말 ?…$/);
      expect(excerptHtml).not.toMatch(/katex|href|<code/);
    }
  });
});

describe('text', () => {
  it('has one block a line and formulas in a line, and nothing that the pipeline says', () => {
    const source =
      '## 제목\n\n글 $\\alpha$ *강조*\n이어서\n\n$$\nx = 1\n$$\n\n- 하나\n- 둘\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\ny\n```\n\n![도식](/none.png)';
    expect(render(source).text.split('\n')).toEqual([
      '제목',
      '글 α 강조 이어서',
      'x = 1',
      '하나',
      '둘',
      'a',
      'b',
      '1',
      '2',
      'x = 1',
      'y',
      '도식',
    ]);
  });
});

describe('words and minutes', () => {
  it.each([
    ['한국어 문장은 띄어쓰기로 센다', 4],
    ['GAN을 self-supervised 학습한다 $x + y$', 3],
    ['', 0],
    ['--- !', 0],
  ])('%j', (source, words) => {
    expect(render(source).words).toBe(words);
  });

  it('take Korean by syllables and English by words, and at least one minute', () => {
    expect(render('x').minutes).toBe(1);
    expect(render('가나다라마 '.repeat(500)).minutes).toBe(5);
    expect(render('word '.repeat(1_150)).minutes).toBe(5);
    expect(render('$$\nx\n$$\n\n'.repeat(30)).minutes).toBe(5);
  });
});
