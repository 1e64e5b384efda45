import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './errors';

/**
 * Makes the folder (for its owner alone) unless it is there.
 *
 * @throws {ConfigError} when it cannot be made or written.
 */
export function prepareDataDir(path: string): void {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new ConfigError('DATA_DIR', 'folder', { path });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOTDIR') throw new ConfigError('DATA_DIR', 'folder', { path });
    throw new ConfigError('DATA_DIR', 'folder_denied', { path, code });
  }
}

// Node's own `recursive` never returns where the system says "no such file" of
// a folder whose parent is there, as below /proc.
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    if (errorCode(error) !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}

/**
 * The secret kept in the data folder; made when there is none.
 *
 * @throws {ConfigError} when what is kept there is not what was written.
 */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'auth-secret');
  const kept = read(path) ?? make(path);
  if (!/^[\w-]{43}\n$/.test(kept)) throw new ConfigError('AUTH_SECRET', 'secret_damaged', { path });
  return kept.trim();
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new ConfigError('DATA_DIR', 'folder_denied', { path, code: errorCode(error) ?? '' });
  }
}

/** Two processes may start at once: the file appears whole, and the first one counts. */
function make(path: string): string {
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  const secret = `${randomBytes(32).toString('base64url')}\n`;
  try {
    writeFileSync(own, secret, { mode: 0o600, flag: 'wx' });
    linkSync(own, path);
    return secret;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST') return readFileSync(path, 'utf8');
    throw new ConfigError('DATA_DIR', 'folder_denied', { path, code: code ?? '' });
  } finally {
    rmSync(own, { force: true });
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
