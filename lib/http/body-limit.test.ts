import { expect, test } from 'vitest';
import { bodyLimit } from './body-limit';

test('a draft may bring a million characters of Hangul, an upload more, everything else less', () => {
  const hangul = 3 * 1_000_000;
  expect(bodyLimit('/api/drafts/01a2/')).toBeGreaterThan(hangul * 2);
  expect(bodyLimit('/api/translations/01a2/front-matter/')).toBeGreaterThan(hangul);
  expect(bodyLimit('/api/media/')).toBeGreaterThan(bodyLimit('/api/drafts/01a2/'));
  expect(bodyLimit('/api/auth/signin/')).toBeLessThan(hangul);
});
