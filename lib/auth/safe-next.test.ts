import { expect, test } from 'vitest';
import { safeNext } from './safe-next';

test.each([
  '/write/',
  '/write/0192-abc/?pane=preview#L3',
  '/en/ai/2022-09/220923-whisper/',
  '/%EB%85%BC%EB%AC%B8/',
  '/search/?q=%2F%2Fevil.example',
  '/',
])('%s stays', (next) => {
  expect(safeNext(next)).toBe(next);
});

test.each([
  undefined,
  null,
  '',
  ['/write/'],
  'write/',
  'https://evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/write/ x',
  '/api/session/',
  '/signin/?next=/signin/',
  '/en/signin/',
  '/signout',
  `/${'a'.repeat(2000)}`,
])('%j leads to the desk', (next) => {
  expect(safeNext(next)).toBe('/write/');
});
