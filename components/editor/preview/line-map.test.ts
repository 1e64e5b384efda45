import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineMap } from './line-map';

describe('lines and heights', () => {
  const map = new LineMap([
    { line: 11, top: 400 },
    { line: 1, top: 0 },
    { line: 5, top: 200 },
  ]);

  test.each([
    [1, 0],
    [3, 100],
    [5, 200],
    [8, 300],
    [11, 400],
    [0, 0],
    [99, 400],
  ])('line %s stands at %s', (line, top) => {
    expect(map.topAt(line)).toBe(top);
  });

  test.each([
    [0, 1],
    [100, 3],
    [300, 8],
    [-5, 1],
    [999, 11],
  ])('at %s stands line %s', (top, line) => {
    expect(map.lineAt(top)).toBe(line);
  });

  test('a mark that leads backwards is left out', () => {
    const folded = new LineMap([
      { line: 1, top: 0 },
      { line: 2, top: 900 },
      { line: 3, top: 100 },
      { line: 4, top: 1000 },
    ]);
    expect(folded.topAt(3)).toBe(950);
  });

  test('without marks everything is at the top', () => {
    expect(new LineMap([]).topAt(7)).toBe(0);
  });

  test('further down in the source is never further up in the preview, and the way back leads home', () => {
    const mark = fc.record({
      line: fc.integer({ min: 1, max: 500 }),
      top: fc.integer({ min: 0, max: 20_000 }),
    });
    const line = fc.double({ min: 1, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), line, line, (marks, a, b) => {
        const any = new LineMap(marks);
        expect(any.topAt(Math.min(a, b))).toBeLessThanOrEqual(any.topAt(Math.max(a, b)) + 1e-6);
        expect(any.topAt(any.lineAt(any.topAt(a)))).toBeCloseTo(any.topAt(a), 6);
      }),
    );
  });
});
