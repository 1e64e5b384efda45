/**
 * `npm run import` and its like: makes what is missing, then runs scripts/NAME.ts.
 */
import { requireNode } from './lib/node-version.mjs';

requireNode();

import('./lib/run.mjs').then((it) => it.runScript(process.argv.slice(2)));
