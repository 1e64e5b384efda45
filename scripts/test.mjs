/** `npm test`: makes what is missing, then runs every check. */
import { requireNode } from './lib/node-version.mjs';

requireNode();

import('./lib/test.mjs').then((it) => it.test(process.argv.slice(2)));
