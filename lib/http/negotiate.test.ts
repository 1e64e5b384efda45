import { expect, it } from 'vitest';
import { chooseEncoding } from './negotiate';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, br;q=0.9', 'gzip'],
  ['gzip;q=0.5, br;q=0.5', 'br'],
  ['gzip;q=0, br;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['identity', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['identity;q=0.5, gzip;q=0.8', 'gzip'],
  ['gzip ; q = 1.000 , br ; q=0.001', 'gzip'],
  ['gzip;q=2', 'identity'],
  ['gzip;level=9', 'identity'],
  ['nonsense,,;=', 'identity'],
])('%s: %s', (header, expected) => {
  expect(chooseEncoding(header)).toBe(expected);
  expect(chooseEncoding(header)).toBe(expected);
});
