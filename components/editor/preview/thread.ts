import type { ResolvedImage } from '@/lib/markdown/types';
import type { RenderedArticle, Request, Response } from './protocol';
import type { PreviewOptions } from './types';

/** Milliseconds that a text may take to render; half of it where a newer one waits. */
const LIMIT = 8_000;
/** The first of a thread takes longer: nothing of it is known, and nothing is compiled. */
const FIRST_LIMIT = 30_000;
/** Milliseconds that a thread may take to begin, the download of its script included. */
const START_LIMIT = 60_000;

/** The part of a `Worker` that is needed; tests have their own. */
export interface WorkerLike {
  postMessage: (message: Request) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ThreadEvents {
  rendered: (article: RenderedArticle) => void;
  /** A text took longer than the limit and was given up. */
  stopped: (version: number) => void;
  /** No thread can be started. */
  failed: () => void;
}

/**
 * Renders texts in a worker, one at a time and the newest first: while it works, only the last text that was asked for
 * waits. A text that takes too long is given up together with the worker; the next one gets a new one.
 */
export class RenderThread {
  readonly #make: () => WorkerLike;
  readonly #events: ThreadEvents;
  #worker: WorkerLike | null = null;
  #isReady = false;
  #setup: (Request & { kind: 'setup' }) | null = null;
  #isSetUp = false;
  #isWarm = false;
  #waiting: { version: number; source: () => string } | null = null;
  #working: { version: number; since: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(make: () => WorkerLike, events: ThreadEvents) {
    this.#make = make;
    this.#events = events;
  }

  /** Whether something is being rendered or waits for it. */
  get isBusy(): boolean {
    return this.#working !== null || this.#waiting !== null;
  }

  /** Options and images for the texts from now on. */
  setup(options: PreviewOptions, images: ReadonlyMap<string, ResolvedImage>): void {
    this.#setup = { kind: 'setup', options, images: [...images] };
    this.#isSetUp = false;
  }

  /** @param source asked only when its turn comes. */
  render(version: number, source: () => string): void {
    this.#waiting = { version, source };
    this.#start();
    this.#next();
    this.#watch();
  }

  /** Ends the worker. What waits is forgotten. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#end();
    this.#waiting = null;
  }

  #start(): void {
    if (this.#worker) return;
    let worker: WorkerLike;
    try {
      worker = this.#make();
    } catch {
      this.#fail();
      return;
    }
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (this.#worker !== worker) return;
      if (data.kind === 'ready') {
        this.#isReady = true;
        this.#next();
        this.#watch();
      } else this.#finished(data);
    };
    worker.onerror = () => {
      if (this.#worker !== worker) return;
      // Before it is ready its script could not be loaded; later it ran out of memory.
      if (!this.#isReady) this.#fail();
      else this.#giveUp();
    };
  }

  #finished({ kind: _, ...article }: Response & { kind: 'rendered' }): void {
    this.#isWarm = true;
    // Colours that were loaded later come with the version that was rendered before.
    if (this.#working?.version === article.version) this.#working = null;
    this.#events.rendered(article);
    this.#next();
    this.#watch();
  }

  #next(): void {
    if (!this.#worker || !this.#isReady || this.#working || !this.#waiting) return;
    if (this.#setup && !this.#isSetUp) {
      this.#worker.postMessage(this.#setup);
      this.#isSetUp = true;
    }
    const { version, source } = this.#waiting;
    this.#waiting = null;
    this.#working = { version, since: Date.now() };
    this.#worker.postMessage({ kind: 'render', version, source: source() });
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (!this.#worker) return;
    if (!this.#isReady) {
      this.#timer = setTimeout(() => {
        this.#fail();
      }, START_LIMIT);
    } else if (this.#working) {
      const whole = this.#isWarm ? LIMIT : FIRST_LIMIT;
      const limit = this.#waiting ? whole / 2 : whole;
      this.#timer = setTimeout(
        () => {
          this.#giveUp();
        },
        Math.max(0, this.#working.since + limit - Date.now()),
      );
    }
  }

  #giveUp(): void {
    const version = this.#working?.version;
    const waiting = this.#waiting;
    this.#end();
    if (version !== undefined) this.#events.stopped(version);
    if (waiting) this.render(waiting.version, waiting.source);
  }

  #fail(): void {
    clearTimeout(this.#timer);
    this.#end();
    this.#waiting = null;
    this.#events.failed();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = this.#isSetUp = this.#isWarm = false;
    this.#working = null;
  }
}
