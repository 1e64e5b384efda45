import { describe, expect, it } from 'vitest';
import { isTimeZone, monthOfDate, parseDate } from './dates';

describe('parseDate', () => {
  // The instants are what Hugo 0.111 makes of the same values.
  it.each<[unknown, string]>([
    ['2022-04-10', '2022-04-10T00:00:00.000Z'],
    ['2022-04-10T09:30:00', '2022-04-10T09:30:00.000Z'],
    ['2022-04-10 09:30:00', '2022-04-10T09:30:00.000Z'],
    ['2022-04-10T09:30:00Z', '2022-04-10T09:30:00.000Z'],
    ['2022-04-10T09:30:00+09:00', '2022-04-10T00:30:00.000Z'],
    ['2022-04-10T09:30:00+0900', '2022-04-10T00:30:00.000Z'],
    ['2022-04-10 09:30:00 +0900', '2022-04-10T00:30:00.000Z'],
    ['2022-04-10 09:30:00 +0900 KST', '2022-04-10T00:30:00.000Z'],
    ['2022-04-10T09:30:00.123Z', '2022-04-10T09:30:00.123Z'],
    ['10 Apr 2022', '2022-04-10T00:00:00.000Z'],
    ['Sun, 10 Apr 2022 09:30:00 +0900', '2022-04-10T00:30:00.000Z'],
    ['Sun, 10 Apr 2022 09:30:00 GMT', '2022-04-10T09:30:00.000Z'],
    ['Sun, 10 Apr 2022 09:30:00 KST', '2022-04-10T09:30:00.000Z'],
    ['Sun, 10 Apr 2022 09:30:00 EST', '2022-04-10T14:30:00.000Z'],
    ['Sun Apr 10 09:30:00 2022', '2022-04-10T09:30:00.000Z'],
    [1649550000, '2022-04-10T00:20:00.000Z'],
    // Beyond Hugo, which stops at these.
    ['2022-04-10 09:30', '2022-04-10T09:30:00.000Z'],
    ['2022-04-10T09:30+09:00', '2022-04-10T00:30:00.000Z'],
    ['Sunday, 10-Apr-22 09:30:00 GMT', '2022-04-10T09:30:00.000Z'],
    [20220410, '2022-04-10T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ])('reads %j', (value, instant) => {
    expect(parseDate(value)?.instant.toISOString()).toBe(instant);
  });

  it.each([
    '2022-02-30',
    '2023-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31T10:00:00Z',
    '0000-01-01',
    'Wed, 31 Feb 2022 00:00:00 GMT',
    'Sun, 10 Foo 2022 00:00:00 GMT',
    '2022-04-10T24:00:00Z',
    '2022-04-10T10:61:00Z',
    '2022-04-10T10:00:00+25:00',
    '2022-4',
    'yesterday',
    '',
    2022,
    Number.NaN,
    null,
    undefined,
    true,
    ['2022-04-10'],
    new Date(Number.NaN),
  ])('refuses %j', (value) => {
    expect(parseDate(value)).toBeNull();
  });

  it('takes what has no offset as local to the zone, summer time included', () => {
    const at = (value: string, zone: string) => parseDate(value, zone)?.instant.toISOString();
    expect(at('2022-04-10', 'Asia/Seoul')).toBe('2022-04-09T15:00:00.000Z');
    expect(at('2022-04-10T09:30:00Z', 'Asia/Seoul')).toBe('2022-04-10T09:30:00.000Z');
    expect(at('2022-01-10T12:00:00', 'Europe/Berlin')).toBe('2022-01-10T11:00:00.000Z');
    expect(at('2022-07-10T12:00:00', 'Europe/Berlin')).toBe('2022-07-10T10:00:00.000Z');
    expect(at('2022-03-27T03:00:00', 'Europe/Berlin')).toBe('2022-03-27T01:00:00.000Z');
  });
});

describe('monthOfDate', () => {
  const month = (value: string, zone: string) => {
    const date = parseDate(value);
    return date && monthOfDate(date, zone);
  };

  it('keeps the month that was written', () => {
    expect(month('2022-04-01', 'America/New_York')).toBe('2022-04');
    expect(month('2022-04-30T23:30:00', 'Asia/Seoul')).toBe('2022-04');
  });

  it('sees a moment from the zone of the site', () => {
    expect(month('2022-04-30T23:30:00Z', 'Asia/Seoul')).toBe('2022-05');
    expect(month('2022-04-01T00:30:00Z', 'America/New_York')).toBe('2022-03');
  });
});

it('knows time zones', () => {
  expect(isTimeZone('Asia/Seoul')).toBe(true);
  expect(isTimeZone('Asia/Nowhere')).toBe(false);
});
