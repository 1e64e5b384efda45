/**
 * Writes fonts.css, after an update of the font packages:
 * `npx tsx components/styles/fonts.build.ts && npx prettier --write components/styles/fonts.css`.
 *
 * Both fonts come cut into the same slices of Hangul, the frequent syllables together, so that a page loads only the
 * few that it needs. The packages' own style sheets are 26 KB gzip together, nearly all of it the ranges of syllables that
 * no page has. Of faces whose ranges overlap the later one wins (CSS Fonts 4, 5.2), so a rare slice is named here by
 * its hull, before the frequent ones that lie within; and the faces of the two fonts stand pairwise, so that equal
 * ranges compress to nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Range = [from: number, to: number];

interface Face {
  url: string;
  ranges: Range[];
}

const here = import.meta.dirname;
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
      url: path.posix.join('../../node_modules', folder, file),
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

/** Closes each gap that holds nothing but characters of later faces. */
function hull(face: Face, later: Set<number>): Range[] {
  const sorted = [...face.ranges].sort((a, b) => a[0] - b[0]);
  const result: Range[] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    const gap = last === undefined ? [] : [...codePoints([[last[1] + 1, from - 1]])];
    if (last !== undefined && gap.every((code) => later.has(code))) last[1] = to;
    else result.push([from, to]);
  }
  return result;
}

function simplified(faces: Face[]): Face[] {
  const later = new Set<number>();
  return faces
    .toReversed()
    .map((face) => {
      const ranges = hull(face, later);
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
    faces: simplified(readFaces('@fontsource/gowun-batang/700.css').filter(isForTitles)),
  },
];

const rows = Math.max(...fonts.map(({ faces }) => faces.length));
const lines = [
  '/* Written by fonts.build.ts; see there. Pretendard and Gowun Batang: SIL Open Font License 1.1. */',
];
for (let row = 0; row < rows; row += 1) {
  for (const { family, weight, faces } of fonts) {
    const face = faces[row];
    if (face === undefined) continue;
    lines.push(
      `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url('${face.url}');unicode-range:${written(face.ranges)}}`,
    );
  }
}
writeFileSync(path.join(here, 'fonts.css'), `${lines.join('\n')}\n`);
