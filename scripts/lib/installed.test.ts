import { expect, it } from 'vitest';
import { isInstalled } from './installed.mjs';

const want = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/tool': { version: '1.0.0', dev: true },
  'node_modules/a-windows': { version: '1.0.0', optional: true },
};

const a = { 'node_modules/a': { version: '1.0.0' } };
const tool = { 'node_modules/tool': { version: '1.0.0' } };
const windows = (version: string) => ({ 'node_modules/a-windows': { version } });

it.each([
  ['the same', { ...a, ...tool }, true],
  ['an optional one more', { ...a, ...tool, ...windows('1.0.0') }, true],
  ['another optional version', { ...a, ...tool, ...windows('2.0.0') }, false],
  ['another version', { ...tool, 'node_modules/a': { version: '1.0.1' } }, false],
  ['a tool that is missing', a, false],
  ['nothing', {}, false],
])('%s', (_, have, expected) => {
  expect(isInstalled(want, have, true)).toBe(expected);
});

it('does without tools where nothing is built', () => {
  expect(isInstalled(want, a, false)).toBe(true);
  expect(isInstalled(want, tool, false)).toBe(false);
});
