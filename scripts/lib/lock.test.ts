import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './lock.mjs';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonmun-lock-'));
  path = join(folder, 'lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('withLock', () => {
  it('lets one at a time in, and says when it waits', async () => {
    let inside = 0;
    let most = 0;
    const onWait = vi.fn();
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(path, work, onWait)));
    expect(most).toBe(1);
    expect(onWait).toHaveBeenCalledTimes(2);
    expect(existsSync(path)).toBe(false);
  });

  it('is free again after a failure', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('no')), vi.fn())).rejects.toThrow('no');
    expect(await withLock(path, () => Promise.resolve('next'), vi.fn())).toBe('next');
  });

  it('passes over a holder that died', async () => {
    writeFileSync(path, '1 abandoned\n');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path, longAgo, longAgo);
    expect(await withLock(path, () => Promise.resolve('mine'), vi.fn())).toBe('mine');
  });
});
