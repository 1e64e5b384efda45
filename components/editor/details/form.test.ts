import { describe, expect, it } from 'vitest';
import type { PostDetails } from '@/lib/writing/types';
import { changes, detailsFrom, merge, moved } from './form';

const base: PostDetails = {
  categoryId: 'ai',
  month: '2026-11',
  slug: '261125-whisper',
  tags: ['음성'],
  authorIds: ['yuho'],
  paperIds: [],
  leadMediaId: null,
  publishedAt: null,
  version: 3,
};

describe('details of a post', () => {
  it('differ by what was chosen, not by their version', () => {
    expect(changes(base, { ...base, version: 4 })).toEqual([]);
    expect(changes(base, { ...base, tags: ['음성', '비전'], slug: 'x' })).toEqual(['slug', 'tags']);
  });

  it('come with dates out of JSON', () => {
    const at = new Date('2026-11-25T00:00:00Z');
    expect(detailsFrom({ ...base, publishedAt: at.toISOString() }).publishedAt).toEqual(at);
    expect(changes({ ...base, publishedAt: at }, detailsFrom({ ...base, publishedAt: at }))).toEqual([]);
  });

  it('of two people are put together where they do not touch', () => {
    const mine = { ...base, tags: ['비전'] };
    const theirs = { ...base, month: '2026-12', version: 4 };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { ...base, tags: ['비전'], month: '2026-12', version: 4 },
      both: [],
    });
  });

  it('are for a person to choose where both changed the same', () => {
    const mine = { ...base, slug: 'mine', tags: ['같음'] };
    const theirs = { ...base, slug: 'theirs', tags: ['같음'], version: 4 };
    expect(merge(base, mine, theirs)).toEqual({
      merged: { ...base, slug: 'mine', tags: ['같음'], version: 4 },
      both: ['slug'],
    });
  });

  it('keep the order of authors', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
