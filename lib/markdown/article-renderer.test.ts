import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticleRenderer } from './article-renderer';
import './languages';
import { elements, kinds, options, render } from './testing';
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

  const fixtures = join(import.meta.dirname, '../../e2e/fixtures');
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  it.each(files)('comes out as the page does: %s', (name) => {
    const text = readFileSync(join(fixtures, name), 'utf8').replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '');
    const renderer = new ArticleRenderer(renderToStaticMarkup, false);
    expectSame(renderer, text, {});
    expectSame(renderer, text);
    // As if it were being written at a dozen places.
    for (let place = 1; place < 12; place++) {
      const at = Math.floor((text.length * place) / 12);
      expectSame(renderer, `${text.slice(0, at)}글 $x$ ${text.slice(at)}`);
    }
  });

  it('keeps blocks that did not change, wherever they stand now', () => {
    const renderer = new ArticleRenderer(renderToStaticMarkup);
    const before = renderer.render('# A\n\n- one $x$\n- two\n\nend', options).blocks;
    const after = renderer.render('# A\n\nnew\n\n- one $x$\n- two\n\nend!', options).blocks;
    expect(after.map(({ line, endLine }) => [line, endLine])).toEqual([
      [1, 1],
      [3, 3],
      [5, 6],
      [8, 8],
    ]);
    expect([after[0]?.id, after[2]?.id]).toEqual([before[0]?.id, before[1]?.id]);
    expect(before.map(({ id }) => id)).not.toContain(after[3]?.id);
  });

  it('says where things were written, in previews alone', () => {
    const source = 'text\n\n- one\n- two\n\n  more\n\n| a |\n| - |\n| 1 |\n| 2 |\n';
    const { blocks } = new ArticleRenderer(renderToStaticMarkup).render(source, options);
    const places = (html = '') =>
      elements(html).flatMap(({ tagName, properties: { dataLine } }) =>
        typeof dataLine === 'string' ? [`${tagName} ${dataLine}`] : [],
      );
    expect(places(blocks[0]?.html)).toEqual([]);
    expect(places(blocks[1]?.html)).toEqual(['li 0', 'p 0', 'li 1', 'p 1', 'p 3']);
    expect(places(blocks[2]?.html)).toEqual(['tr 0', 'tr 2', 'tr 3']);
    expect(render(source).html).not.toContain('data-line');
  });

  it('knows where headings and links within the site are written, and which fragments lead nowhere', () => {
    const source =
      '## 하나\n\n[a](/ai/) [b](#하나) [c](#둘) [d](https://example.org) $\\frac{$\n\n## 둘째\n\n[e](x/)';
    const live = new ArticleRenderer(renderToStaticMarkup).render(source, {
      ...options,
      idPrefix: 'preview-',
    });
    expect(live.outline.map(({ id, line }) => [id, line])).toEqual([
      ['preview-하나', 1],
      ['preview-둘째', 5],
    ]);
    expect(live.links).toEqual([
      { address: '/ai/', line: 3 },
      { address: 'x/', line: 7 },
    ]);
    expect(live.lostFragments).toEqual([{ address: '#둘', line: 3 }]);
    expect(kinds(live.problems)[0]).toMatch(/^3 formula-faulty/);
  });

  it('gives up nothing but the text when a text is refused', () => {
    const renderer = new ArticleRenderer(renderToStaticMarkup, false);
    expectSame(renderer, `${'>'.repeat(400)} deep`);
    expectSame(renderer, 'a'.repeat(300_000));
    expectSame(renderer, 'fine');
  });
});
