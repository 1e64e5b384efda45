import { describe, expect, it } from 'vitest';
import { compareBlocks } from './blocks';

describe('compareBlocks', () => {
  it('puts what belongs together into one row', () => {
    expect(
      compareBlocks(
        ['<h2>가</h2>', '<p>나</p>', '<p>다</p>'],
        ['<h2>가</h2>', '<p>라</p>', '<p>다</p>', '<p>마</p>'],
      ),
    ).toEqual([
      { isChanged: false, before: '<h2>가</h2>', after: '<h2>가</h2>' },
      { isChanged: true, before: '<p>나</p>', after: '<p>라</p>' },
      { isChanged: false, before: '<p>다</p>', after: '<p>다</p>' },
      { isChanged: true, before: '', after: '<p>마</p>' },
    ]);
  });

  it('finds nothing changed in equal articles', () => {
    expect(compareBlocks(['<p>가</p>'], ['<p>가</p>']).some(({ isChanged }) => isChanged)).toBe(false);
  });

  it('shows one side where the other is empty', () => {
    expect(compareBlocks([], ['<p>가</p>'])).toEqual([{ isChanged: true, before: '', after: '<p>가</p>' }]);
  });
});
