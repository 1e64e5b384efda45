import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';
import { Refusal } from './terminal.mjs';

/** Takes `.env` of the checkout into the environment; what is set already wins. */
export function loadEnvFile() {
  const path = join(ROOT, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
}

/**
 * Runs a program's main function; a refusal is one line and exit code 1.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(error instanceof Refusal ? `${error.message}\n` : `${error?.stack ?? error}\n`);
    process.exit(1);
  }
}
