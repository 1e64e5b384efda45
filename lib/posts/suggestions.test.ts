import { expect, it } from 'vitest';
import { wordsOfAddress } from './suggestions';

it.each([
  ['/ai/2022-09/220923-whisper-정리/', 'whisper 정리'],
  ['/old/2019-03-01-attention_is.all-you-need.html', 'attention is.all you need'],
  ['/ai/2023-03/', ''],
  ['/220923/', ''],
  ['/index.php', 'index'],
  ['/tags/C++/', 'C++'],
  ['/<script>alert(1)</script>/', 'script'],
  ['/', ''],
  [`/${'가'.repeat(300)}/`, '가'.repeat(80)],
])('the address %s asks for ‘%s’', (path, words) => {
  expect(wordsOfAddress(path)).toBe(words);
});
