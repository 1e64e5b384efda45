import { describe, expect, it } from 'vitest';
import { datedSlug, romanized, slugOf } from './slug';

describe('slugs', () => {
  it.each([
    ['면접 준비 과정', '면접-준비-과정'],
    ['Whisper: Robust Speech Recognition', 'whisper-robust-speech-recognition'],
    ['확산 모델(Diffusion) 정리', '확산-모델-diffusion-정리'],
    ['../etc/passwd', 'etc-passwd'],
    ['?!', ''],
  ])('are made of %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('keep Hangul whole however it came', () => {
    expect(slugOf('논문'.normalize('NFD'))).toBe('논문');
  });

  it('begin with the day where posts are named by it', () => {
    expect(datedSlug('Whisper', '2022-09-23')).toBe('220923-whisper');
    expect(datedSlug('  ', '2022-09-23')).toBe('');
  });
});

describe('romanization', () => {
  it.each([
    ['면접 준비 과정', 'myeonjeop junbi gwajeong'],
    // As pronounced: assimilation across syllables.
    ['독립', 'dongnip'],
    ['정리', 'jeongni'],
    ['GAN을 쓰는 Model', 'GANeul sseuneun Model'],
    ['plain English', 'plain English'],
  ])('of %s', (hangul, latin) => {
    expect(romanized(hangul)).toBe(latin);
  });
});
