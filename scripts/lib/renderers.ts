import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { MarkdownOptions, RenderedPost } from '@/lib/markdown';

const MOST = 4;
/** Bytes of the machine's memory for each; it takes less than half of that. */
const ROOM = 2 ** 30;
/** Rendering leaves much behind that is soon of no use; with more room it is cleared away less often. */
const YOUNG_MEGABYTES = 48;
/** Without a limit, a thread takes what there is before it clears away anything. */
const OLD_MEGABYTES = 320;

/** Renders posts on several cores. */
export interface Renderers {
  render: (source: string, options: MarkdownOptions) => Promise<RenderedPost>;
  /** Ends the threads; what is still being rendered fails. */
  close: () => Promise<void>;
}

/** @returns how many threads the machine has cores and memory for. */
function threadsThatFit(): number {
  return Math.max(1, Math.min(MOST, availableParallelism(), Math.round(totalmem() / ROOM)));
}

/** @param count of threads; as many as fit where nothing is given. */
export function startRenderers(count = threadsThatFit()): Renderers {
  const idle = Array.from({ length: count }, start);
  const all = [...idle];
  const waiting: ((worker: Worker) => void)[] = [];
  let failure: Error | null = null;

  function start(): Worker {
    return new Worker(new URL('./render-thread.mjs', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES, maxOldGenerationSizeMb: OLD_MEGABYTES },
    });
  }

  function release(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  }

  return {
    render: async (source, options) => {
      const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      try {
        if (failure) throw failure;
        return await ask(worker, { source, options });
      } catch (error) {
        // A thread that failed answers nobody; whoever waits for one is told as well.
        failure = error instanceof Error ? error : new Error(String(error));
        throw failure;
      } finally {
        release(worker);
      }
    },
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, question: unknown): Promise<RenderedPost> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answer: RenderedPost) => {
      end();
      resolve(answer);
    };
    const onError = (error: unknown) => {
      end();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onExit = () => {
      end();
      reject(new Error('A thread that renders has ended.'));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
}
