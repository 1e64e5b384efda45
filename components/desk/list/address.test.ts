import { describe, expect, it } from 'vitest';
import { deskAddress, deskQuery, EVERYTHING } from './address';

describe('addresses of the lists', () => {
  it('say only what is not as usual', () => {
    expect(deskAddress(EVERYTHING)).toBe('/write/');
    expect(deskAddress({ ...EVERYTHING, group: 'published', words: '확산 모델', page: 2 })).toBe(
      '/write/?state=published&q=%ED%99%95%EC%82%B0+%EB%AA%A8%EB%8D%B8&page=2',
    );
  });

  it('come back as they went', () => {
    const query = {
      group: 'hidden',
      whose: 'everyone',
      words: 'a&b=c',
      category: 'ai',
      author: '서태양',
      page: 3,
    } as const;
    const { searchParams } = new URL(deskAddress(query), 'http://blog.test');
    expect(deskQuery(Object.fromEntries(searchParams))).toEqual(query);
  });

  it.each([
    [{ state: 'toString' }],
    [{ page: '-1' }],
    [{ page: '1e9' }],
    [{ whose: ['nobody', 'everyone'] }],
    [{ q: '  ' }],
  ])('are taken for the usual where they are wrong: %j', (parameters) => {
    expect(deskQuery(parameters)).toEqual(EVERYTHING);
  });
});
