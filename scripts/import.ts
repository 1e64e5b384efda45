import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configuredDatabase, readConfig } from '@/lib/config';
import { closeDatabase, MigrationError, openDatabase } from '@/lib/db';
import { refreshRenderings } from '@/lib/posts';
import {
  applyImport,
  failureSentence,
  ImportError,
  noticeSentence,
  readSource,
  type ImportReport,
  type Outcome,
} from '@/lib/transfer';
import { command, userPath } from './lib/command';
import { startRenderers } from './lib/renderers';
import { say, terminalLanguage } from './lib/terminal.mjs';

const USAGE = `Usage: npm run import -- SOURCE [--dry-run] [--no-fetch] [--verbose]

Brings posts in. SOURCE is one of
  a Hugo site         the folder with config.* or hugo.* and content/
  a folder            of Markdown files
  a feed              RSS or Atom, a file or an http(s) address

Doing it again changes nothing, and what was edited here since is never overwritten. A file that cannot be brought in is
named, and the rest goes in.

  --dry-run    show what would happen and write nothing
  --no-fetch   leave pictures on other sites where they are; pages then link to them
  --verbose    list unchanged documents too
`;

/** From so many documents on, progress is shown. */
const MANY = 50;

const TEXT = {
  dryRun: {
    en: 'Nothing was written; this is what would happen.',
    ko: '아무것도 쓰지 않았습니다. 실제로 가져오면 다음과 같습니다.',
  },
  stopped: {
    en: 'Stopped. What was brought in stays; import again to go on.',
    ko: '멈추었습니다. 가져온 것은 그대로 있으며, 다시 가져오면 이어집니다.',
  },
  new: { en: 'new', ko: '새 글' },
  unchanged: { en: 'unchanged', ko: '그대로' },
  changed: { en: 'changed', ko: '바뀜' },
  kept: { en: 'kept', ko: '지킴' },
  elsewhere: { en: 'elsewhere', ko: '있음' },
  skipped: { en: 'skipped', ko: '건너뜀' },
  draft: { en: 'draft', ko: '초안' },
  keptWhy: {
    en: 'edited here since, so the source did not overwrite it',
    ko: '여기에서 고친 글이라 원본으로 덮어쓰지 않았습니다',
  },
  elsewhereWhy: {
    en: 'already here from a source that tells more',
    ko: '더 자세한 원본에서 이미 가져온 글입니다',
  },
  summary: {
    en: '{new} new, {changed} changed, {unchanged} unchanged, {kept} kept, {elsewhere} elsewhere, {skipped} skipped',
    ko: '새 글 {new}, 바뀜 {changed}, 그대로 {unchanged}, 지킴 {kept}, 있음 {elsewhere}, 건너뜀 {skipped}',
  },
  pictures: {
    en: 'Pictures: {new} new, {unchanged} unchanged, {missing} missing',
    ko: '그림: 새로 {new}, 그대로 {unchanged}, 없음 {missing}',
  },
  settings: { en: 'Settings: {names}', ko: '설정: {names}' },
  made: { en: 'Made for the menu: {paths}', ko: '메뉴에 맞춰 만듦: {paths}' },
  progress: { en: '{done} of {total} documents', ko: '문서 {total}개 중 {done}개' },
};

function line(outcome: Outcome, rest: (string | null)[]): string {
  return `  ${say(TEXT[outcome]).padEnd(10)}  ${rest.filter((part) => part !== null && part !== '').join('  ')}\n`;
}

function print(report: ImportReport, verbose: boolean): void {
  const out = process.stdout;
  const language = terminalLanguage();
  for (const { outcome, file, title, path, draft } of report.entries) {
    if (outcome === 'unchanged' && !verbose) continue;
    const why =
      outcome === 'kept' ? say(TEXT.keptWhy) : outcome === 'elsewhere' ? say(TEXT.elsewhereWhy) : null;
    const shown = [...title].length > 60 ? `${[...title].slice(0, 59).join('')}…` : title;
    out.write(
      line(outcome, [path, shown, draft ? `(${say(TEXT.draft)})` : null, `← ${file}`, why && `– ${why}`]),
    );
  }
  if (report.notices.length > 0) out.write('\n');
  for (const notice of report.notices) {
    const where = notice.line === null || notice.line === 0 ? notice.file : `${notice.file}:${notice.line}`;
    out.write(`  ${where}  ${noticeSentence(notice, language)}\n`);
  }
  const count = (outcome: Outcome) => report.entries.filter((entry) => entry.outcome === outcome).length;
  // What could not even be read has no entry of its own.
  const unread = report.notices.filter(({ level }) => level === 'error').length;
  const skipped = Math.max(count('skipped'), unread);
  out.write(
    `\n${say(TEXT.summary, {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      kept: count('kept'),
      elsewhere: count('elsewhere'),
      skipped,
    })}\n`,
  );
  const { images } = report;
  if (images.new + images.unchanged + images.missing > 0) out.write(`${say(TEXT.pictures, { ...images })}\n`);
  if (report.settingsChanged.length > 0) {
    out.write(`${say(TEXT.settings, { names: report.settingsChanged.join(', ') })}\n`);
  }
  if (report.made.length > 0) {
    out.write(`${say(TEXT.made, { paths: report.made.map(({ path }) => path).join(', ') })}\n`);
  }
}

/** Shows how far it is, on one line of a terminal, otherwise now and then. */
function progress(done: number, total: number): void {
  if (total < MANY) return;
  const text = say(TEXT.progress, { done, total });
  if (process.stderr.isTTY) process.stderr.write(`\r${text}${done === total ? '\n' : ''}`);
  else if (done % MANY === 0 || done === total) process.stderr.write(`${text}\n`);
}

/**
 * The database to work on: for a dry run where there is none yet, an empty one that is thrown away, so that not even a
 * folder is made.
 */
function database(dryRun: boolean): { url: string; discard: () => void } {
  const url = configuredDatabase();
  if (!dryRun || !url.startsWith('file:') || existsSync(fileURLToPath(url))) {
    return { url: readConfig().databaseUrl, discard: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'nonmun-dry-run-'));
  return {
    url: `file:${encodeURI(join(folder, 'nonmun.db'))}`,
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Renders what was brought in, in threads where there is much of it. */
async function renderAll(documents: number, signal: AbortSignal): Promise<void> {
  const stop = () => signal.aborted;
  if (documents < MANY) {
    await refreshRenderings({ stop });
    return;
  }
  const renderers = startRenderers();
  try {
    await refreshRenderings({ stop, render: renderers.render });
  } finally {
    await renderers.close();
  }
}

await command({
  name: 'import',
  usage: USAGE,
  options: {
    'dry-run': { type: 'boolean' },
    'no-fetch': { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
  positionals: ['SOURCE'],
  explain: (error) => {
    if (error instanceof ImportError) return failureSentence(error, terminalLanguage());
    return error instanceof MigrationError ? error.message : null;
  },
  run: async ({ values, positionals: [given = ''], signal }) => {
    const isAddress = /^https?:\/\//i.test(given);
    const dryRun = values['dry-run'] ?? false;
    const source = await readSource(isAddress ? given : userPath(given));
    const { url, discard } = database(dryRun);
    try {
      await openDatabase(url);
      const report = await applyImport(source, {
        dryRun,
        fetchImages: !(values['no-fetch'] ?? false),
        ...(isAddress && { trustedOrigin: new URL(given).origin }),
        onProgress: progress,
        signal,
      });
      if (!dryRun) await renderAll(report.entries.length, signal);
      if (dryRun) process.stdout.write(`${say(TEXT.dryRun)}\n\n`);
      print(report, values.verbose ?? false);
      if (signal.aborted) process.stderr.write(`${say(TEXT.stopped)}\n`);
      return signal.aborted ? 130 : 0;
    } finally {
      await closeDatabase();
      discard();
    }
  },
});
