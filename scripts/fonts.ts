/**
 * Writes fonts.css and katex.css, after an update of the font packages or of KaTeX:
 * `npx tsx scripts/fonts.ts && npx prettier --write components/styles/{fonts,katex}.css`.
 *
 * Both fonts come cut into the same slices of Hangul, the frequent syllables together, so that a page loads only the
 * few that it needs. The packages' own style sheets are 26 KB gzip together, nearly all of it the ranges of syllables that
 * no page has. Of faces whose ranges overlap the later one wins (CSS Fonts 4, 5.2), so a rare slice is named here by
 * its hull, before the frequent ones that lie within. The ranges of the second font are those of the first again, within
 * reach of gzip's 32 KB, and compress to nothing. The files lie at short addresses with one version for all of them
 * (`scripts/lib/fonts.mjs` puts them there): a hash in each name would cost 2 KB more, as nothing compresses it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fontAddress } from './lib/fonts.mjs';

type Range = [from: number, to: number];

interface Face {
  url: string;
  ranges: Range[];
}

const here = path.join(import.meta.dirname, '../components/styles');
const modules = path.join(here, '../../node_modules');

function readFaces(sheet: string): Face[] {
  const folder = path.dirname(sheet);
  const css = readFileSync(path.join(modules, sheet), 'utf8');
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body = '']) => {
    const file = /url\(['"]?([^'")]+\.woff2)/.exec(body)?.[1];
    const ranges = /unicode-range:\s*([^;]+)/.exec(body)?.[1];
    if (file === undefined || ranges === undefined)
      throw new Error(`a face without file or range in ${sheet}`);
    return {
      url: fontAddress(path.posix.join('node_modules', folder, file)),
      ranges: ranges.split(',').map((range): Range => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
        return [parseInt(from, 16), parseInt(to, 16)];
      }),
    };
  });
}

function* codePoints(ranges: Range[]): Generator<number> {
  for (const [from, to] of ranges) for (let code = from; code <= to; code += 1) yield code;
}

/** Widest gap of characters that a font lacks which is closed; a script of its own is not taken in. */
const WIDEST_GAP = 256;

/**
 * Closes each gap that holds nothing but characters of later faces, or that no face has: who writes one of these loads a
 * slice for nothing, and everybody else a style sheet that is 1.3 KB lighter.
 */
function hull(face: Face, later: Set<number>, all: Set<number>): Range[] {
  const sorted = [...face.ranges].sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    const gap = last === undefined ? [] : [...codePoints([[last[1] + 1, from - 1]])];
    const isFree = gap.every((code) => later.has(code) || (gap.length < WIDEST_GAP && !all.has(code)));
    if (last !== undefined && isFree) last[1] = to;
    else result.push([from, to]);
  }
  return result;
}

function simplified(faces: Face[]): Face[] {
  const all = new Set(faces.flatMap(({ ranges }) => [...codePoints(ranges)]));
  const later = new Set<number>();
  return faces
    .toReversed()
    .map((face) => {
      const ranges = hull(face, later, all);
      for (const code of codePoints(face.ranges)) later.add(code);
      return { ...face, ranges };
    })
    .toReversed();
}

/** Whether titles can be expected to need a slice: Latin or Hangul; symbols of other scripts are left to the text font. */
function isForTitles({ ranges }: Face): boolean {
  return [...codePoints(ranges)].some(
    (code) => (code > 0x20 && code < 0x180) || (code >= 0xac00 && code <= 0xd7a3),
  );
}

/**
 * Whether a slice is more than one stretch of the syllables that the frequent slices leave over. Titles hardly have any
 * of these (꿩, 뷁); where one does, the reader's system draws it, and the style sheet of everybody is 1 KB lighter.
 */
function isFrequent({ ranges }: Face): boolean {
  return ranges.length > 1 || ranges.some(([from]) => from < 0xac00);
}

const written = (ranges: Range[]) =>
  ranges.map(([from, to]) => `U+${from.toString(16)}${from === to ? '' : `-${to.toString(16)}`}`).join(',');

const fonts = [
  {
    family: 'Pretendard Variable',
    weight: '45 920',
    faces: simplified(readFaces('pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css')),
  },
  {
    family: 'Gowun Batang',
    weight: '700',
    faces: simplified(readFaces('@fontsource/gowun-batang/700.css').filter(isForTitles)).filter(isFrequent),
  },
];

const lines = [
  '/* Written by scripts/fonts.ts; see there. Pretendard and Gowun Batang: SIL Open Font License 1.1. */',
];
for (const { family, weight, faces } of fonts) {
  for (const face of faces) {
    lines.push(
      `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url('${face.url}');unicode-range:${written(face.ranges)}}`,
    );
  }
}
writeFileSync(path.join(here, 'fonts.css'), `${lines.join('\n')}\n`);

/**
 * KaTeX's own sheet without what weighs: fonts for browsers that know no `light-dark()` either, and one rule for each
 * pair of eleven sizes, which is one division.
 */
function lighterKatex(css: string): string {
  const sizes = new Map<string, string>();
  const rest = css
    .replace(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, '')
    .replaceAll('url(fonts/', 'url(../../node_modules/katex/dist/fonts/')
    .replace(
      /\.katex \.fontsize-ensurer\.reset-size(\d+)\.size(\d+),\.katex \.sizing\.reset-size\1\.size\2\{font-size:([\d.]+)em\}/g,
      (_, reset: string, size: string, ratio: string) => {
        if (reset === '1') sizes.set(size, ratio);
        return '';
      },
    );
  if (sizes.size !== 11) throw new Error('KaTeX has other sizes than were known.');
  const each = [...sizes].map(
    ([size, ratio]) => `.katex .reset-size${size}{--reset:${ratio}}.katex .size${size}{--size:${ratio}}`,
  );
  return `${rest}${each.join('')}.katex :is(.sizing,.fontsize-ensurer){font-size:calc(1em*var(--size)/var(--reset))}`;
}

const katex = readFileSync(path.join(modules, 'katex/dist/katex.min.css'), 'utf8');
const licence = '/* Written by scripts/fonts.ts from the style sheet of KaTeX (MIT License). */';
writeFileSync(path.join(here, 'katex.css'), `${licence}\n${lighterKatex(katex)}\n`);
