import { describe, expect, it } from 'vitest';
import { page } from './testing';

describe('what is a formula', () => {
  it.each([
    ['Loss $x$.', '<p>Loss ⟦x⟧.</p>'],
    ['모델 $x$를 쓴다', '<p>모델 ⟦x⟧를 쓴다</p>'],
    ['모델$x$를', '<p>모델⟦x⟧를</p>'],
    ['점수 함수 $ \\nabla_\\mathbf{x} \\log p$를', '<p>점수 함수 ⟦\\nabla_\\mathbf{x} \\log p⟧를</p>'],
    ['값 $x $를', '<p>값 ⟦x⟧를</p>'],
    ['값 $ x $ 끝', '<p>값 ⟦x⟧ 끝</p>'],
    ['top-$k$ of 3$\\times$3, CO$_2$', '<p>top-⟦k⟧ of 3⟦\\times⟧3, CO⟦_2⟧</p>'],
    ['$1$ and $10^5$', '<p>⟦1⟧ and ⟦10^5⟧</p>'],
    ['$a_1$ and _b_ and $c*d*e$', '<p>⟦a_1⟧ and <em>b</em> and ⟦c*d*e⟧</p>'],
    ['$a_{i}$ $b_{i}$', '<p>⟦a_{i}⟧ ⟦b_{i}⟧</p>'],
    ['**$x$**은 $y$', '<p><strong>⟦x⟧</strong>은 ⟦y⟧</p>'],
    ['\\(x+y\\) 그리고 \\(\\alpha\\)', '<p>⟦x+y⟧ 그리고 ⟦\\alpha⟧</p>'],
    ['[식 $x$](/a/)', '<p><a href="/a/">식 ⟦x⟧</a></p>'],
    ['| a | b |\n|---|---|\n| $x_1$ | $y$ |', 'cell'],
    ['$\\text{cost } \\$5$', '<p>⟦\\text{cost } \\$5⟧</p>'],
    ['$x$$y$', 'two'],
    ['$f:[0,1](x)$', '<p>⟦f:[0,1](x)⟧</p>'],
  ])('%s', (source, expected) => {
    const html = page(source);
    if (expected === 'cell') expect(html).toContain('<td>⟦x_1⟧</td><td>⟦y⟧</td>');
    else if (expected === 'two') expect(html).not.toContain('katex-error');
    else expect(html).toBe(expected);
  });

  it('reads a line break inside dollars, in the continuation of a list item', () => {
    const html = page(
      '- A\n\n  - score: "gradient" $ \n    \\nabla_\\mathbf{x} f(\\mathbf{x}) \\approx \\mathbf{s}_\\theta$를 배운다\n',
    );
    expect(html).toMatch(
      /⟦\\nabla_\\mathbf\{x\} f\(\\mathbf\{x\}\) \\approx \\mathbf\{s\}_\\theta⟧를 배운다/,
    );
  });
});

describe('what is not', () => {
  it.each([
    'It costs $5 and $10.',
    '$5 million in 2020, or 3$',
    'US$100 or US$200 a month',
    'US$100 and 200$',
    '가격은 $100이고 다른 것은 100$이다',
    '$20와 $40 사이',
    '$HOME/bin and $PATH',
    '$HOME/bin:$PATH',
    '${HOME}/bin:${PATH}',
    'only one $ here',
    '\\$5 and \\$6$',
    'a $ $ b',
  ])('%s', (source) => {
    expect(page(source)).not.toContain('⟦');
  });

  it('leaves dollars in code and in links alone', () => {
    expect(page('`$x$` and $5 for `a$`')).toBe('<p><code>$x$</code> and $5 for <code>a$</code></p>');
    expect(page('```\n$x$\n$$\ny\n$$\n```')).not.toContain('⟦');
    expect(page('[a $5](/x/$y/$z)')).toBe('<p><a href="/x/$y/$z">a $5</a></p>');
    expect(page('https://a.example/?q=$x$')).toContain('href="https://a.example/?q=$x$"');
  });

  it('shows an escaped dollar as a dollar', () => {
    expect(page('\\$x\\$ and $y$')).toBe('<p>$x$ and ⟦y⟧</p>');
  });

  it('keeps escaped brackets that hold no formula', () => {
    expect(page('\\[참고\\] 그리고 \\[1\\], \\(주\\)')).toBe('<p>[참고] 그리고 [1], (주)</p>');
  });
});

describe('two dollars', () => {
  it('inside a sentence are a formula in the line, in display style', () => {
    expect(page('합 $$\\sum_i x_i$$ 이다')).toBe('<p>합 ⟦\\displaystyle \\sum_i x_i⟧ 이다</p>');
  });

  it.each([['$$x$$'], ['$$\nx\n$$'], ['$$x\n$$'], ['$$\nx$$'], ['\\[x^2\\]'], ['\\[\nx^2\n\\]']])(
    'alone on their lines are a block: %j',
    (source) => {
      expect(page(source)).toMatch(/^⟦⟦\n?x(?:\^2)?\n?⟧⟧$/);
    },
  );

  it('open a block between the lines of a paragraph', () => {
    expect(page('앞\n$$\nx\n$$\n뒤')).toBe('<p>앞</p>\n⟦⟦x⟧⟧\n<p>뒤</p>');
  });

  it('hold lines that would be lists, headings or rules elsewhere', () => {
    expect(page('$$ L = a\n+ b\n- c\n= d $$')).toMatch(/^⟦⟦L = a\n\+ b\n- c\n= d⟧⟧$/);
    expect(page('$$\\begin{aligned}\na &= b \\\\\n- c\n\\end{aligned}$$')).toMatch(/^⟦⟦\\begin\{aligned\}/);
  });

  it('stand in lists and quotes', () => {
    expect(page('- 목록\n\n  $$\n  x\n  $$\n\n  끝')).toContain('⟦⟦x⟧⟧');
    expect(page('> 인용\n> $$\n> x\n> $$\n> 끝')).toMatch(
      /<blockquote>\n<p>인용<\/p>\n⟦⟦x⟧⟧\n<p>끝<\/p>\n<\/blockquote>/,
    );
  });

  it('that are never closed swallow nothing', () => {
    const html = page('$$\nx\n\n## 다음\n\n글');
    expect(html).toContain('<h2 id="다음">다음</h2>');
    expect(html).toContain('<p>글</p>');
  });

  it('hold dollars of a text', () => {
    expect(page('$$x \\text{ if $y$}$$')).toBe('⟦⟦x \\text{ if $y$}⟧⟧');
  });
});
