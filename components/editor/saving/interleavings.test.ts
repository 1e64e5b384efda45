import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { World, type Mode, type Tab } from './testing';
import type { DraftText } from './types';

const MODES: Mode[] = ['well', 'offline', 'lost', 'unavailable', 'signed-out', 'other-member', 'silent'];

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), tab: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 10, max: 12_000 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mode' as const), mode: fc.constantFrom(...MODES) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), tab: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), tab: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wake' as const), tab: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), tab: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('foreign' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), tab: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('latency' as const),
      latency: fc.integer({ min: 1, max: 9_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('resolve' as const),
      tab: fc.nat(3),
      choose: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const wordsOf = ({ source }: DraftText) => new Set(source.split(' '));

/** Everything that is typed is a word of its own, so that one can ask for each of them where it is. */
class Story {
  world = new World();
  /** Words that a person gave up on purpose: by choosing the other side, or by going back. */
  givenUp = new Set<string>();
  /** Words that were on a screen for a second of its life. */
  typed: { word: string; tab: Tab; at: number }[] = [];
  lost: string[] = [];
  private count = 0;

  constructor() {
    this.world.server.onSaved = (before, after) => {
      const now = wordsOf(after);
      for (const word of wordsOf(before)) if (!now.has(word) && !this.givenUp.has(word)) this.lost.push(word);
    };
  }

  private tab(index: number): Tab | undefined {
    const alive = this.world.tabs.filter(({ isAlive }) => isAlive);
    return alive[index % Math.max(1, alive.length)];
  }

  private giveUp(before: DraftText, after: DraftText) {
    const now = wordsOf(after);
    for (const word of wordsOf(before)) if (!now.has(word)) this.givenUp.add(word);
  }

  resolve(tab: Tab, choose: 'mine' | 'theirs' | 'both') {
    const conflict = tab.keeper.conflict();
    if (!conflict) return;
    const { mine, theirs } = conflict;
    const both = { ...mine, source: [...new Set([...wordsOf(theirs), ...wordsOf(mine)])].join(' ') };
    const result = { mine, theirs, both }[choose];
    this.giveUp(mine, result);
    this.giveUp(theirs, result);
    tab.keeper.resolve(conflict, result);
  }

  async act(step: Step): Promise<void> {
    const { world } = this;
    const tab = 'tab' in step ? this.tab(step.tab) : undefined;
    switch (step.do) {
      case 'wait':
        return world.clock.pass(step.for);
      case 'mode':
        world.server.mode = step.mode;
        return;
      case 'latency':
        world.server.latency = step.latency;
        return;
      case 'open':
        if (world.tabs.filter(({ isAlive }) => isAlive).length < 3) await world.open();
        return;
      case 'foreign':
        this.count += 1;
        world.server.foreign((text) => ({ ...text, source: `${text.source} f${this.count}` }));
        return;
      case 'type':
        if (tab === undefined) return;
        this.count += 1;
        this.typed.push({ word: `w${this.count}`, tab, at: world.clock.now() });
        tab.type(` w${this.count}`);
        return;
      case 'kill':
        if (tab === undefined) return;
        tab.kill();
        // What was typed within the last second may be gone.
        this.typed = this.typed.filter((it) => it.tab !== tab || world.clock.now() - it.at >= 1_000);
        return;
      case 'close':
        return tab?.close();
      case 'wake':
        tab?.keeper.wake(true);
        return;
      case 'hide':
        tab?.keeper.leave();
        return;
      case 'undo':
        if (tab?.keeper.getSnapshot().isRecovered !== true) return;
        {
          const before = tab.screen;
          tab.keeper.undoRecovery();
          this.giveUp(before, tab.screen);
        }
        return;
      case 'resolve':
        if (tab) this.resolve(tab, step.choose);
        return;
    }
  }

  /** Everything is well again, and somebody merges what is left. */
  async end(): Promise<void> {
    const { world } = this;
    world.server.mode = 'well';
    world.server.latency = 20;
    await world.clock.pass(120_000);
    for (let round = 0; round < 30; round += 1) {
      const open = await (async () => this.tab(0) ?? world.open())();
      await world.clock.pass(5_000);
      for (const tab of world.tabs) if (tab.isAlive) this.resolve(tab, 'both');
      await world.clock.pass(30_000);
      if (round > 10) await open.close();
      const isQuiet = world.tabs.every((tab) => !tab.isAlive || tab.status === 'saved');
      if (isQuiet && world.storage.copies.size === 0) return;
    }
    throw new Error(`never quiet: ${world.tabs.map((tab) => (tab.isAlive ? tab.status : '-')).join()}`);
  }

  missing(): string[] {
    const { revisions, draft } = this.world.server;
    const there = new Set(
      [draft, ...revisions.map(({ text }) => text)].flatMap((text) => [...wordsOf(text)]),
    );
    return this.typed.map(({ word }) => word).filter((word) => !there.has(word));
  }
}

describe('whatever happens', () => {
  it('loses nothing that was typed a second ago, and overwrites nothing that it does not contain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const story = new Story();
        await story.world.open();
        for (const step of steps) await story.act(step);
        await story.end();
        expect(story.missing()).toEqual([]);
        expect(story.lost).toEqual([]);
      }),
      { numRuns: Number(process.env.NONMUN_RUNS ?? 150) },
    );
  });
});
