import { describe, expect, it } from 'vitest';
import { followsTitle, latinSlug, suggestedSlug } from './naming';

describe('the slug', () => {
  it('is suggested from the day and the title', () => {
    expect(suggestedSlug('면접 준비 과정', '', '2022-03-22', false)).toBe('220322-면접-준비-과정');
  });

  it('keeps the day that it has', () => {
    expect(suggestedSlug('Whisper', '220923-old', '2026-11-25', false)).toBe('220923-whisper');
  });

  it('of a page has no day', () => {
    expect(suggestedSlug('도움말', '', '2026-11-25', true)).toBe('도움말');
  });

  it('follows the title until somebody has written another', () => {
    expect(followsTitle('', 'Whisper', false)).toBe(true);
    expect(followsTitle('220923-whisper', 'Whisper', false)).toBe(true);
    expect(followsTitle('220923-whisper-2', 'Whisper', false)).toBe(true);
    expect(followsTitle('220923-whisper-paper', 'Whisper', false)).toBe(false);
    expect(followsTitle('220923-2', '?!', false)).toBe(false);
    expect(followsTitle('help', '도움말', true)).toBe(false);
  });

  it('can be had in Latin letters', () => {
    expect(latinSlug('220322-면접-준비-과정')).toBe('220322-myeonjeop-junbi-gwajeong');
    expect(latinSlug('220923-whisper')).toBeNull();
  });
});
