import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { collectDependencies, currentAddress, dependsOn, noteFailure } from './dependencies';

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
  expect(collected).toMatchObject({ value: 'page', tags: ['list:ai', 'post:1', 'post:2', 'settings'] });
});

it('keeps renders that run at the same time apart', async () => {
  const render = (tag: string) =>
    collectDependencies(async () => {
      await setImmediate();
      dependsOn(tag);
      return currentAddress();
    }, `/${tag}/`);
  expect(await Promise.all([render('a'), render('b')])).toMatchObject([
    { value: '/a/', tags: ['a'] },
    { value: '/b/', tags: ['b'] },
  ]);
});

it('hands a failure to whoever started the render', async () => {
  const lost = new Error('lost');
  const { failure } = await collectDependencies(async () => {
    await setImmediate();
    expect(noteFailure(lost)).toBe(true);
  });
  expect(failure).toBe(lost);
  expect(noteFailure(lost)).toBe(false);
});

it('is silent outside of a render', () => {
  dependsOn('post:1');
  expect(currentAddress()).toBeNull();
});

it('is shared by two copies of the module', async () => {
  vi.resetModules();
  const copy = await import('./dependencies');
  expect(copy.dependsOn).not.toBe(dependsOn);
  const { tags } = await collectDependencies(() => {
    copy.dependsOn('post:1');
    return Promise.resolve();
  });
  expect(tags).toEqual(['post:1']);
});
