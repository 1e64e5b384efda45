/**
 * For the benchmark alone: imports the Hugo site that the first argument names into the database of the environment,
 * and prints what it took as one line of JSON.
 */
import { readConfig } from '@/lib/config';
import { closeDatabase, openDatabase, statementCount } from '@/lib/db';
import { refreshRenderings } from '@/lib/posts';
import { applyImport, readHugoSite } from '@/lib/transfer';
import { startRenderers } from '../lib/renderers';
import type { ImportFigures } from './figures';

const seconds = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now();
  return [await work(), (performance.now() - from) / 1000];
};

const folder = process.argv[2] ?? '';
await openDatabase(readConfig().databaseUrl);
const [source, read] = await seconds(() => readHugoSite(folder));
const total = source.documents.length;
const say = (text: string) => process.stderr.write(`${text}\n`);
const before = statementCount();
const [report, apply] = await seconds(() =>
  applyImport(source, {
    fetchImages: false,
    onProgress: (done) => {
      if (done % 500 === 0) say(`  ${done} of ${total} posts written`);
    },
  }),
);
const between = statementCount();
const renderers = startRenderers();
const [rendered, render] = await seconds(() =>
  refreshRenderings({
    render: renderers.render,
    onProgress: (done) => {
      if (done % 500 === 0) say(`  ${done} of ${total} posts rendered`);
    },
  }),
);
await renderers.close();
const figures: ImportFigures = {
  posts: report.entries.filter(({ outcome }) => outcome === 'new').length,
  rendered,
  read,
  apply,
  render,
  applyStatements: between - before,
  renderStatements: statementCount() - between,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
await closeDatabase();
process.stdout.write(`${JSON.stringify(figures)}\n`);
