import { expect, test } from 'vitest';
import { passwordHints } from './passwordHints';

test('Hangul counts by syllables, however the system writes them', () => {
  expect(passwordHints('가나다라마바사아자차', 10, []).isLong).toBe(true);
  expect(passwordHints('가나다'.normalize('NFD'), 10, []).isLong).toBe(false);
});

test.each(['kim.minsu@example.org', 'kim.minsu', 'Kim Minsu', 'KimMinsuKimMinsu', '김민수'])(
  'the person’s own %s is no password',
  (password) => {
    expect(passwordHints(password, 10, ['kim.minsu@example.org', '김민수', 'Kim Minsu']).isOwn).toBe(true);
  },
);

test('an empty e-mail or name forbids nothing', () => {
  expect(passwordHints('', 10, ['', ' ']).isOwn).toBe(false);
  expect(passwordHints('correct horse', 10, ['']).isOwn).toBe(false);
});
