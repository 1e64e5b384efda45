/**
 * The server: `node --import tsx scripts/serve.ts [--dev]`. Expects that dependencies are there and, without `--dev`,
 * that the application is built.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import next from 'next';
import { issueSetupLink } from '@/lib/auth';
import { changesSince } from '@/lib/cache';
import { ConfigError, readConfig, type Config } from '@/lib/config';
import { closeDatabase, databaseAlive, onCommit, openDatabase } from '@/lib/db';
import { createSite, createSiteServer, type SiteEvent } from '@/lib/http';
import { startJobs } from '@/lib/jobs';
import { accountJobs } from '@/lib/members';
import { completeIndex, indexJobs } from '@/lib/posts';
import { pushJobs, startPush } from '@/lib/push';
import { startSchedule } from '@/lib/writing';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Milliseconds that requests under way have to finish when the server is stopped. */
const STOP_LIMIT = 10_000;

const HELP = `Usage: node --import tsx scripts/serve.ts [--dev]

Serves the site on PORT (3000) from the database that DATABASE_URL names (a file in DATA_DIR).

  --dev   compile pages when they are asked for, and again when their sources change
  --help  show this text
`;

class StartError extends Error {}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(HELP);
    return;
  }
  const unknown = args.find((argument) => argument !== '--dev');
  if (unknown !== undefined) throw new StartError(`Unknown option ${unknown}; see --help.`);
  const development = args.includes('--dev');
  if (!development && !existsSync(join(ROOT, '.next', 'BUILD_ID'))) {
    throw new StartError('The application is not built yet. `npm start` builds it and serves it.');
  }
  const config = readConfig();
  const version = readVersion();
  process.env.NEXT_TELEMETRY_DISABLED = '1';

  await openDatabase(config.databaseUrl).catch((error: unknown) => {
    throw new StartError(`The database cannot be opened: ${firstLine(error)}`);
  });
  const app = next({
    dev: development,
    dir: ROOT,
    hostname: 'localhost',
    port: config.port,
    quiet: !development,
  });
  await app.prepare();

  const site = createSite({
    handler: app.getRequestHandler(),
    siteUrl: config.siteUrl,
    version,
    trustedProxies: config.trustedProxies,
    publicFiles: listFiles(join(ROOT, 'public')),
    fonts: development ? [] : fontFiles(join(ROOT, '.next/static/media')),
    freshness: { changesSince },
    databaseAlive,
    report: (event) => process.stderr.write(describe(event)),
    development,
  });
  onCommit(() => site.keeper.noteChange());

  const { server, close } = createSiteServer(site);
  if (development)
    server.on('upgrade', (request, socket, head) => void app.getUpgradeHandler()(request, socket, head));
  await listen(server, config);
  process.stdout.write(`Nonmun ${version} is at ${config.siteUrl}\n`);
  const setupLink = await issueSetupLink();
  if (setupLink !== null) {
    process.stdout.write(
      `Nobody administers this blog yet. This link makes the first administrator, once:\n${setupLink}\n`,
    );
  }

  const log = (line: string): void => void process.stderr.write(`${new Date().toISOString()} ${line}\n`);
  const jobs = startJobs({
    handlers: { ...accountJobs, ...indexJobs, ...pushJobs() },
    onFailure: ({ kind, attempt, isFinal, error }) =>
      log(`Work of kind ${kind} failed (attempt ${attempt}${isFinal ? ', the last' : ''}): ${reason(error)}`),
  });
  const schedule = startSchedule({
    onFailure: (failure) =>
      log(
        'error' in failure
          ? `Schedules cannot be looked at: ${firstLine(failure.error)}`
          : `Text ${failure.translationId} was due and could not be published: ${failure.reason}`,
      ),
  });

  const push = startPush({
    onFailure: (error) => log(`Changed feeds cannot be looked for: ${firstLine(error)}`),
  });

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const isComplete = await close(STOP_LIMIT);
    if (!isComplete) process.stderr.write('Requests that took longer than 10 s were cut off.\n');
    await Promise.all([jobs.stop(), schedule.stop(), push.stop()]);
    await closeDatabase();
    process.exit(0);
  };
  // After an upgrade; searches find less until it is done.
  completeIndex(() => isStopping).catch((error: unknown) =>
    log(`The search index is not complete: ${reason(error)}`),
  );
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new StartError(`Port ${config.port} is in use by another program. Set PORT to a free one.`));
      } else if (error.code === 'EACCES') {
        reject(
          new StartError(`Port ${config.port} may not be used by this user. Set PORT to one above 1023.`),
        );
      } else if (error.code === 'EADDRNOTAVAIL') {
        reject(new StartError(`HOST ${config.host ?? ''} is no address of this machine.`));
      } else {
        reject(error);
      }
    });
    const onListening = (): void => {
      server.removeAllListeners('error');
      resolve();
    };
    if (config.host === null) server.listen(config.port, onListening);
    else server.listen(config.port, config.host, onListening);
  });
}

function readVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return String((parsed as { version?: unknown }).version);
}

function listFiles(folder: string): Set<string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Set(
    files.map((entry) =>
      `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`.normalize('NFC'),
    ),
  );
}

/** Addresses of the fonts that the build put beside its styles. */
function fontFiles(folder: string): string[] {
  return [...listFiles(folder)]
    .filter((file) => file.endsWith('.woff2'))
    .map((file) => `/_next/static/media${file}`);
}

function describe({ kind, address, reference, error }: SiteEvent): string {
  const time = new Date().toISOString();
  switch (kind) {
    case 'database-lost':
      return `${time} The database does not answer; pages that are kept are served as they are. ${reason(error)}\n`;
    case 'database-back':
      return `${time} The database answers again.\n`;
    case 'failed':
      return `${time} ${address ?? ''} failed${reference ? ` (${reference})` : ''}: ${reason(error)}\n`;
  }
}

function firstLine(error: unknown): string {
  const { message, code } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error), code: '' };
  return (message.trim() || (code ?? '')).split('\n')[0] ?? '';
}

const reason = (error: unknown): string => (error instanceof Error ? inspect(error) : String(error));

main(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = error instanceof ConfigError || error instanceof StartError;
  process.stderr.write(`${isExpected ? error.message : reason(error)}\n`);
  process.exit(1);
});
