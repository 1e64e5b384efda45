import { become } from './child.mjs';
import { loadEnvFile, main } from './main.mjs';
import { prepare, ROOT } from './prepare.mjs';

/** Scripts that serve pages need the build; the search is asked without them. */
const SERVING = ['bench'];

/** @param {readonly string[]} command name of a script, and what it gets. */
export function runScript([name, ...args]) {
  return main(async () => {
    process.chdir(ROOT);
    loadEnvFile();
    // What a command prints is its result; how it got ready is not.
    await prepare({
      upTo: SERVING.includes(name) && !args.includes('--search') ? 'build' : 'client',
      out: process.stderr,
    });
    await become(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
      // React takes half as long again without.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  });
}
