import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosen, merge, mergeField, proposal, type Choice, type Place } from './merge';

/** The whole with one choice everywhere, or what is proposed. */
function whole(base: string, mine: string, theirs: string, choice?: Choice): string {
  return merge(base, mine, theirs)
    .map((it) => (it.isAgreed ? it.text : chosen(it.place, choice ?? proposal(it.place))))
    .join('');
}

function places(base: string, mine: string, theirs: string): Place[] {
  return merge(base, mine, theirs).flatMap((it) => (it.isAgreed ? [] : [it.place]));
}

const base = '# 제목\n\n첫 문단입니다.\n\n둘째 문단입니다.\n\n끝.\n';

describe('merge', () => {
  it('takes what only one side changed', () => {
    const mine = base.replace('첫 문단', '새로운 첫 문단');
    const theirs = base.replace('끝.', '끝!');
    expect(places(base, mine, theirs)).toEqual([]);
    expect(whole(base, mine, theirs)).toBe(mine.replace('끝.', '끝!'));
  });

  it('takes what both changed alike', () => {
    const both = base.replace('첫', '맨 처음');
    expect(places(base, both, both)).toEqual([]);
    expect(whole(base, both, both)).toBe(both);
  });

  it('merges different words of one line, and says that it did', () => {
    const line = '확산 모델은 잡음을 조금씩 지웁니다.\n';
    const mine = '확산 모델(DDPM)은 잡음을 조금씩 지웁니다.\n';
    const theirs = '확산 모델은 잡음을 천 번에 걸쳐 지웁니다.\n';
    expect(places(line, mine, theirs)).toEqual([
      {
        base: line,
        mine,
        theirs,
        together: '확산 모델(DDPM)은 잡음을 천 번에 걸쳐 지웁니다.\n',
        mineLine: 1,
        theirsLine: 1,
      },
    ]);
  });

  it('proposes both where the same words were changed', () => {
    const mine = base.replace('둘째 문단입니다.', '둘째입니다.');
    const theirs = base.replace('둘째 문단입니다.', '두 번째 문단이다.');
    const [place] = places(base, mine, theirs);
    expect(place && chosen(place, 'both')).toBe('두 번째 문단이다.\n둘째입니다.\n');
    expect(place?.mineLine).toBe(5);
  });

  it('keeps both of two additions at the end, each on lines of its own', () => {
    expect(whole('처음', '처음\n하나', '처음\n둘')).toContain('하나');
    expect(whole('처음', '처음\n하나', '처음\n둘')).toContain('둘');
    expect(whole('', '하나', '둘')).toBe('둘\n하나');
  });

  it.each([
    ['two thousand empty lines', '\n'.repeat(30_000), '가\n'.repeat(5_000)],
    ['one line of 300 KB', 'x'.repeat(300_000), 'y '.repeat(100_000)],
    ['words in one line', '가 나 다 '.repeat(20_000), '다 나 '.repeat(20_000)],
  ])('is quick with %s', (_, before, after) => {
    const start = performance.now();
    whole(before, `${after}하나`, `둘${after}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const text = fc
  .array(fc.constantFrom('가', '나', '다', ' ', '\n', '\n\n', '$x$', '**굵게**을', '😀'), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

describe('every merge', () => {
  it('is the other side where one side changed nothing', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(whole(before, after, before)).toBe(after);
        expect(whole(before, before, after)).toBe(after);
        expect(whole(before, after, after)).toBe(after);
      }),
    );
  });

  it('has every line that a side added, when nothing is decided against it', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        for (const it of merge(before, mine, theirs)) {
          if (it.isAgreed || proposal(it.place) === 'together') continue;
          const result = chosen(it.place, proposal(it.place));
          expect(result).toContain(it.place.mine);
          expect(result).toContain(it.place.theirs);
        }
      }),
    );
  });

  it('names places by the lines at which they are', () => {
    fc.assert(
      fc.property(text, text, text, (before, mine, theirs) => {
        for (const place of places(before, mine, theirs)) {
          const from = mine
            .split('\n')
            .slice(place.mineLine - 1)
            .join('\n');
          expect(from.startsWith(place.mine)).toBe(true);
        }
      }),
    );
  });
});

describe('mergeField', () => {
  const side = (title: string) => ({ title, summary: '', source: '' });
  it.each([
    ['갑', '갑', '을', { result: '을', isContested: false }],
    ['갑', '을', '갑', { result: '을', isContested: false }],
    ['갑', '을', '병', { result: '을', isContested: true }],
  ])('of %s, %s and %s', (before, mine, theirs, expected) => {
    const conflict = { base: side(before), mine: side(mine), theirs: side(theirs) };
    expect(mergeField(conflict, 'title')).toMatchObject(expected);
  });
});
