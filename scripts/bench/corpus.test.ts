import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeCorpus } from './corpus';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function write(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'nonmun-corpus-'));
  folders.push(folder);
  const corpus = await writeCorpus(folder, count);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const hashes = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [
      path.slice(folder.length),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ] as const;
  });
  return { corpus, hashes: new Map(hashes) };
}

it('writes the same blog each time, and a larger one that begins with it', async () => {
  const [small, again, large] = [await write(20), await write(20), await write(40)];
  expect(again.hashes).toEqual(small.hashes);
  expect(large.corpus.posts.slice(0, 20)).toEqual(small.corpus.posts);
  for (const [path, hash] of small.hashes) expect(large.hashes.get(path)).toBe(hash);
});

it('writes posts as long as posts are, newest first, of which the first is in the month it names', async () => {
  const { corpus } = await write(60);
  expect(corpus.bytes / 60).toBeGreaterThan(4_000);
  expect(corpus.bytes / 60).toBeLessThan(10_000);
  const days = corpus.posts.map((path) => /\/(\d{6})-post-/.exec(path)?.[1] ?? '');
  expect(days).toEqual(days.toSorted().toReversed());
  expect(corpus.posts[0]?.startsWith(corpus.month)).toBe(true);
});
