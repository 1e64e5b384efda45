import { expect, it, vi } from 'vitest';
import { startWatch } from './watch';

it('looks until it is stopped, and waits for the look that is under way', async () => {
  let looks = 0;
  let end: () => void = () => undefined;
  const watch = startWatch(
    async () => {
      looks += 1;
      if (looks === 3) await new Promise<void>((resolve) => (end = resolve));
    },
    { interval: 1, onLost: () => undefined },
  );
  await vi.waitFor(() => expect(looks).toBe(3));
  let isStopped = false;
  const stopping = watch.stop().then(() => (isStopped = true));
  await Promise.resolve();
  expect(isStopped).toBe(false);
  end();
  await stopping;
  expect(looks).toBe(3);
});

it('tells of a failure once until a look succeeds', async () => {
  const outcomes = ['lost', 'lost', 'fine', 'lost', 'fine'];
  const told: unknown[] = [];
  const watch = startWatch(
    () => {
      const outcome = outcomes.shift();
      return outcome === 'lost' ? Promise.reject(new Error('no answer')) : Promise.resolve();
    },
    { interval: 1, onLost: (error) => told.push(error) },
  );
  await vi.waitFor(() => expect(outcomes).toEqual([]));
  await watch.stop();
  expect(told).toEqual([new Error('no answer'), new Error('no answer')]);
});
