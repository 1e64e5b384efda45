import { describe, expect, it } from 'vitest';
import { cleanTag, matchingTags } from './tags';

describe('tags', () => {
  it.each([
    ['  확산   모델 ', '확산 모델'],
    ['음성,', '음성'],
    ['#GAN', 'GAN'],
    ['C#', 'C#'],
    ['비전'.normalize('NFD'), '비전'],
    [' , ', ''],
  ])('are kept without what is around them: "%s"', (typed, kept) => {
    expect(cleanTag(typed)).toBe(kept);
  });

  it('are found by any part, and first by their beginning', () => {
    const known = ['언어모델', '모델 압축', '확산 모델', '비전'];
    expect(matchingTags(known, ['확산 모델'], '모델')).toEqual(['모델 압축', '언어모델']);
    expect(matchingTags(['GAN', 'gating'], [], 'ga')).toEqual(['GAN', 'gating']);
    expect(matchingTags(known, [], ' ')).toEqual([]);
  });
});
