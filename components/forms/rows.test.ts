import { expect, test } from 'vitest';
import { heir, moved, rowKey } from './rows';

test('an item moves and the others keep their order', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
});

test('out of the list nothing moves', () => {
  const items = ['a', 'b'];
  expect(moved(items, 0, -1)).toBe(items);
  expect(moved(items, 1, 2)).toBe(items);
  expect(moved(items, 5, 0)).toBe(items);
});

test('the focus goes to the row after the removed one, else to the one before, else nowhere', () => {
  const rows = ['a', 'b', 'c'].map((key) => ({ key }));
  expect(heir(rows, 0)).toBe('b');
  expect(heir(rows, 2)).toBe('b');
  expect(heir(rows.slice(0, 1), 0)).toBeNull();
});

test('keys are all different', () => {
  expect(new Set([rowKey(), rowKey(), rowKey()]).size).toBe(3);
});
