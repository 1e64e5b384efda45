/** A thread that renders posts; see renderers.ts. */
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Threads do not inherit what `--import tsx` does for the main one.
register();
const { renderPost } = await import('../../lib/markdown/index.ts');

parentPort.on('message', async ({ source, options }) => {
  parentPort.postMessage(await renderPost(source, options));
});
