import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fontAddress } from './fonts.mjs';

const PRETENDARD = 'node_modules/pretendard/dist/web/variable/woff2-dynamic-subset';
const GOWUN = 'node_modules/@fontsource/gowun-batang/files';

it('the style sheet names slices of the packages that are installed, by their version', () => {
  const sheet = readFileSync('components/styles/fonts.css', 'utf8');
  const named = [...sheet.matchAll(/url\('([^']+)'\)/g)].map(([, url = '']) => url);
  expect(named.length).toBeGreaterThan(100);
  for (const url of named) {
    const [, letter, slice = ''] = /^\/fonts\/([pg])([\w-]+)\.woff2/.exec(url) ?? [];
    const file =
      letter === 'p'
        ? `${PRETENDARD}/PretendardVariable.subset.${slice}.woff2`
        : `${GOWUN}/gowun-batang-${slice}-700-normal.woff2`;
    expect(existsSync(file), file).toBe(true);
    expect(fontAddress(file)).toBe(url);
  }
});

it('no other font has an address', () => {
  expect(() => fontAddress('node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2')).toThrow('no font');
});
