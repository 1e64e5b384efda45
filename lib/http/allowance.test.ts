import { expect, it } from 'vitest';
import { createAllowance } from './allowance';

function allowance(visitors?: number) {
  const clock = { time: 0 };
  return { clock, ask: createAllowance({ burst: 3, perSecond: 0.5, visitors, now: () => clock.time }) };
}

it('lets a burst through, then as many as come back with time, and says how long to wait', () => {
  const { clock, ask } = allowance();
  expect([ask('a'), ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0, 2]);
  clock.time = 1000;
  expect(ask('a')).toBe(1);
  clock.time = 2000;
  expect([ask('a'), ask('a')]).toEqual([0, 2]);
  clock.time = 1_000_000;
  expect([ask('a'), ask('a'), ask('a'), ask('a')]).toEqual([0, 0, 0, 2]);
});

it('counts each visitor apart, and forgets those who asked longest ago', () => {
  const { ask } = allowance(2);
  for (let asked = 0; asked < 4; asked += 1) ask('a');
  expect(ask('b')).toBe(0);
  expect(ask('a')).toBe(2);
  ask('c');
  expect(ask('a')).toBe(2);
  expect(ask('d')).toBe(0);
  ask('e');
  expect(ask('a')).toBe(0);
});
