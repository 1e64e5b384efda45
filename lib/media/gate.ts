import { availableParallelism } from 'node:os';
import { LibraryError } from './errors';

/** Pictures that are encoded at once; a large one takes hundreds of megabytes, and readers want a core as well. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1));
/** Pictures that may wait, with their bytes in memory. */
const WAITING = 20;

/** Lets a few through at once. */
export class Gate {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly atOnce = AT_ONCE,
    private readonly waiting = WAITING,
  ) {}

  /** @returns what `work` returns, when its turn has come. @throws {LibraryError} `busy`, where too many wait. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.queue.length < this.waiting) await new Promise<void>((resolve) => this.queue.push(resolve));
    else throw new LibraryError('busy');
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // Whoever waits first takes the place over, so that nobody slips in between.
      if (next) next();
      else this.running -= 1;
    }
  }
}
