import { describe, expect, it } from 'vitest';
import { entityTag, isNotModified, parseHttpDate } from './conditional';
import { readRange } from './ranges';

const hash = 'AbC_-1';
const lastModified = new Date('2022-09-23T10:20:30.400Z');
const validators = { hash, lastModified };

it('gives each encoding its own strong tag', () => {
  expect([entityTag(hash, 'identity'), entityTag(hash, 'gzip'), entityTag(hash, 'br')]).toEqual([
    '"AbC_-1"',
    '"AbC_-1-gzip"',
    '"AbC_-1-br"',
  ]);
});

describe('If-None-Match', () => {
  it.each([
    ['"AbC_-1"', true],
    ['W/"AbC_-1"', true],
    ['"AbC_-1-gzip"', true],
    ['W/"AbC_-1-br"', true],
    ['*', true],
    [' * ', true],
    ['"x", "AbC_-1"', true],
    ['"x",W/"y","AbC_-1-br" ', true],
    [',, "AbC_-1" ,', true],
    ['"a,b", "AbC_-1"', true],
    ['"abc_-1"', false],
    ['"AbC_-1-zstd"', false],
    ['"AbC_-12"', false],
    ['""', false],
    ['w/"AbC_-1"', false],
    ['AbC_-1', false],
    ['"AbC_-1', false],
    ['"x" "AbC_-1"', false],
    ['"*"', false],
  ])('%s: %s', (header, expected) => {
    expect(isNotModified({ 'if-none-match': header }, { hash, lastModified: null })).toBe(expected);
  });

  it('wins over If-Modified-Since, unless it cannot be read', () => {
    const current = 'Fri, 23 Sep 2022 10:20:30 GMT';
    expect(isNotModified({ 'if-none-match': '"other"', 'if-modified-since': current }, validators)).toBe(
      false,
    );
    expect(isNotModified({ 'if-none-match': 'garbage', 'if-modified-since': current }, validators)).toBe(
      true,
    );
  });
});

describe('If-Modified-Since', () => {
  it.each([
    ['Fri, 23 Sep 2022 10:20:30 GMT', true],
    ['Fri, 23 Sep 2022 10:20:31 GMT', true],
    ['Fri, 23 Sep 2022 10:20:29 GMT', false],
    ['Friday, 23-Sep-22 10:20:30 GMT', true],
    ['Fri Sep 23 10:20:30 2022', true],
    ['2022-09-24', false],
    ['Sat, 31 Sep 2022 10:20:30 GMT', false],
    ['', false],
  ])('%s: %s', (header, expected) => {
    expect(isNotModified({ 'if-modified-since': header }, validators)).toBe(expected);
  });

  it('says nothing where no date is known', () => {
    expect(
      isNotModified({ 'if-modified-since': 'Fri, 23 Sep 2050 10:20:30 GMT' }, { hash, lastModified: null }),
    ).toBe(false);
  });
});

it('reads the three forms of dates and no other', () => {
  const moment = Date.UTC(1994, 10, 6, 8, 49, 37);
  expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')?.getTime()).toBe(moment);
  expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT')?.getTime()).toBe(moment);
  expect(parseHttpDate('Sun Nov  6 08:49:37 1994')?.getTime()).toBe(moment);
  expect(parseHttpDate('Sun, 06 Nov 1994 24:49:37 GMT')).toBeNull();
  expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 +0900')).toBeNull();
});

describe('Range', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-500', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['bytes=', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=a-b', 'whole'],
  ])('%s', (range, expected) => expect(readRange({ range }, 100, validators)).toEqual(expected));

  it.each([
    ['"AbC_-1"', true],
    ['W/"AbC_-1"', false],
    ['"AbC_-1-gzip"', false],
    ['"other"', false],
    ['Fri, 23 Sep 2022 10:20:30 GMT', true],
    ['Fri, 23 Sep 2022 10:20:31 GMT', false],
    ['nonsense', false],
  ])('If-Range %s', (ifRange, applies) => {
    const answer = readRange({ range: 'bytes=0-1', 'if-range': ifRange }, 100, validators);
    expect(answer).toEqual(applies ? { first: 0, last: 1 } : 'whole');
  });
});
