import { expect, it } from 'vitest';
import { isInstalled } from './installed.mjs';

const want = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a-windows': { version: '1.0.0', optional: true },
};

it.each([
  ['the same', { 'node_modules/a': { version: '1.0.0' } }, true],
  [
    'an optional one more',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-windows': { version: '1.0.0' } },
    true,
  ],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  [
    'another optional version',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-windows': { version: '2.0.0' } },
    false,
  ],
  ['nothing', {}, false],
])('%s', (_, have, expected) => {
  expect(isInstalled(want, have)).toBe(expected);
});
