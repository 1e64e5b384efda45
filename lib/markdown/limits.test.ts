import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { render } from './testing';

const SIZE = 1_000_000;
const fill = (pattern: string, size = SIZE) => pattern.repeat(Math.ceil(size / pattern.length));

const HOSTILE: readonly (readonly [name: string, source: string])[] = [
  ['quotes 10,000 deep', `${'>'.repeat(10_000)} a`],
  ['lists 10,000 deep', `${'- '.repeat(10_000)}a`],
  ['lists nested by indentation', Array.from({ length: 1_000 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['opening brackets', fill('[')],
  ['images that never close', fill('![')],
  ['brackets inside brackets', '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2)],
  ['stars', fill('****')],
  ['emphasis that never closes', fill('*a _b ')],
  ['a million dollars', '$'.repeat(SIZE)],
  ['pairs of dollars', fill('$$ a ')],
  ['less-than signs', '<'.repeat(SIZE)],
  ['tags that never close', fill("<a x='")],
  ['comments that never close', fill('<!--')],
  ['elements inside elements', fill('<div>')],
  ['formatting with attributes', fill('<b title=1>x')],
  ['a long row', `${fill('|a')}\n${fill('|-')}\n${fill('|b')}`],
  ['10,000 headings', '# a\n'.repeat(10_000)],
  ['headings to the limit of size', fill('# a\n')],
  [
    'footnotes',
    Array.from({ length: 30_000 }, (_, i) => `x[^${String(i)}]\n\n[^${String(i)}]: y\n`).join('\n'),
  ],
  ['backticks', Array.from({ length: 1_400 }, (_, i) => `${'`'.repeat(i)}a`).join('')],
  ['entities', fill('&amp;')],
  ['blank lines', fill('\n')],
  ['prose', fill('The **quick** fox `jumps` over [a](/b) 한국어 문장.\n\n')],
];

// The same within the limit of size, where the parsers do run.
const WITHIN: typeof HOSTILE = HOSTILE.map(([name, source]) => [
  `${name}, cut to what is rendered`,
  source.slice(0, LIMITS.source),
]);

const EXPENSIVE: typeof HOSTILE = [
  ['nested emphasis', `${'*a '.repeat(1_300)}${'a* '.repeat(1_300)}`],
  ['a link address repeated', `[a]: /${'x'.repeat(2_000)}\n\n${'[a] '.repeat(5_000)}`],
  ['a wide table with short rows', `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'a\n'.repeat(5_000)}`],
  ['large matrices', `$\\begin{matrix}${'&'.repeat(2_000)}\\end{matrix}$\n\n`.repeat(80)],
  ['long formulas', `$${'x+'.repeat(1_500)}$\n\n`.repeat(60)],
  ['formulas of braces', `$${'{'.repeat(1_500)}${'}'.repeat(1_500)}$\n\n`.repeat(60)],
  ['macros that grow', `$\\def\\a#1{${'#1'.repeat(9)}}\\a{\\a{\\a{\\a{\\a{xx}}}}}$\n\n`.repeat(500)],
  ['many formulas', '$x_1^2$ '.repeat(3_900)],
  ['code to the limits', `\`\`\`python\n${'x = "a" + f(1)\n'.repeat(2_000)}\`\`\`\n\n`.repeat(6)],
  ['code on one line', `\`\`\`javascript\n${'((('.repeat(9_000)}\n\`\`\``],
  [
    'formatting before many paragraphs',
    `${Array.from({ length: 2_000 }, (_, i) => `<b title="${String(i)}">`).join('')}${'\n\nx'.repeat(5_000)}`,
  ],
  [
    'unclosed formatting in cells',
    `${'<table><tr><td><b title=1></td></tr></table>'.repeat(1_000)}${'\n\nx'.repeat(5_000)}`,
  ],
];

describe('within a few seconds', () => {
  // Generous, for machines that do other things as well; what grows with the square takes minutes.
  it.each([...HOSTILE, ...WITHIN, ...EXPENSIVE])(
    '%s',
    (_, source) => {
      const { html, feedHtml, problems } = render(source);
      expect(html.length).toBeLessThan(12_000_000);
      expect(feedHtml.length).toBeLessThan(12_000_000);
      expect(problems.filter((problem) => problem.kind === 'plugin-failed')).toEqual([]);
    },
    20_000,
  );
});

it('says when a post is too large, and shows its source', () => {
  const { html, problems } = render(`<b>글</b>${' a'.repeat(LIMITS.source)}`);
  expect(problems).toEqual([{ kind: 'too-large', line: 1, detail: String(LIMITS.source * 2 + 8) }]);
  expect(html).toMatch(
    /^<div class="not-rendered"><p class="not-rendered-label">이 부분은 .*<\/p><pre tabindex="0"><code>&lt;b&gt;글&lt;\/b&gt; a/,
  );
});

it('says where a post is too deep', () => {
  expect(render(`글\n\n${'> '.repeat(100)}x`).problems).toMatchObject([{ kind: 'too-deep', line: 3 }]);
});

it('shows only the block as source that is nested too deeply', () => {
  const { html, problems } = render(
    `앞 **굵게**\n\n${'**a '.repeat(150)}${'b** '.repeat(150)}\n\n뒤 *기울임*`,
  );
  expect(problems).toMatchObject([{ kind: 'too-deep', line: 3 }]);
  expect(html).toMatch(/^<p>앞 <strong>굵게<\/strong><\/p>/);
  expect(html).toMatch(/<p>뒤 <em>기울임<\/em><\/p>$/);
});

it('renders what real posts are made of', () => {
  const post = `## 절\n\n${'- **항목(item)**: `code`와 $x_i$, [링크](https://a.example/) 그리고 [^1]\n'.repeat(150)}\n| a | b |\n|---|---|\n${'| **1** | $y$ |\n'.repeat(100)}\n\n[^1]: 주`;
  expect(render(post).problems).toEqual([]);
}, 20_000);
