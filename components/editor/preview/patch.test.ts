import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planPatch, planReuse } from './patch';

describe('which blocks stay', () => {
  test.each<[string, number[], number[], (number | null)[]]>([
    ['all, when nothing changed', [1, 2, 3], [1, 2, 3], [0, 1, 2]],
    ['those around one that changed', [1, 2, 3], [1, 4, 3], [0, null, 2]],
    ['those around one that is new', [1, 2], [1, 3, 2], [0, null, 1]],
    ['those around one that went', [1, 2, 3], [1, 3], [0, 2]],
    ['equal blocks, each once', [7, 7], [7, 7, 7], [0, 1, null]],
    ['those behind a block that moved down', [1, 2, 3, 4], [2, 3, 1, 4], [1, 2, null, 3]],
    ['none of another text', [1, 2], [3], [null]],
    ['nothing of an empty text', [1, 2], [], []],
  ])('%s', (_, shown, next, plan) => {
    expect(planPatch(shown, next)).toEqual(plan);
  });

  test('each shown block at most once, in order, and only for its own number', () => {
    const ids = fc.array(fc.nat(6), { maxLength: 20 });
    fc.assert(
      fc.property(ids, ids, (shown, next) => {
        const plan = planPatch(shown, next);
        expect(plan).toHaveLength(next.length);
        const used = plan.filter((index) => index !== null);
        expect(used).toEqual([...new Set(used)].sort((a, b) => a - b));
        plan.forEach((index, at) => {
          if (index !== null) expect(shown[index]).toBe(next[at]);
        });
      }),
    );
  });

  test.each<[string, (number | null)[], number, (number | null)[]]>([
    ['the one that it replaces', [0, null, 2], 3, [null, 1, null]],
    ['the first of several that go', [0, null, 3], 4, [null, 1, null]],
    ['none, where none goes', [0, null, 1], 2, [null, null, null]],
    ['each its own', [null, null, 2, null], 5, [0, 1, null, 3]],
    ['as many as there are', [null, null], 1, [0, null]],
  ])('a new block takes the elements of %s', (_, plan, count, reused) => {
    expect(planReuse(plan, count)).toEqual(reused);
  });
});
