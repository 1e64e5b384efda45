import { expect, test } from 'vitest';
import { normalizeEmail } from './email';

test.each([
  [' Kim@Example.ORG ', 'kim@example.org'],
  ['kim+papers@example.org', 'kim+papers@example.org'],
  ['김@예시.한국'.normalize('NFD'), '김@예시.한국'],
  ['admin@localhost', 'admin@localhost'],
])('%s is %s', (given, email) => {
  expect(normalizeEmail(given)).toBe(email);
});

test.each([
  '',
  'kim',
  '@example.org',
  'kim@',
  'a@example.org,b@example.org',
  'a@example.org;b@example.org',
  'a@example.org b@example.org',
  'kim@example.org\r\nBcc: eve@example.org',
  'Kim <kim@example.org>',
  '"kim"@example.org',
  'kim@ex@ample.org',
  'kim@example..org',
  `${'a'.repeat(65)}@example.org`,
  `kim@${'a'.repeat(260)}.org`,
])('%j is not one address', (given) => {
  expect(() => normalizeEmail(given)).toThrow(expect.objectContaining({ code: 'email-invalid' }));
});
