import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** How much of a program's output is kept, in characters. */
const KEPT = 200_000;

/** A program that ended with a failure. */
export class ProgramError extends Error {
  /** @param {string} name @param {number | null} code @param {string} output the end of what it printed. */
  constructor(name, code, output) {
    super(`${name} failed (${code ?? 'signal'})`);
    this.output = output;
  }
}

/**
 * Runs a program in silence. It ends when this process does.
 *
 * @param {string} name for messages.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<string>} what it printed.
 * @throws {ProgramError} when it fails.
 */
export function run(name, command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-KEPT);
      });
    }
    child.once('error', (error) => {
      process.off('exit', end);
      reject(new ProgramError(name, null, String(error)));
    });
    child.once('close', (code) => {
      process.off('exit', end);
      if (code === 0) resolve(output);
      else reject(new ProgramError(name, code, output));
    });
  });
}

/**
 * Hands the terminal over to a program: it gets the signals, and this process
 * ends as it ends.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<never>}
 */
export function become(command, args, options = {}) {
  return new Promise((_, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
    });
  });
}

/** Ends at the usual signals in a way that `exit` handlers see. */
export function exitOnSignals() {
  const handlers = FORWARDED.map((signal) => {
    const handler = () => process.exit(128 + constants.signals[signal]);
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => handlers.forEach((remove) => remove());
}
