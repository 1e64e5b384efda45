import { expect, test } from 'vitest';
import { transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { changesSince, tags, touch, touchOnce } from '.';

useDatabase();

test('what is touched in one go changes in one tick', async () => {
  const { now } = await changesSince(0);
  const result = await transaction((tx) =>
    touchOnce(tx, async () => {
      await touch(tx, [tags.list, tags.post('a')]);
      await touch(tx, [tags.list, tags.post('b')]);
      return 7;
    }),
  );
  const after = await changesSince(now);
  expect(result).toBe(7);
  expect(after.now).toBe(now + 1);
  expect(after.tags.sort()).toEqual([tags.list, tags.post('a'), tags.post('b')].sort());
});

test('what failed touches nothing, and the transaction after it touches again', async () => {
  const failing = transaction((tx) =>
    touchOnce(tx, async () => {
      await touch(tx, [tags.list]);
      throw new Error('changed my mind');
    }),
  );
  await expect(failing).rejects.toThrow('changed my mind');
  const { now, tags: none } = await changesSince(0);
  expect(none).toEqual([]);
  await transaction((tx) => touch(tx, [tags.archive]));
  expect((await changesSince(now)).tags).toEqual([tags.archive]);
});
