import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
/** Where values are decided, what is written by programs, and paper, which has its own measures. */
const EXEMPT = new Set(['tokens.css', 'fonts.css', 'katex.css', 'print.css']);
const sheets = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && !EXEMPT.has(file),
);
const tokens = new Set(
  [...readFileSync(join(here, 'tokens.css'), 'utf8').matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name),
);

const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:\s*(?:white|black|gr[ae]y|red|green|blue)\b/i;
const DURATION = /(?<![\w.-])\d*\.?\d+m?s\b/;
/** Sizes that follow what is around them are not decisions of their own. */
const SIZE = /(?<![\w-])font-size:(?!\s*(?:var\(--size-|inherit|[\d.]+em\b|0\b))/;

/** @returns the declarations of a sheet that say by themselves what a token has to say. */
function ownValues(css: string): string[] {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/[;{}]/)
    .map((declaration) => declaration.trim())
    .filter((declaration) => /^[\w-]+:\s/.test(declaration))
    .filter((declaration) => [COLOUR, DURATION, SIZE].some((pattern) => pattern.test(declaration)));
}

it('finds values that are no tokens', () => {
  const css = 'a { color: #fff; margin: 2px; &:hover { font-size: 1rem; transition: color 0.2s } }';
  expect(ownValues(css)).toEqual(['color: #fff', 'font-size: 1rem', 'transition: color 0.2s']);
  expect(
    ownValues('a { color: var(--ink); font-size: 0.88em; /* #fff */ transition: color var(--quick) }'),
  ).toEqual([]);
});

it.each(sheets)('colours, font sizes and durations of %s are tokens', (file) => {
  expect(ownValues(readFileSync(join(here, file), 'utf8'))).toEqual([]);
});

/** Measures that scripts take and set. */
const MEASURED = new Set(['--at', '--notes-end']);

it.each(sheets)('every token that %s asks for exists', (file) => {
  const css = readFileSync(join(here, file), 'utf8');
  const own = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const asked = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  expect(asked.filter((name) => !tokens.has(name) && !own.has(name) && !MEASURED.has(name ?? ''))).toEqual(
    [],
  );
});
