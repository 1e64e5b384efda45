import { describe, expect, it } from 'vitest';
import { createGate } from './gate';

/** Work that ends when it is told to. */
function controlled(log: string[], name: string) {
  let end: () => void = () => undefined;
  let fail: () => void = () => undefined;
  const promise = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = () => reject(new Error(name));
  });
  const work = () => {
    log.push(name);
    return promise;
  };
  return { work, end, fail };
}

describe('a gate', () => {
  it('lets no more in than it has places, and the others in their order', async () => {
    const gate = createGate(2);
    const log: string[] = [];
    const a = controlled(log, 'a');
    const b = controlled(log, 'b');
    const c = controlled(log, 'c');
    const d = controlled(log, 'd');
    const results = [a, b, c, d].map(({ work }) => gate(work));
    expect(log).toEqual(['a', 'b']);
    b.end();
    await results[1];
    expect(log).toEqual(['a', 'b', 'c']);
    a.end();
    await results[0];
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    c.end();
    d.end();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place of work that failed to the next', async () => {
    const gate = createGate(1);
    const log: string[] = [];
    const a = controlled(log, 'a');
    const b = controlled(log, 'b');
    const results = [gate(a.work), gate(b.work)];
    a.fail();
    await expect(results[0]).rejects.toThrow('a');
    b.end();
    expect(await results[1]).toBe('b');
    expect(await gate(() => Promise.resolve('c'))).toBe('c');
  });
});
