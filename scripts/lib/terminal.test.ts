import { afterEach, describe, expect, it, vi } from 'vitest';
import { isSupported } from './node-version.mjs';
import { say, step, terminalLanguage } from './terminal.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('terminalLanguage', () => {
  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'ko_KR' }, 'ko'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{}, 'en'],
  ])('%o: %s', (env, language) => {
    expect(terminalLanguage(env)).toBe(language);
  });
});

describe('say', () => {
  it('fills the sentence of the language', () => {
    const sentence = { en: '{n} posts in {path}', ko: '{path}에 글 {n}개' };
    vi.stubEnv('LC_ALL', 'ko_KR.UTF-8');
    expect(say(sentence, { n: 3, path: '/srv' })).toBe('/srv에 글 3개');
    vi.stubEnv('LC_ALL', 'C');
    expect(say(sentence, { n: 3, path: '/srv' })).toBe('3 posts in /srv');
  });
});

describe('step', () => {
  function sink() {
    const written: string[] = [];
    const out = { isTTY: false, write: (text: string) => written.push(text) > 0 };
    return { written, out: out as unknown as NodeJS.WriteStream };
  }

  it('is one line with the time it took', async () => {
    const { written, out } = sink();
    expect(await step('1/2 Building', () => Promise.resolve('result'), out)).toBe('result');
    expect(written.join('')).toBe('1/2 Building… 0 s\n');
  });

  it('ends the line when the work fails', async () => {
    const { written, out } = sink();
    await expect(step('1/2 Building', () => Promise.reject(new Error('no')), out)).rejects.toThrow('no');
    expect(written.join('')).toBe('1/2 Building…\n');
  });
});

describe('isSupported', () => {
  it.each([
    ['18.20.4', false],
    ['20.9.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['100.0.0', true],
  ])('%s: %s', (version, expected) => {
    expect(isSupported(version)).toBe(expected);
  });
});
