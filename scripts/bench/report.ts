import { arch, cpus, platform, totalmem } from 'node:os';
import { median, quantile, type SearchTimes, type SizeFigures } from './figures';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const tenth = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(1));
const ratio = (value: number): string => value.toFixed(2);
const mebibytes = (bytes: number): string => whole(bytes / 1024 / 1024);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  // The first column is read, the others are compared.
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** @returns all that was measured, as Markdown. */
export function report(sizes: readonly SizeFigures[], engine: string): string {
  const parts = [
    `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? ''}, ` +
      `${mebibytes(totalmem())} MiB, ${engine}`,
    '## Import',
    importTable(sizes),
    '## Pages',
    pageTable(sizes),
    '## Seen after publishing, start, memory',
    processTable(sizes),
    '## Aims',
    aimTable(sizes),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @returns what questions cost, as Markdown; those of all kinds together stand at the end. */
export function searchReport(sizes: readonly SearchTimes[], engine: string): string {
  const names = Object.keys(sizes[0]?.times ?? {});
  const isQuick = (name: string) => name.startsWith('quick');
  const groups: [string, string[]][] = [
    ...names.map((name): [string, string[]] => [name, [name]]),
    ['ALL SEARCHES', names.filter((name) => !isQuick(name))],
    ['ALL OF QUICK FIND', names.filter(isQuick)],
  ];
  const head = [
    'question',
    ...sizes.flatMap(({ posts }) => [`${whole(posts)}: median ms`, 'p95 ms']),
    'p95 ratio',
  ];
  const rows = groups.map(([name, of]) => {
    const all = sizes.map(({ times }) => of.flatMap((kind) => times[kind] ?? []));
    const p95 = all.map((values) => quantile(values, 0.95));
    return [
      name,
      ...all.flatMap((values, index) => [tenth(median(values)), tenth(p95[index] ?? NaN)]),
      ratio((p95.at(-1) ?? NaN) / (p95[0] ?? NaN)),
    ];
  });
  const indexing = sizes.map(({ posts, indexing: it }) => `${whole(posts)} posts in ${tenth(it)} s`);
  return `## Search, ${engine}\n\nIndexed: ${indexing.join(', ')}.\n\n${table(head, rows)}\n`;
}

function importTable(sizes: readonly SizeFigures[]): string {
  return table(
    ['posts', 'posts/s', 'read s', 'write s', 'render s', 'statements a post', 'peak MiB'],
    sizes.map(({ import: it }) => [
      whole(it.posts),
      tenth(it.posts / (it.read + it.apply + it.render)),
      ...[it.read, it.apply, it.render].map(tenth),
      tenth((it.applyStatements + it.renderStatements) / it.posts),
      mebibytes(it.peakBytes),
    ]),
  );
}

function pageTable(sizes: readonly SizeFigures[]): string {
  return table(
    ['page', 'posts', 'cold ms', 'kB sent', 'kept/s', 'bare/s', 'ratio'],
    sizes.flatMap(({ posts, pages }) =>
      Object.entries(pages).map(([name, { cold, bytes, site, bare }]) => [
        name,
        whole(posts),
        tenth(cold),
        bytes === undefined ? '' : tenth(bytes / 1000),
        site === undefined ? '' : whole(site),
        bare === undefined ? '' : whole(bare),
        site === undefined || bare === undefined ? '' : ratio(site / bare),
      ]),
    ),
  );
}

function processTable(sizes: readonly SizeFigures[]): string {
  const first = sizes[0];
  const seen = Object.keys(first?.visible ?? {});
  return table(
    [
      'posts',
      ...seen.map((name) => `${name} ms`),
      'server ms',
      'second npm start ms',
      'idle MiB',
      'after load MiB',
      'peak MiB',
    ],
    sizes.map(({ posts, visible, start, memory }) => [
      whole(posts),
      ...seen.map((name) => whole(visible[name] ?? NaN)),
      whole(start.server),
      whole(start.command),
      ...(memory ? [memory.idle, memory.afterLoad, memory.peak].map(mebibytes) : ['', '', '']),
    ]),
  );
}

/** What Nonmun wants to reach; whoever changes one changes it here. */
function aimTable(sizes: readonly SizeFigures[]): string {
  const pages = sizes.flatMap((size) => Object.entries(size.pages));
  const ratios = (wanted: (name: string) => boolean) =>
    pages.flatMap(([name, { site, bare }]) => (wanted(name) && site && bare ? [site / bare] : []));
  const [small, large] = [sizes[0], sizes.at(-1)];
  const growth = (name: string) => {
    const [before, after] = [small?.pages[name], large?.pages[name]];
    if (!before || !after || small === large) return [];
    const kept = before.site && after.site ? before.site / after.site : NaN;
    const same = before.bytes && after.bytes ? after.bytes / before.bytes : 1;
    // A longer page takes longer to send, which has nothing to do with the size of the blog.
    return [after.cold / before.cold, kept / same];
  };
  const visible = sizes.flatMap((size) => Object.values(size.visible));
  const peaks = sizes.flatMap(({ memory }) => (memory ? [memory.peak] : []));
  const span = small && large ? `${whole(large.posts)} to ${whole(small.posts)} posts` : '';
  const rows: [string, string, string, boolean][] = [
    atLeast(
      'kept page to bare Node',
      0.3,
      ratios((name) => !name.endsWith('304')),
    ),
    atLeast(
      '304 to bare Node',
      0.5,
      ratios((name) => name.endsWith('304')),
    ),
    ...(small === large
      ? []
      : [
          atMost(`home, ${span}`, 1.3, growth('home'), ratio),
          atMost(`feed, ${span}`, 1.3, growth('feed'), ratio),
        ]),
    atMost('seen after publishing, ms', 1_000, visible, whole),
    atMost(
      'serving process, MiB',
      400,
      peaks.map((bytes) => bytes / 1024 / 1024),
      whole,
    ),
  ];
  return table(
    ['aim', 'wanted', 'reached', ''],
    rows.map(([name, wanted, reached, isReached]) => [name, wanted, reached, isReached ? 'yes' : 'NO']),
  );
}

function atLeast(name: string, wanted: number, values: number[]): [string, string, string, boolean] {
  const worst = Math.min(...values);
  return [name, `≥ ${wanted}`, ratio(worst), worst >= wanted];
}

function atMost(
  name: string,
  wanted: number,
  values: number[],
  show: (value: number) => string,
): [string, string, string, boolean] {
  const worst = Math.max(...values);
  return [name, `≤ ${show(wanted)}`, values.length === 0 ? '?' : show(worst), worst <= wanted];
}
