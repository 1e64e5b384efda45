import { expect, it } from 'vitest';
import { renderPost } from '@/lib/markdown';
import { formulaFontHints } from './formula-fonts';

const fonts = [
  '/_next/static/media/KaTeX_Main-Regular.1a.ttf',
  '/_next/static/media/KaTeX_Main-Regular.2b.woff2',
  '/_next/static/media/KaTeX_Math-Italic.3c.woff2',
  '/_next/static/media/KaTeX_Math-BoldItalic.4d.woff2',
  '/_next/static/media/KaTeX_Main-Bold.5e.woff2',
  '/_next/static/media/KaTeX_AMS-Regular.6f.woff2',
  '/_next/static/media/KaTeX_Size2-Regular.7g.woff2',
];
const faces = async (source: string) =>
  formulaFontHints(
    (await renderPost(source, { language: 'ko', origin: 'https://blog.example' })).html,
    fonts,
  ).map((hint) => /KaTeX_[\w-]+/.exec(hint)?.[0]);

it('a page without formulas needs no face of theirs, whatever its words', async () => {
  expect(await faces('mathnormal katex `class="katex"`')).toEqual([]);
});

it('names the faces that formulas are set in, and no other', async () => {
  expect(await faces('$x$')).toEqual(['KaTeX_Main-Regular', 'KaTeX_Math-Italic']);
  expect(await faces('$\\mathbf{x} \\in \\mathbb{R}$')).toEqual([
    'KaTeX_Main-Regular',
    'KaTeX_Main-Bold',
    'KaTeX_AMS-Regular',
  ]);
  expect(await faces('$$\\sum_i 1$$')).toContain('KaTeX_Size2-Regular');
});

it('says how the file is to be fetched', () => {
  expect(formulaFontHints('<span class="katex">', fonts)).toEqual([
    '</_next/static/media/KaTeX_Main-Regular.2b.woff2>; rel=preload; as="font"; type="font/woff2"; crossorigin',
  ]);
});
