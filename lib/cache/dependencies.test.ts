import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { announceChange, collectDependencies, currentAddress, dependsOn, onChangeAnnounced } from './dependencies';

it('collects what is depended on, also after awaits and in parallel branches', async () => {
  const deep = async (tag: string) => {
    await setImmediate();
    dependsOn(tag);
  };
  const collected = await collectDependencies(async () => {
    dependsOn('list:ai', 'settings');
    await Promise.all([deep('post:1'), deep('post:2'), deep('post:1')]);
    await setTimeout(1);
    dependsOn('settings');
    return 'page';
  });
  expect(collected).toEqual({ value: 'page', tags: ['list:ai', 'post:1', 'post:2', 'settings'] });
});

it('keeps renders that run at the same time apart', async () => {
  const render = (tag: string) =>
    collectDependencies(async () => {
      await setImmediate();
      dependsOn(tag);
      return currentAddress();
    }, `/${tag}/`);
  expect(await Promise.all([render('a'), render('b')])).toEqual([
    { value: '/a/', tags: ['a'] },
    { value: '/b/', tags: ['b'] },
  ]);
});

it('is silent outside of a render', () => {
  dependsOn('post:1');
  expect(currentAddress()).toBeNull();
});

it('is shared by two copies of the module', async () => {
  vi.resetModules();
  const copy = await import('./dependencies');
  expect(copy.dependsOn).not.toBe(dependsOn);
  const { tags } = await collectDependencies(async () => copy.dependsOn('post:1'));
  expect(tags).toEqual(['post:1']);

  const listener = vi.fn();
  const end = onChangeAnnounced(listener);
  copy.announceChange();
  expect(listener).toHaveBeenCalledTimes(1);
  end();
  announceChange();
  expect(listener).toHaveBeenCalledTimes(1);
});
