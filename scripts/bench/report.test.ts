import { expect, it } from 'vitest';
import { median, type SizeFigures } from './figures';
import { report } from './report';

const page = { cold: 20, bytes: 10_000, site: 500, bare: 1_000 };
const size: SizeFigures = {
  posts: 100,
  import: {
    ...{ posts: 100, rendered: 100, read: 1, apply: 2, render: 7, peakBytes: 2 ** 29 },
    ...{ applyStatements: 2_800, renderStatements: 100 },
  },
  pages: { post: page, home: page, feed: page, 'feed 304': { ...page, cold: NaN, site: 600 } },
  visible: { post: 250, home: 300 },
  start: { server: 900, command: 1_100 },
  memory: { idle: 2 ** 27, afterLoad: 2 ** 28, peak: 2 ** 28 },
};
const aims = (...sizes: SizeFigures[]) =>
  report(sizes, 'sqlite')
    .split('## Aims')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

it('says which aims are reached', () => {
  expect(aims(size)).toEqual([
    ['kept page to bare Node', '≥ 0.3', '0.50', 'yes'],
    ['304 to bare Node', '≥ 0.5', '0.60', 'yes'],
    ['seen after publishing, ms', '≤ 1,000', '300', 'yes'],
    ['serving process, MiB', '≤ 400', '256', 'yes'],
  ]);
});

it('compares the largest blog with the smallest, and takes the worst of all', () => {
  const large: SizeFigures = {
    ...size,
    posts: 10_000,
    pages: { ...size.pages, home: { ...page, cold: 30 }, feed: { ...page, site: 250 } },
    visible: { post: 1_500 },
    memory: { idle: 2 ** 28, afterLoad: 2 ** 29, peak: 2 ** 29 },
  };
  expect(aims(size, large)).toEqual([
    ['kept page to bare Node', '≥ 0.3', '0.25', 'NO'],
    ['304 to bare Node', '≥ 0.5', '0.60', 'yes'],
    ['home, 10,000 to 100 posts', '≤ 1.30', '1.50', 'NO'],
    ['feed, 10,000 to 100 posts', '≤ 1.30', '2.00', 'NO'],
    ['seen after publishing, ms', '≤ 1,000', '1,500', 'NO'],
    ['serving process, MiB', '≤ 400', '512', 'NO'],
  ]);
});

it('tells rates of the import and leaves out what no system told', () => {
  const text = report([{ ...size, memory: null }], 'postgresql');
  expect(text).toMatch(/\| 100 +\| +10\.0 \| +1\.0 \| +2\.0 \| +7\.0 \| +29\.0 \| +512 \|/);
  expect(text).toContain('postgresql');
  expect(text).not.toContain('NaN');
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});
