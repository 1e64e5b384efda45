import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticleRenderer } from './article-renderer';
import './languages';
import { options, render } from './testing';
import type { MarkdownOptions } from './types';

const IMAGES: MarkdownOptions['images'] = new Map([
  ['/media/a.png', { src: '/media/a.png', width: 640, height: 480, variants: [] }],
]);
const WITH_IMAGES = { images: IMAGES, macros: { '\\RR': '\\mathbb{R}' }, idPrefix: 'preview-' };

/** Pieces of sources that know of each other, that are not closed, or that end where others go on. */
const PIECES = [
  '# 제목\n',
  '## 제목\n',
  '### 다른 제목 {#own}\n',
  'Setext\n---\n',
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  '글과 **강조(emphasis)**를 하고 "인용"은 쓴다.\n',
  'word',
  '$x^2$',
  '$ x $를',
  '$5 and $10',
  '$$\n\\RR^n\n$$\n',
  '$$\n',
  '$$ a\n+ b $$\n',
  '$\\newcommand{\\E}{\\mathbb{E}}$\n',
  '$\\E[x]$\n',
  '$\\def\\v{v}\\v$\n',
  '\\[ a \\]\n',
  '$\\label{q} x$',
  '\\eqref{q}',
  '$$\\begin{align} a &= b \\label{one} \\\\ c &= d \\end{align}$$\n',
  '$\\frac{$',
  '$\\eqref{one}$',
  '- item\n',
  '- [ ] task\n',
  '  - inner\n',
  '1. one\n',
  '   text\n',
  '* star\n',
  '> quote\n',
  '> [!NOTE] title\n> text\n',
  '> - a\n',
  '```python\n',
  '```\n',
  '~~~\n',
  '  ```\n',
  '- ```\n',
  '> ```\n',
  'def f(x):\n    return x\n',
  '````js {1}\n',
  '| a | b |\n| - | - |\n',
  '| 1 | $x$ |\n',
  '[^1]',
  '[^1]: note $y$\n',
  '[^two]: other\n\n    more\n',
  '[^two]',
  '[ref]',
  '[ref]: https://example.org "t"\n',
  '[text][ref]',
  '![alt][ref]',
  '[ref]: /media/a.png\n',
  '![그림](/media/a.png)\n',
  '![](/media/a.png "cap")\n',
  '![x](/none.png)\n',
  '*caption*\n',
  '<center>cap</center>\n',
  '<details>\n',
  '</details>\n',
  '<summary>s</summary>\n',
  '<div align="center">\n',
  '</div>\n',
  '<b>bold',
  '</b>',
  '<!--more-->\n',
  '<!-- ',
  '-->\n',
  '<script>',
  '</script>\n',
  '<p>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<img src="/media/a.png" style="zoom:30%">\n',
  '<pre>\n',
  '</pre>\n',
  '<?x\n',
  '<![CDATA[',
  ']]>',
  'term\n: definition\n',
  ': more\n\n    inner\n',
  'https://youtu.be/x\n',
  '[link](/ai/)',
  '[bad](javascript:x)',
  '#frag',
  '[f](#제목)',
  '***\n',
  '`code`',
  '\\',
  '"',
  "'",
  '--',
  '한국어\n은 ',
  'trust0 trust1',
];

const piece = fc.constantFrom(...PIECES);
const source = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.nat(3), fc.nat(40)),
  insert: fc.oneof(piece, fc.constant('')),
});

function expectSame(
  renderer: ArticleRenderer,
  text: string,
  more: Partial<MarkdownOptions> = WITH_IMAGES,
): void {
  const whole = render(text, more);
  const live = renderer.render(text, { ...options, ...more });
  expect(live.blocks.map(({ html }) => html).join('')).toBe(whole.html);
  expect(live.problems).toEqual(whole.problems);
  expect(live.outline.map(({ id, text: words, level }) => ({ id, text: words, level }))).toEqual(
    whole.outline,
  );
  expect(live.imageAddresses).toEqual(whole.imageAddresses);
  expect([live.words, live.minutes]).toEqual([whole.words, whole.minutes]);
}

describe('a text that is rendered again and again', () => {
  it('comes out as the page does, whatever is edited', () => {
    fc.assert(
      fc.property(source, fc.array(edit, { maxLength: 6 }), (text, edits) => {
        const renderer = new ArticleRenderer(renderToStaticMarkup, false);
        let now = text;
        expectSame(renderer, now);
        for (const { at, remove, insert } of edits) {
          const place = at % (now.length + 1);
          now = now.slice(0, place) + insert + now.slice(place + remove);
          expectSame(renderer, now);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });
});
