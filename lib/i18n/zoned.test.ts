import { describe, expect, it } from 'vitest';
import { dayOf, fromInput, toInput } from './zoned';

describe('times of a zone in a form', () => {
  it.each([
    ['2026-11-25T00:30:00Z', 'Asia/Seoul', '2026-11-25T09:30'],
    ['2026-11-25T20:00:00Z', 'Asia/Seoul', '2026-11-26T05:00'],
    ['2026-07-01T12:00:00Z', 'Europe/Berlin', '2026-07-01T14:00'],
    ['2026-01-01T12:00:00Z', 'America/St_Johns', '2026-01-01T08:30'],
  ])('%s in %s', (moment, zone, shown) => {
    expect(toInput(new Date(moment), zone)).toBe(shown);
    expect(fromInput(shown, zone)).toEqual(new Date(moment));
  });

  it('are the hour after one that the clocks skip, and the first of two', () => {
    expect(fromInput('2026-03-29T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(fromInput('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['', '2026-11', '2026-13-45T99:99', 'tomorrow'])('are none for "%s"', (value) => {
    expect(fromInput(value, 'Asia/Seoul')).toBeNull();
  });

  it('have a day of their own', () => {
    expect(dayOf(new Date('2026-12-31T15:00:00Z'), 'Asia/Seoul')).toBe('2027-01-01');
  });
});
