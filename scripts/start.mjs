/**
 * `npm start` and `npm run dev`: makes what is missing, then serves.
 * Only this much may be written in an old-fashioned way: an old Node.js has to
 * get as far as saying that it is too old.
 */
import { requireNode } from './lib/node-version.mjs';

requireNode();

import('./lib/start.mjs').then((it) => it.start(process.argv.slice(2)));
