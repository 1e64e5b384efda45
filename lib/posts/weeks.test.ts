import { expect, test } from 'vitest';
import { weekOf, weeksIn, yearsOfWeeks } from './weeks';

test.each([
  // ISO 8601: the first of January may belong to the year before, the last of December to the next.
  ['2023-01-01T12:00:00Z', 'UTC', 2022, 52],
  ['2023-01-02T00:00:00Z', 'UTC', 2023, 1],
  ['2021-01-03T23:59:59Z', 'UTC', 2020, 53],
  ['2024-12-30T00:00:00Z', 'UTC', 2025, 1],
  // Sunday evening in London is Monday in Seoul.
  ['2023-01-01T16:00:00Z', 'Asia/Seoul', 2023, 1],
  ['2023-01-02T03:00:00Z', 'America/New_York', 2022, 52],
])('%s in %s is in %i, week %i', (date, zone, year, week) => {
  expect(weekOf(new Date(date), zone)).toEqual({ year, week });
});

test('a year has 52 weeks or 53', () => {
  expect([2015, 2020, 2021, 2023, 2026].map(weeksIn)).toEqual([53, 53, 52, 52, 53]);
});

test('posts are counted by week, newest year first, years without any left out', () => {
  const dates = ['2020-12-31', '2023-01-04', '2023-01-08', '2023-12-31'].map((day) => new Date(day));
  const years = yearsOfWeeks(dates, 'UTC');
  expect(years.map(({ year }) => year)).toEqual([2023, 2020]);
  expect(years[0]?.weeks).toEqual([2, ...Array.from({ length: 50 }, () => 0), 1]);
  expect(years[1]?.weeks[52]).toBe(1);
  expect(yearsOfWeeks([], 'UTC')).toEqual([]);
});
