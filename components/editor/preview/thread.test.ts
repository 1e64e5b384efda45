import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Request, Response } from './protocol';
import { RenderThread, type WorkerLike } from './thread';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isEnded = false;
  readonly heard: Request[] = [];

  postMessage(message: Request): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: Response): void {
    this.onmessage?.({ data } as MessageEvent<Response>);
  }

  finish(version: number): void {
    const nothing = { outline: [], problems: [], imageAddresses: [], links: [], lostFragments: [] };
    this.say({ kind: 'rendered', version, blocks: [], added: [], words: 0, minutes: 1, ...nothing });
  }

  get sources(): string[] {
    return this.heard.flatMap((each) => (each.kind === 'render' ? [each.source] : []));
  }
}

function begin() {
  const workers: FakeWorker[] = [];
  const events: string[] = [];
  const thread = new RenderThread(
    () => {
      const made = new FakeWorker();
      workers.push(made);
      return made;
    },
    {
      rendered: ({ version }) => events.push(`rendered ${String(version)}`),
      stopped: (version) => events.push(`stopped ${String(version)}`),
      failed: () => events.push('failed'),
    },
  );
  const worker = (): FakeWorker => {
    const last = workers.at(-1);
    if (!last) throw new Error('no worker was made');
    return last;
  };
  return { thread, workers, events, worker };
}

describe('the thread of the renderer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('of texts that come while it works only the newest is rendered', () => {
    const { thread, worker, events } = begin();
    thread.render(1, () => 'a');
    worker().say({ kind: 'ready' });
    thread.render(2, () => 'ab');
    thread.render(3, () => 'abc');
    expect(worker().sources).toEqual(['a']);
    worker().finish(1);
    worker().finish(3);
    expect(worker().sources).toEqual(['a', 'abc']);
    expect(events).toEqual(['rendered 1', 'rendered 3']);
    expect(thread.isBusy).toBe(false);
  });

  test('options come before the text that they are for', () => {
    const { thread, worker } = begin();
    thread.setup({ language: 'ko', macros: {}, origin: '', path: '/' }, new Map());
    thread.render(1, () => 'a');
    worker().say({ kind: 'ready' });
    worker().finish(1);
    thread.render(2, () => 'b');
    expect(worker().heard.map(({ kind }) => kind)).toEqual(['setup', 'render', 'render']);
  });

  test('a text that takes too long is given up, and the next gets a new worker', () => {
    const { thread, workers, worker, events } = begin();
    thread.setup({ language: 'ko', macros: {}, origin: '', path: '/' }, new Map());
    thread.render(1, () => 'slow');
    worker().say({ kind: 'ready' });
    vi.advanceTimersByTime(29_000);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(events).toEqual(['stopped 1']);
    expect(workers[0]?.isEnded).toBe(true);
    thread.render(2, () => 'quick');
    worker().say({ kind: 'ready' });
    expect(worker().heard.map(({ kind }) => kind)).toEqual(['setup', 'render']);
    worker().finish(2);
    thread.render(3, () => 'slow again');
    vi.advanceTimersByTime(9_000);
    expect(events).toEqual(['stopped 1', 'rendered 2', 'stopped 3']);
  });

  test('a newer text waits less long, and what the old worker says late is not heard', () => {
    const { thread, workers, worker, events } = begin();
    thread.render(1, () => 'slow');
    worker().say({ kind: 'ready' });
    thread.render(2, () => 'newer');
    vi.advanceTimersByTime(16_000);
    expect(workers).toHaveLength(2);
    workers[0]?.finish(1);
    worker().say({ kind: 'ready' });
    worker().finish(2);
    expect(events).toEqual(['stopped 1', 'rendered 2']);
  });

  test('a worker that cannot be loaded is said once; asking again tries again', () => {
    const { thread, workers, worker, events } = begin();
    thread.render(1, () => 'a');
    worker().onerror?.({} as ErrorEvent);
    expect(events).toEqual(['failed']);
    thread.render(2, () => 'b');
    expect(workers).toHaveLength(2);
  });

  test('a stopped thread starts no more', () => {
    const { thread, workers, worker } = begin();
    thread.render(1, () => 'a');
    thread.stop();
    expect(worker().isEnded).toBe(true);
    vi.advanceTimersByTime(100_000);
    expect(workers).toHaveLength(1);
  });
});
