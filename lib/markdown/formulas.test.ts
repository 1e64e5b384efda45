import { describe, expect, it } from 'vitest';
import { stringOf } from './hast/tree';
import { classes, elements, find, kinds, page, render } from './testing';

describe('typesetting', () => {
  it('gives HTML for the eye and MathML for the ear, with the LaTeX to copy', () => {
    const html = render('$\\frac{1}{2}$').html;
    expect(html).toContain('<annotation encoding="application/x-tex">\\frac{1}{2}</annotation>');
    expect(html).toContain('<mfrac>');
    expect(html).toContain('aria-hidden="true"');
  });

  it('lets one on lines of its own scroll in a box with a name', () => {
    const box =
      '<div class="math-scroll" tabindex="0" role="group" aria-label="수식"><span class="katex-display">';
    expect(render('$$\nx\n$$').html).toContain(`<div class="math math-display">${box}`);
    expect(render('$x$').html).not.toContain('math-scroll');
  });

  it.each(['align', 'align*', 'gather', 'equation'])('knows %s', (name) => {
    const { problems } = render(`$$\n\\begin{${name}}\na = b\n\\end{${name}}\n$$`);
    expect(problems).toEqual([]);
  });

  it.each(['cases', 'pmatrix', 'aligned', 'bmatrix'])('knows %s', (name) => {
    expect(render(`$$\\begin{${name}}a & b \\\\ c & d\\end{${name}}$$`).problems).toEqual([]);
  });

  it('takes Hangul as it is', () => {
    expect(render('$\\text{손실} = 손실_{학습}$').problems).toEqual([]);
  });
});

describe('macros', () => {
  it('come from the options, with parameters', () => {
    const macros = { '\\RR': '\\mathbb{R}', '\\E': '\\mathbb{E}_{#1}\\left[#2\\right]' };
    const { html, problems } = render('$\\RR^n$, $\\E{x}{f(x)}$', { macros });
    expect(problems).toEqual([]);
    expect(html).toContain('<mi mathvariant="double-struck">R</mi>');
    expect(html).toContain('<mi mathvariant="double-struck">E</mi>');
  });

  it('defined in a formula hold from there to the end of the post, and no further', () => {
    const source = '$\\newcommand{\\half}[1]{\\frac{#1}{2}} \\half{x}$ 그리고 $\\half y$';
    expect(render(source).problems).toEqual([]);
    expect(kinds(render('$\\half y$').problems)).toEqual([
      expect.stringMatching(/^1 formula-faulty .*\\half/),
    ]);
  });

  it('are left as they were given', () => {
    const macros = Object.freeze({ '\\a': 'b' });
    const first = render('$\\def\\a{c}\\a$ $\\gdef\\x{y}\\x$', { macros });
    expect(first.problems).toEqual([]);
    expect(macros).toEqual({ '\\a': 'b' });
    expect(render('$\\a$', { macros }).html).toContain('<mi>b</mi>');
  });

  it('that call themselves end in a message, and the next formula is fine', () => {
    const { html, problems } = render('$\\loop$ 그리고 $x$', { macros: { '\\loop': '\\loop\\loop' } });
    expect(problems).toHaveLength(1);
    expect(html).toContain('<mi>x</mi>');
  });

  it.each(['\\__proto__', '__proto__', 'constructor', '\\constructor'])('named %s do no harm', (name) => {
    const macros = Object.fromEntries([[name, 'x']]);
    expect(render('$y$', { macros }).problems).toEqual([]);
  });
});

describe('numbers', () => {
  it('number labelled formulas in order, and references become links in text and in dollars', () => {
    const source = [
      '식 \\eqref{eq:b}와 $\\eqref{eq:a}$.',
      '',
      '$$\na = 1 \\label{eq:a}\n$$',
      '',
      '$$\nc = 2\n$$',
      '',
      '$$\nb = 3 \\label{eq:b}\n$$',
    ].join('\n');
    const { html, problems } = render(source);
    expect(problems).toEqual([]);
    expect(html).toContain('<p>식 <a href="#eq:eq:b">(2)</a>와 <a href="#eq:eq:a">(1)</a>.</p>');
    const ids = elements(html).flatMap((node) =>
      classes(node).includes('math-display') ? [node.properties.id] : [],
    );
    expect(ids).toEqual(['eq:eq:a', undefined, 'eq:eq:b']);
  });

  it('number each row of an environment that counts, but not rows that say no', () => {
    const source =
      '$$\n\\begin{align}\na &= b \\label{one} \\\\\nc &= d \\notag \\\\\ne &= f \\label{two}\n\\end{align}\n$$\n\n\\ref{two}';
    const { html, problems } = render(source);
    expect(problems).toEqual([]);
    expect(html).toContain('<a href="#eq:two">2</a>');
    expect(html).toMatch(/id="eq:one"/);
    expect(html).toMatch(/<span id="eq:two">/);
  });

  it('keep rows of an inner environment together', () => {
    const source = '$$\\begin{equation}\\begin{aligned}a&=b\\\\c&=d\\end{aligned}\\end{equation}$$';
    const { html, problems } = render(source);
    expect(problems).toEqual([]);
    expect(html.match(/class="tag"/g)).toHaveLength(1);
  });

  it('leave a tag that the author chose', () => {
    const { html } = render('$$x \\tag{*} \\label{star}$$\n\n\\eqref{star}');
    expect(html).toContain('(*)</a>');
  });

  it('report a reference to nothing', () => {
    expect(kinds(render('x\n\n$\\eqref{nowhere}$').problems)).toEqual(['3 formula-faulty \\eqref{nowhere}']);
  });

  it('prefix ids when asked', () => {
    const { html } = render('$$x \\label{a}$$\n\n\\eqref{a}', { idPrefix: 'p1-' });
    expect(html).toContain('id="p1-eq:a"');
    expect(html).toContain('href="#p1-eq:a"');
  });
});

describe('a faulty formula', () => {
  it('shows its source and the reason in place, and the rest is untouched', () => {
    const { html, problems } = render('앞 $\\frac{1$ 뒤 **굵게**');
    expect(html).toMatch(
      /^<p>앞 <span class="math math-inline math-error"><code>\\frac\{1<\/code> <small class="math-error-reason">수식 오류: /,
    );
    expect(html).toMatch(/ 뒤 <strong>굵게<\/strong><\/p>$/);
    expect(kinds(problems)).toEqual([expect.stringMatching(/^1 formula-faulty /)]);
    expect(render('$\\frac{1$', { language: 'en' }).html).toContain('Faulty formula: ');
  });

  it('cannot carry markup in its source or in the message', () => {
    const { html } = render('$\\frac{<img src=x onerror=alert(1)>$ \\(\\<script>alert(1)\\)');
    expect(elements(html).map((node) => node.tagName)).not.toContain('img');
    expect(elements(html).map((node) => node.tagName)).not.toContain('script');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://evil.example}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\htmlId{main}{x}',
    '\\htmlClass{evil}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlData{x=y}{x}',
  ])('is what asks for trust: %s', (tex) => {
    const { html } = render(`$${tex}$`);
    for (const node of elements(html)) {
      expect(node.properties.href ?? node.properties.src ?? node.properties.id).toBeUndefined();
      expect(classes(node)).not.toContain('evil');
      expect(stringOf(node.properties.style)).not.toContain('position');
      expect(Object.keys(node.properties).filter((name) => name.startsWith('data'))).toEqual([]);
    }
  });
});

describe('limits', () => {
  it.each([
    ['length', `$${'x+'.repeat(3_000)}$`],
    ['nesting', `$${'{'.repeat(100)}${'}'.repeat(100)}$`],
    ['expansion', `$\\def\\a{${'x'.repeat(900)}}${'\\a'.repeat(100)}$`],
    ['growth of arguments', `$\\def\\a#1{${'#1'.repeat(9)}}${'\\a{'.repeat(12)}x${'}'.repeat(12)}$`],
    ['reach to the side', '$\\kern-500em x$'],
    ['reach downwards', '$\\smash{\\raisebox{-500em}{x}}$'],
  ])('on %s show the source', (_, source) => {
    const { html, problems } = render(`${source} 그리고 $y$`);
    expect(kinds(problems)).toEqual([expect.stringMatching(/^1 formula-limit /)]);
    expect(html).toContain('<mi>y</mi>');
    expect(html.length).toBeLessThan(20_000);
  });

  it('on sizes keep what is drawn small', () => {
    const html = render('$\\rule{500em}{500em}$').html;
    expect(html).not.toMatch(/500em;/);
  });

  it('on their number leave the rest as source', () => {
    const { problems } = render('$x$ '.repeat(2_100));
    expect(problems.some((problem) => problem.kind === 'formula-limit')).toBe(true);
  }, 30_000);
});

it('leaves members no way to call a formula by a class', () => {
  const { html } = render('<code class="language-math math-inline">x</code>');
  expect(
    find({ type: 'element', tagName: 'div', properties: {}, children: elements(html) }, (n) =>
      classes(n).includes('katex'),
    ),
  ).toBeUndefined();
  expect(page('<code class="language-math">x</code>')).toBe('<p><code>x</code></p>');
});
