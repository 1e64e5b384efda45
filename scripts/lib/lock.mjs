import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: how often a holder shows that it lives, and after what silence it does not. */
const BEAT = 2_000;
const SILENCE = 15_000;
const LOOK = 300;

/**
 * Does `work` while no other process does, on this checkout. A holder that
 * died without cleaning up is passed over once its file stays silent.
 *
 * @template T
 * @param {string} path of the lock file.
 * @param {() => Promise<T>} work
 * @param {() => void} onWait called once, when another process holds the lock.
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  const mark = `${process.pid} ${randomBytes(8).toString('hex')}\n`;
  for (let waited = false; !acquire(path, mark); await wait(LOOK)) {
    if (!waited) onWait();
    waited = true;
  }
  const release = () => {
    if (read(path) === mark) rmSync(path, { force: true });
  };
  const beat = setInterval(() => {
    if (read(path) === mark) utimesSync(path, new Date(), new Date());
  }, BEAT);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} path @param {string} mark */
function acquire(path, mark) {
  try {
    writeFileSync(path, mark, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry && Date.now() - entry.mtimeMs > SILENCE) rmSync(path, { force: true });
  return false;
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Gone: it was taken for abandoned, for instance while this machine slept.
    return null;
  }
}
