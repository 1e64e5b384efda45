import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elements, render } from './testing';

const feed = (tex: string) => render(`$${tex}$`).feedHtml;
const stripped = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replaceAll('\u2061', '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** A formula, and what is left of it where tags are taken away; plain text says the same. */
const READ: [kind: string, tex: string, said: string][] = [
  ['a letter', 'x', 'x'],
  ['a sum', 'a+b', 'a + b'],
  ['a sign', 'a=-b', 'a = −b'],
  ['letters of other alphabets', '\\mathbf{x}\\in\\mathbb{R}\\mathcal{N}\\boldsymbol{\\theta}', '𝐱 ∈ ℝ𝒩𝜽'],
  ['a power', 'x^2', 'x^2'],
  ['a power of more', 'x^{-1}', 'x^(−1)'],
  ['an index and a power', 'x_i^2', 'x_i^2'],
  ['an index of two letters', 'x_{ij}', 'x_(ij)'],
  ['an index in words', 'x_{\\text{max}}', 'x_max'],
  ['an index in Korean', 'x_{\\text{최대 값}}', 'x_(최대 값)'],
  ['indices side by side', 'x_iy_j', 'x_i y_j'],
  ['a power of a parenthesis', '(a+b)^2', '(a + b)^2'],
  ['a power of a group', '{x_i}^2', '(x_i)^2'],
  ['primes', "f'(x)", 'f′(x)'],
  ['primes with a power', "f''^2", 'f′′^2'],
  ['a fraction', '\\frac{a}{b}', 'a/b'],
  ['a fraction of sums', '\\frac{a+b}{c+d}', '(a+b)/(c+d)'],
  ['a fraction before a factor', '\\frac{1}{2}x', '(1/2) x'],
  ['a fraction within a power', 'e^{-\\frac{x^2}{2\\sigma^2}}', 'e^(−x^2/(2σ^2))'],
  ['a root', '\\sqrt{x}', '√x'],
  ['a root of a sum', '\\sqrt{x+1}', '√(x+1)'],
  ['a cubic root', '\\sqrt[3]{x+1}', '(x+1)^(1/3)'],
  ['a binomial', '\\binom{n}{k}', '(n choose k)'],
  ['a sum with limits', '\\sum_{i=1}^N x_i', '∑_(i=1)^N x_i'],
  ['names of functions', 'N\\log x+\\sin(x)', 'N log x + sin(x)'],
  ['a limit', '\\lim_{x\\to 0}\\frac{\\sin x}{x}', 'lim_(x→0) ((sin x)/x)'],
  ['an operator with a name', '\\operatorname*{argmin}_\\theta L(\\theta)', 'argmin_θ L(θ)'],
  ['an integral', '\\int_0^1 f(x)\\,dx', '∫_0^1 f(x) dx'],
  ['accents, which are no powers', '\\hat{x}_t+\\bar{x}^2+\\tilde\\theta', 'xˆ_t + xˉ^2 + θ˜'],
  ['an accent over more', '\\overline{AB}', '(AB)‾'],
  ['a brace', '\\underbrace{a+b}_{n}', '(a+b)⏟_n'],
  ['what stands over a relation', 'a\\overset{!}{=}b', 'a =^! b'],
  ['an arrow with words', 'A\\xrightarrow{f}B', 'A →^f B'],
  ['a matrix', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '(1, 2; 3, 4)'],
  ['a vector', '\\begin{bmatrix}a\\\\b\\end{bmatrix}', '[a; b]'],
  [
    'cases with Korean',
    'f(x)=\\begin{cases}x,&x>0\\\\0&\\text{그 밖}\\end{cases}',
    'f(x) = {x, x > 0; 0, 그 밖',
  ],
  ['lines under each other', '\\begin{aligned}a&=b\\\\&=c\\end{aligned}', 'a = b; = c'],
  ['a number of an equation', 'x=1\\tag{3}', 'x = 1 (3)'],
  ['words with formulas in them', '\\text{만약 }x\\text{ 이면}', '만약 x 이면'],
  ['what only leaves room', '\\phantom{x}y', 'y'],
  ['a remainder', 'a\\bmod b', 'a mod b'],
  ['a norm', '\\|x\\|_2^2', '∥x∥_2^2'],
  ['a condition', 'p(x_i\\mid\\theta)', 'p(x_i∣θ)'],
  [
    'a density',
    'p(x)=\\frac{1}{\\sqrt{2\\pi}}\\exp\\left(-\\frac{(x-\\mu)^2}{2\\sigma^2}\\right)',
    'p(x) = (1/√(2π)) exp(−((x−μ)^2)/(2σ^2))',
  ],
];

describe('a formula in the feed', () => {
  it.each(READ)('of %s can be read without its tags, and in plain text', (_, tex, said) => {
    const source = tex.includes('\\tag') ? `$$\n${tex}\n$$` : `$${tex}$`;
    const rendered = render(source);
    expect(stripped(rendered.feedHtml)).toBe(said);
    expect(rendered.text).toBe(said);
  });

  it('is MathML with its LaTeX as alternative, and with signs that are not drawn', () => {
    const sign = (text: string) =>
      `<mpadded width="0" height="0" depth="0"><mphantom><maction><mtext></mtext><mtext>${text}</mtext></maction></mphantom></mpadded>`;
    expect(feed('\\frac{a}{b}')).toBe(
      `<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="\\frac{a}{b}" display="inline"><mrow><mfrac><mi>a</mi><mrow>${sign('/')}<mi>b</mi></mrow></mfrac></mrow></math></p>`,
    );
    expect(render('$$\nx^2\n$$').feedHtml).toBe(
      `<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x^2" display="block"><mrow><msup><mi>x</mi><mrow>${sign('^')}<mn>2</mn></mrow></msup></mrow></math></p>`,
    );
  });

  it('is letters in italics where that says all, for readers that take MathML away with what it holds', () => {
    expect(feed('x')).toBe('<p><i>x</i></p>');
    expect(feed('\\theta\\in\\mathbb{R}')).toBe('<p><i>θ</i> ∈ ℝ</p>');
    expect(feed('\\Gamma(n)=5!')).toBe('<p>Γ(<i>n</i>) = 5!</p>');
    expect(render('앞 $x$ 뒤').feedHtml).toBe('<p>앞 <i>x</i> 뒤</p>');
  });

  it('keeps the number of children that each element of MathML asks for', () => {
    const ARITY: Record<string, number> = {
      mfrac: 2,
      mroot: 2,
      msub: 2,
      msup: 2,
      mover: 2,
      munder: 2,
      msubsup: 3,
      munderover: 3,
    };
    for (const [, tex] of READ) {
      for (const node of elements(feed(tex))) {
        const asked = ARITY[node.tagName];
        const children = node.children.filter((child) => child.type === 'element');
        if (asked !== undefined) expect(children, tex).toHaveLength(asked);
        // Text stands in tokens alone; between elements are only spaces, which are not drawn.
        if (/^m(?!i$|n$|o$|s$|text$|ath$)/.test(node.tagName))
          for (const child of node.children) if (child.type === 'text') expect(child.value.trim()).toBe('');
      }
    }
  });

  it('never says anything twice', () => {
    const atom = fc.constantFrom('q', 'w', 'z', '\\alpha', '\\beta', '7');
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `\\frac{${a}}{${b}}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `{${a}}_{${b}}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `{${a}}^{${b}}`),
        tie('formula').map((a) => `\\sqrt{${a}}`),
        tie('formula').map((a) => `\\hat{${a}}`),
        fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `\\left(${a}+${b}\\right)`),
        fc
          .tuple(tie('formula'), tie('formula'))
          .map(([a, b]) => `\\begin{matrix}${a}&${b}\\\\ ${b}&${a}\\end{matrix}`),
      ),
    }));
    const letters = (text: string) => [...text.matchAll(/[qwz7αβ]/g)].map(String).sort().join('');
    fc.assert(
      fc.property(formula, (tex) => {
        const said = stripped(feed(tex));
        expect(letters(said)).toBe(
          letters(
            tex
              .replaceAll('\\alpha', 'α')
              .replaceAll('\\beta', 'β')
              .replace(/\\[a-z]+(?:\{matrix\})?/g, ''),
          ),
        );
        expect(said.split('(')).toHaveLength(said.split(')').length);
        expect(said).not.toContain('\\');
      }),
      { numRuns: 60 },
    );
  });
});
