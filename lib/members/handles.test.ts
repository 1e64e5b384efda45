import { expect, test } from 'vitest';
import { checkHandle, handleOf } from './handles';

test.each([
  ['Yuho Jeong', 'yuho-jeong'],
  [' 정유호 ', '정유호'],
  ['정유호'.normalize('NFD'), '정유호'],
  ['O’Neil, Ann', 'o-neil-ann'],
  ['!!!', 'author'],
])('%s is called %s', (name, handle) => {
  expect(handleOf(name)).toBe(handle);
});

test.each([
  ['Yuho-Jeong', 'yuho-jeong'],
  ['정유호'.normalize('NFD'), '정유호'],
  ['a', 'a'],
])('%s is stored as %s', (given, handle) => {
  expect(checkHandle(given)).toBe(handle);
});

test.each([
  ['', 'handle-invalid'],
  ['a b', 'handle-invalid'],
  ['-a', 'handle-invalid'],
  ['a/b', 'handle-invalid'],
  ['..', 'handle-invalid'],
  ['a\u0000b', 'handle-invalid'],
  ['a'.repeat(61), 'handle-invalid'],
  ['Page', 'handle-reserved'],
])('%j is refused: %s', (given, code) => {
  expect(() => checkHandle(given)).toThrow(expect.objectContaining({ code, field: 'handle' }));
});
