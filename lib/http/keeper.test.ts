import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Answer } from './answer';
import { createKeeper, type Freshness, type KeeperOptions, type Rendered } from './keeper';

/** A clock that instances share, as the database is. */
class Clock implements Freshness {
  private marks: { tick: number; tag: string }[] = [];
  private now = 0;
  looks = 0;
  isLost = false;
  change(...tags: string[]): void {
    this.now += 1;
    this.marks.push(...tags.map((tag) => ({ tick: this.now, tag })));
  }
  async changesSince(tick: number) {
    this.looks += 1;
    const seen = { now: this.now, tags: this.marks.filter((mark) => mark.tick > tick).map(({ tag }) => tag) };
    await setImmediate();
    if (this.isLost) throw new Error('connection lost');
    return seen;
  }
}

function setUp(options: Partial<KeeperOptions> = {}) {
  const clock = new Clock();
  const time = { now: 0 };
  const keeper = createKeeper({ freshness: clock, maxBytes: 1_000_000, now: () => time.now, ...options });
  return { clock, time, keeper };
}

function rendered(text: string, tags: string[], more: { status?: number; keep?: boolean } = {}): Rendered {
  const { status = 200, keep = true } = more;
  return { answer: new Answer({ status, headers: {}, body: Buffer.from(text) }), tags, keep };
}

function renderer(...tags: string[]) {
  let count = 0;
  return vi.fn(async () => {
    count += 1;
    await setImmediate();
    return rendered(`render ${count}`, tags);
  });
}

describe('keeping', () => {
  it('renders once, and answers without waiting while it knows that nothing changed', async () => {
    const { keeper, clock, time } = setUp();
    const render = renderer('post:1');
    const first = await keeper.get('/a/', render);
    time.now = 199;
    expect(keeper.get('/a/', render)).toBe(first);
    expect(keeper.peek('/a/', false)).toBe(first);
    expect(clock.looks).toBe(1);
    time.now = 200;
    expect(keeper.peek('/a/', false)).toBeNull();
    expect(await keeper.get('/a/', render)).toBe(first);
    expect(clock.looks).toBe(2);
    expect(render).toHaveBeenCalledTimes(1);
  });

  it('renders once for all who ask at the same time, and looks at the clock once', async () => {
    const { keeper, clock } = setUp();
    const render = renderer('post:1');
    const answers = await Promise.all([1, 2, 3].map(async () => keeper.get('/a/', render)));
    expect(new Set(answers).size).toBe(1);
    expect(render).toHaveBeenCalledTimes(1);
    expect(clock.looks).toBe(1);
  });

  it.each([
    ['an error', rendered('', ['post:1'], { status: 500 })],
    ['a passing redirect', rendered('', ['post:1'], { status: 307 })],
    ['what depends on nothing', rendered('', [])],
    ['what must not be kept', rendered('', ['post:1'], { keep: false })],
  ])('does not keep %s', async (_, made) => {
    const { keeper } = setUp();
    const render = vi.fn(() => Promise.resolve(made));
    await keeper.get('/a/', render);
    await keeper.get('/a/', render);
    expect(render).toHaveBeenCalledTimes(2);
    expect(keeper.stats()).toMatchObject({ entries: 0, bytes: 0 });
  });

  it('does not keep a render that failed, and passes the failure on to all who waited', async () => {
    const { keeper } = setUp();
    const render = vi.fn(() => Promise.reject(new Error('broken')));
    const results = await Promise.allSettled([keeper.get('/a/', render), keeper.get('/a/', render)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(render).toHaveBeenCalledTimes(1);
    expect(await keeper.get('/a/', renderer('post:1'))).toBeInstanceOf(Answer);
  });

  it('asks no clock for what lasts', async () => {
    const { keeper, clock } = setUp();
    const render = renderer();
    const first = await keeper.getLasting('/a.js', render);
    expect(keeper.getLasting('/a.js', render)).toBe(first);
    expect(keeper.peek('/a.js', true)).toBe(first);
    expect(clock.looks).toBe(0);
  });
});

describe('changes', () => {
  it('make exactly what depends on them stale', async () => {
    const { keeper, clock, time } = setUp();
    const [a, b, list] = [renderer('post:1'), renderer('post:2'), renderer('post:1', 'post:2', 'list')];
    const askAll = async () => {
      await keeper.get('/a/', a);
      await keeper.get('/b/', b);
      await keeper.get('/', list);
    };
    await askAll();
    clock.change('post:2');
    time.now = 300;
    await askAll();
    await askAll();
    expect([a, b, list].map((render) => render.mock.calls.length)).toEqual([1, 2, 2]);
  });

  it('of this process are seen at once, those of another within the interval', async () => {
    const { keeper, clock, time } = setUp();
    const render = renderer('post:1');
    const first = await keeper.get('/a/', render);
    clock.change('post:1');
    expect(keeper.get('/a/', render)).toBe(first);
    keeper.noteChange();
    expect(keeper.peek('/a/', false)).toBeNull();
    expect(await keeper.get('/a/', render)).not.toBe(first);

    const second = await keeper.get('/a/', render);
    clock.change('post:1');
    time.now = 200;
    expect(await keeper.get('/a/', render)).not.toBe(second);
  });

  it('are not missed by a look that had begun before', async () => {
    const { keeper, clock, time } = setUp();
    const render = renderer('post:1');
    await keeper.get('/a/', render);
    time.now = 300;
    const early = keeper.get('/a/', render);
    clock.change('post:1');
    keeper.noteChange();
    await early;
    await keeper.get('/a/', render);
    expect(render).toHaveBeenCalledTimes(2);
  });

  it('during a render keep its result from being kept, and later visitors from waiting for it', async () => {
    const { keeper, clock } = setUp();
    let finish: (value: Rendered) => void = () => undefined;
    const slow = vi.fn(() => new Promise<Rendered>((resolve) => (finish = resolve)));
    const early = keeper.get('/a/', slow);
    await vi.waitFor(() => expect(slow).toHaveBeenCalled());
    clock.change('post:1');
    keeper.noteChange();
    const late = await keeper.get('/a/', () => Promise.resolve(rendered('new', ['post:1'])));
    finish(rendered('old', ['post:1']));
    const old = await early;
    expect(old).not.toBe(late);
    expect(keeper.peek('/a/', false)).toBe(late);
  });

  it('of other things during a render do no harm to its result', async () => {
    const { keeper, clock } = setUp();
    let finish: (value: Rendered) => void = () => undefined;
    const slow = vi.fn(() => new Promise<Rendered>((resolve) => (finish = resolve)));
    const early = keeper.get('/a/', slow);
    await vi.waitFor(() => expect(slow).toHaveBeenCalled());
    clock.change('post:9');
    keeper.noteChange();
    await keeper.get('/b/', renderer('post:2'));
    finish(rendered('a', ['post:1']));
    const answer = await early;
    expect(keeper.peek('/a/', false)).toBe(answer);
  });
});

describe('a lost database', () => {
  it('is told once; what is kept goes on being served without waiting, stale if need be', async () => {
    const onDatabase = vi.fn();
    const { keeper, clock, time } = setUp({ onDatabase });
    const render = renderer('post:1');
    const first = await keeper.get('/a/', render);
    clock.isLost = true;
    for (const now of [300, 600, 900]) {
      time.now = now;
      expect(await keeper.get('/a/', render)).toBe(first);
    }
    expect(onDatabase.mock.calls.map(([state]) => String(state))).toEqual(['lost']);

    clock.change('post:1');
    clock.isLost = false;
    time.now = 1200;
    await keeper.get('/a/', render);
    await vi.waitFor(() => expect(onDatabase).toHaveBeenLastCalledWith('back'));
    expect(await keeper.get('/a/', render)).not.toBe(first);
  });

  it('lets what is known to be stale be served only while it lasts', async () => {
    const { keeper, clock } = setUp({ onDatabase: () => undefined });
    const last = await keeper.get('/a/', renderer('post:1'));
    clock.change('post:1');
    keeper.noteChange();
    const broken = () => Promise.reject(new Error('no answer'));
    await expect(keeper.get('/a/', broken)).rejects.toThrow('no answer');
    clock.isLost = true;
    expect(await keeper.get('/a/', broken)).toBe(last);
  });

  it('that never answers is waited for only so long', async () => {
    const onDatabase = vi.fn();
    const freshness = { changesSince: () => new Promise<never>(() => undefined) };
    const { keeper } = setUp({ onDatabase, freshness, checkLimit: 10 });
    expect(await keeper.get('/a/', renderer('post:1'))).toBeInstanceOf(Answer);
    expect(onDatabase).toHaveBeenCalledTimes(1);
  });
});

describe('bounds', () => {
  it('drops what was not used for longest, by bytes', async () => {
    const { keeper, time } = setUp({ maxBytes: 50_000 });
    const page = () => Promise.resolve(rendered('x'.repeat(8_000), ['post:1']));
    for (const name of ['a', 'b', 'c', 'd', 'e']) await keeper.get(name, page);
    time.now = 5000;
    await keeper.get('a', page);
    await keeper.get('f', page);
    await keeper.get('g', page);
    expect(keeper.stats().bytes).toBeLessThanOrEqual(50_000);
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter((name) => keeper.peek(name, true))).toEqual([
      'a',
      'd',
      'e',
      'f',
      'g',
    ]);
  });

  it('counts what is compressed later', async () => {
    const { keeper } = setUp();
    const answer = await keeper.get('/a/', renderer('post:1'));
    const before = keeper.stats().bytes;
    answer.onGrowth?.(100);
    expect(keeper.stats().bytes).toBe(before + 100);
    answer.onGrowth?.(2_000_000);
    expect(keeper.stats()).toEqual({ entries: 0, bytes: 0, missing: 0 });
  });

  it('does not let one answer push out all others', async () => {
    const { keeper } = setUp({ maxBytes: 50_000 });
    await keeper.get('/', renderer('list'));
    await keeper.get('/big/', () => Promise.resolve(rendered('x'.repeat(20_000), ['post:1'])));
    expect(keeper.stats().entries).toBe(1);
  });

  it('keeps only so many that say «not found»', async () => {
    const { keeper } = setUp({ maxMissing: 3 });
    await keeper.get('/', renderer('list'));
    for (let count = 0; count < 10; count += 1) {
      await keeper.get(`/none-${count}/`, () =>
        Promise.resolve(rendered('', ['addresses'], { status: 404 })),
      );
    }
    expect(keeper.stats()).toMatchObject({ entries: 4, missing: 3 });
    expect(keeper.peek('/', true)).not.toBeNull();
  });
});
