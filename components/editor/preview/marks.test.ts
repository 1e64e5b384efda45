import { describe, expect, test } from 'vitest';
import { placeOf } from './marks';
import type { PreviewProblem } from './types';

/** What is marked in a text whose first line has the problem. */
function marked(kind: PreviewProblem['kind'], detail: string, text: string): string {
  const { from, to } = placeOf({ kind, detail }, text, text.split('\n')[0]?.length ?? 0);
  return text.slice(from, to);
}

describe('what is marked of a line with a problem', () => {
  test.each<[string, PreviewProblem['kind'], string, string, string]>([
    ['an address', 'link-broken', '/none/', 'see [this](/none/) now', '/none/'],
    ['a tag', 'html-dropped', '<script>', 'a <script src="x">', '<script'],
    ['an attribute’s tag', 'html-dropped', '<img onload>', 'a <img src=x onload=y>', '<img'],
    [
      'where KaTeX stopped',
      'formula-faulty',
      'Undefined control sequence: \\foo at position 5: x + \\foo y',
      'so $x + \\foo y$',
      'x + \\foo y',
    ],
    [
      'where KaTeX stopped, below the line that opens the formula',
      'formula-faulty',
      'Expected group as argument to \\frac at position 20: …= \\frac{1}…',
      '$$\na &= \\frac{1}\n$$',
      '= \\frac{1}',
    ],
    ['the line, where nothing of it is found', 'formula-faulty', 'no place', '  so $x$', 'so $x$'],
    ['no line further down', 'image-missing', '/a.png', 'text\n![](/a.png)', 'text'],
    ['the beginning of a long line', 'too-large', '9', 'ab '.repeat(100), 'ab '.repeat(100).slice(0, 80)],
    ['nothing of an empty line', 'too-large', '9', '', ''],
  ])('%s', (_, kind, detail, text, part) => {
    expect(marked(kind, detail, text)).toBe(part);
  });
});
