import { describe, expect, it } from 'vitest';
import { World } from './testing';

/** Milliseconds within which a pause brings everything to the server. */
const PAUSE = 3_000;

async function typed(text = ' 그리고') {
  const world = new World();
  const tab = await world.open();
  await world.clock.pass(1_000);
  tab.type(text);
  const { clock, server, storage } = world;
  return { world, tab, clock, server, storage };
}

describe('keeping in the browser', () => {
  it('keeps what was typed within 300 ms', async () => {
    const { clock, storage } = await typed();
    await clock.pass(300);
    expect([...storage.copies.values()].map(({ text }) => text.source)).toEqual(['처음 그리고']);
  });

  it('keeps at least once a second while typing goes on', async () => {
    const { clock, storage, tab } = await typed();
    const missing: number[] = [];
    for (let i = 0; i < 100; i += 1) {
      tab.type('가');
      await clock.pass(100);
      const [copy] = storage.copies.values();
      missing.push(tab.screen.source.length - (copy?.text.source.length ?? 3));
    }
    // Ten syllables a second.
    expect(Math.max(...missing)).toBeLessThanOrEqual(10);
  });

  it('does so too when the clock is set back by an hour', async () => {
    const { clock, storage, tab } = await typed();
    clock.skew = -3_600_000;
    for (let i = 0; i < 30; i += 1) {
      tab.type('가');
      await clock.pass(100);
    }
    const [copy] = storage.copies.values();
    expect(copy?.text.source.length).toBeGreaterThan(25);
  });

  it('removes it once the server has it', async () => {
    const { clock, storage, server } = await typed();
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음 그리고');
    expect(storage.copies.size).toBe(0);
  });

  it('says when the browser refuses, tries again, and asks before the page goes', async () => {
    const { clock, storage, server, tab } = await typed('');
    server.mode = 'offline';
    storage.isRefusing = true;
    tab.type('글');
    await clock.pass(500);
    expect(tab.keeper.getSnapshot().storage).toBe('none');
    expect(tab.keeper.keepNow()).toBe(false);
    storage.isRefusing = false;
    await clock.pass(6_000);
    expect(tab.keeper.getSnapshot().storage).toBe('durable');
    expect(tab.keeper.keepNow()).toBe(true);
  });
});

describe('saving on the server', () => {
  it('saves within three seconds of a pause, once, and says when by the clock of the server', async () => {
    const { clock, server, tab } = await typed();
    clock.skew = 86_400_000;
    expect(tab.status).toBe('unsaved');
    await clock.pass(PAUSE);
    expect(server.puts).toHaveLength(1);
    expect(tab.status).toBe('saved');
    expect(tab.keeper.getSnapshot().savedAt?.toISOString()).toBe(server.draft.savedAt);
    await clock.pass(60_000);
    expect(server.puts).toHaveLength(1);
  });

  it('saves at least every ten seconds while typing goes on, one request at a time', async () => {
    const { clock, server, tab } = await typed();
    server.latency = 5_000;
    let longest = 0;
    let since = 0;
    for (let i = 0; i < 600; i += 1) {
      const before = server.puts.length;
      tab.type('가');
      await clock.pass(100);
      since = server.puts.length > before ? 0 : since + 100;
      longest = Math.max(longest, since);
    }
    expect(longest).toBeLessThanOrEqual(15_000);
    expect(server.mostUnderWay).toBe(1);
  });

  it('sends nothing when nothing changed, and nothing when a change was taken back', async () => {
    const { clock, server, tab } = await typed();
    tab.keeper.setSource('처음');
    await clock.pass(PAUSE);
    expect(server.puts).toHaveLength(0);
    expect(tab.status).toBe('saved');
  });

  it('saves title and summary', async () => {
    const { clock, server, tab } = await typed('');
    tab.keeper.setTitle('새 제목');
    tab.keeper.setSummary('요약');
    await clock.pass(PAUSE);
    expect(server.draft).toMatchObject({ title: '새 제목', summary: '요약' });
  });

  it('never sends a half-composed syllable, and keeps it in the browser', async () => {
    const { clock, server, storage, tab } = await typed('');
    tab.keeper.setSource('처음', '처음하');
    await clock.pass(20_000);
    expect(server.puts).toHaveLength(0);
    expect([...storage.copies.values()][0]?.text.source).toBe('처음하');
    tab.keeper.setSource('처음한');
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음한');
  });

  it('sends what was typed before the syllable', async () => {
    const { clock, server, tab } = await typed(' 앞');
    tab.keeper.setSource('처음 앞', '처음 앞ㄷ');
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음 앞');
    expect(tab.status).toBe('unsaved');
  });

  it('sends syllables of a word while the next ones are composed without a break', async () => {
    const { clock, server, tab } = await typed('');
    let final = '처음';
    for (let i = 0; i < 100; i += 1) {
      tab.keeper.setSource(final, `${final}ㄱ`);
      await clock.pass(60);
      tab.keeper.setSource(final, `${final}가`);
      await clock.pass(60);
      final += '가';
    }
    expect(server.draft.source.length).toBeGreaterThan(20);
    expect(server.draft.source).not.toContain('ㄱ');
  });

  it('brings everything to the server at once when something needs it there', async () => {
    const { clock, server, tab } = await typed();
    const settling = tab.keeper.settle();
    await clock.pass(200);
    expect(await settling).toEqual({ isSaved: true, version: 2 });
    expect(server.draft.source).toBe('처음 그리고');
  });

  it('says so when it cannot', async () => {
    const { clock, server, tab } = await typed();
    server.mode = 'unavailable';
    const settling = tab.keeper.settle();
    await clock.pass(200);
    expect(await settling).toEqual({ isSaved: false });
  });
});

describe('trouble', () => {
  it.each([
    ['offline', 'offline'],
    ['unavailable', 'unavailable'],
    ['silent', 'offline'],
  ] as const)('goes on by itself after %s, in growing steps', async (mode, status) => {
    const { clock, server, tab, storage } = await typed();
    server.mode = mode;
    await clock.pass(30_000);
    expect(tab.status).toBe(status);
    expect(storage.copies.size).toBe(1);
    tab.type(' 더');
    await clock.pass(30_000);
    server.mode = 'well';
    await clock.pass(60_000);
    expect(tab.status).toBe('saved');
    expect(server.draft.source).toBe('처음 그리고 더');
  });

  it('goes on at once when the network says that it is back', async () => {
    const { clock, server, tab } = await typed();
    server.mode = 'offline';
    await clock.pass(120_000);
    server.mode = 'well';
    tab.keeper.wake();
    await clock.pass(300);
    expect(server.draft.source).toBe('처음 그리고');
  });

  it('takes its own lost answer for what it is', async () => {
    const { clock, server, tab } = await typed();
    server.mode = 'lost';
    await clock.pass(PAUSE);
    tab.type(' 더');
    server.mode = 'well';
    await clock.pass(60_000);
    expect(tab.status).toBe('saved');
    expect(server.draft.source).toBe('처음 그리고 더');
    expect(tab.replacements).toEqual([]);
  });

  it('waits for the same member to sign in again', async () => {
    const { clock, server, tab } = await typed();
    server.mode = 'signed-out';
    await clock.pass(PAUSE);
    expect(tab.status).toBe('signed-out');
    server.mode = 'other-member';
    tab.keeper.wake();
    await clock.pass(200);
    expect(tab.keeper.getSnapshot()).toMatchObject({ status: 'other-member', otherName: '이도윤' });
    await clock.pass(60_000);
    expect(server.puts).toHaveLength(0);
    server.mode = 'well';
    await clock.pass(15_000);
    expect(tab.status).toBe('saved');
    expect(server.draft.source).toBe('처음 그리고');
  });

  it('sends a text that is too large again only once it is another', async () => {
    const { clock, server, tab } = await typed();
    server.mode = 'too-large';
    await clock.pass(30_000);
    expect(server.puts).toHaveLength(1);
    expect(tab.status).toBe('too-large');
    server.mode = 'well';
    tab.type('!');
    await clock.pass(PAUSE);
    expect(tab.status).toBe('saved');
  });
});

describe('opening', () => {
  it('takes up what a killed browser had kept, and says so', async () => {
    const { world, clock, server, tab } = await typed();
    await clock.pass(400);
    tab.kill();
    const next = await world.open();
    expect(next.screen.source).toBe('처음 그리고');
    expect(next.keeper.getSnapshot().isRecovered).toBe(true);
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음 그리고');
    expect(world.storage.copies.size).toBe(0);
  });

  it('has a way back, on which nothing is lost either', async () => {
    const { world, clock, server, tab } = await typed();
    await clock.pass(400);
    tab.kill();
    const next = await world.open();
    next.keeper.undoRecovery();
    expect(next.screen.source).toBe('처음');
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음');
    expect(server.revisions.map(({ text }) => text.source)).toContain('처음 그리고');
  });

  it('asks when the server has something newer', async () => {
    const { world, clock, server, tab } = await typed();
    await clock.pass(400);
    tab.kill();
    server.foreign((text) => ({ ...text, source: '다른 사람의 처음' }));
    const next = await world.open();
    await clock.pass(PAUSE);
    expect(next.status).toBe('conflict');
    expect(next.keeper.conflict()).toMatchObject({
      base: { source: '처음' },
      mine: { source: '처음 그리고' },
      theirs: { source: '다른 사람의 처음' },
      savedBy: 'member-b',
    });
    expect(server.draft.source).toBe('다른 사람의 처음');
  });

  it('knows a save whose answer the killed browser never heard', async () => {
    const { world, clock, server, tab } = await typed();
    server.mode = 'lost';
    await clock.pass(1_600);
    tab.type(' 더');
    await clock.pass(400);
    tab.kill();
    server.mode = 'well';
    const next = await world.open();
    await clock.pass(PAUSE);
    expect(next.status).toBe('saved');
    expect(server.draft.source).toBe('처음 그리고 더');
  });

  it('knows such a save also below what somebody saved on top of it', async () => {
    const { world, clock, server, tab } = await typed();
    await tab.close();
    await clock.pass(300);
    server.foreign((text) => ({ ...text, source: `${text.source} 위에` }));
    const next = await world.open();
    await clock.pass(PAUSE);
    expect(next.screen.source).toBe('처음 그리고 위에');
    expect(next.keeper.getSnapshot()).toMatchObject({
      status: 'saved',
      isRecovered: false,
      wasRenewed: false,
    });
    expect(world.storage.copies.size).toBe(0);
  });

  it('merges what was typed after such a save from the text that was sent', async () => {
    const { world, clock, server, tab } = await typed();
    server.mode = 'lost';
    await clock.pass(1_600);
    server.mode = 'offline';
    tab.type(' 더');
    await clock.pass(400);
    tab.kill();
    server.foreign((text) => ({ ...text, source: `위에 ${text.source}` }));
    server.mode = 'well';
    const next = await world.open();
    await clock.pass(PAUSE);
    expect(next.keeper.conflict()).toMatchObject({
      base: { source: '처음 그리고' },
      mine: { source: '처음 그리고 더' },
      theirs: { source: '위에 처음 그리고' },
    });
  });

  it('leaves alone what a living tab keeps', async () => {
    const { world, clock, server } = await typed();
    server.mode = 'offline';
    await clock.pass(400);
    const next = await world.open();
    await clock.pass(400);
    expect(next.screen.source).toBe('처음');
    expect(world.storage.copies.size).toBe(1);
  });

  it('shows another member nothing of it', async () => {
    const { world, clock, tab } = await typed();
    await clock.pass(400);
    tab.kill();
    const next = await world.open('member-c');
    await clock.pass(400);
    expect(next.screen.source).toBe('처음');
    expect(world.storage.copies.size).toBe(1);
  });

  it('offers what a second dead tab had kept', async () => {
    const { world, clock, server, tab } = await typed(' 하나');
    server.mode = 'offline';
    const second = await world.open();
    second.type(' 둘');
    await clock.pass(400);
    tab.kill();
    second.kill();
    server.mode = 'well';
    const next = await world.open();
    await clock.pass(PAUSE);
    const conflict = next.keeper.conflict();
    expect(conflict).toMatchObject({ kind: 'copy', base: { source: '처음' } });
    expect([conflict?.mine.source, conflict?.theirs.source].toSorted()).toEqual(['처음 둘', '처음 하나']);
    if (conflict) next.keeper.resolve(conflict, { ...conflict.mine, source: '처음 하나 둘' });
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음 하나 둘');
    const kept = server.revisions.map(({ text }) => text.source);
    expect(kept).toContain('처음 하나');
    expect(kept).toContain('처음 둘');
    expect(world.storage.copies.size).toBe(0);
  });
});

describe('two tabs', () => {
  it('a tab without changes takes up what the other saved', async () => {
    const { world, clock, tab } = await typed('');
    const second = await world.open();
    await clock.pass(500);
    tab.type(' 그리고');
    await clock.pass(PAUSE);
    expect(second.screen.source).toBe('처음 그리고');
    expect(second.keeper.getSnapshot().wasRenewed).toBe(true);
    second.type(' 둘째');
    await clock.pass(PAUSE);
    expect(tab.screen.source).toBe('처음 그리고 둘째');
  });

  it('with changes on both sides nothing is sent until they are merged, and typing goes on being kept', async () => {
    const { world, clock, server, tab } = await typed('');
    const second = await world.open();
    await clock.pass(500);
    tab.type(' 하나');
    second.type(' 둘');
    await clock.pass(PAUSE);
    const [stale] = [tab, second].filter((it) => it.status === 'conflict');
    expect(stale).toBeDefined();
    const before = server.draft.version;
    stale?.type(' 셋');
    await clock.pass(20_000);
    expect(server.draft.version).toBe(before);
    expect([...world.storage.copies.values()].map(({ text }) => text.source)).toEqual([stale?.screen.source]);

    const conflict = stale?.keeper.conflict();
    if (!conflict) throw new Error('no conflict');
    stale?.keeper.resolve(conflict, { ...conflict.mine, source: '처음 하나 둘 셋' });
    await clock.pass(PAUSE);
    expect(server.draft.source).toBe('처음 하나 둘 셋');
    const kept = server.revisions.map(({ text }) => text.source);
    expect(kept).toContain(conflict.mine.source);
    expect(kept).toContain(conflict.theirs.source);
    expect(tab.screen).toEqual(second.screen);
  });

  it('asks again when something newer comes while somebody merges', async () => {
    const { clock, server, tab } = await typed();
    server.foreign((text) => ({ ...text, source: '갑' }));
    await clock.pass(PAUSE);
    const conflict = tab.keeper.conflict();
    server.foreign((text) => ({ ...text, source: '을' }));
    if (conflict) tab.keeper.resolve(conflict, { ...conflict.mine, source: '갑 그리고' });
    await clock.pass(PAUSE);
    expect(tab.keeper.conflict()).toMatchObject({ base: { source: '갑' }, theirs: { source: '을' } });
    expect(server.draft.source).toBe('을');
  });
});

describe('leaving', () => {
  it('keeps and sends what was typed in the last moment', async () => {
    const { world, clock, server, tab } = await typed();
    await tab.close();
    expect(world.storage.copies.size).toBe(1);
    await clock.pass(300);
    expect(server.draft.source).toBe('처음 그리고');
    // The answer was not heard any more, but the key tells.
    const next = await world.open();
    await clock.pass(PAUSE);
    expect(next.status).toBe('saved');
    expect(world.storage.copies.size).toBe(0);
  });

  it('is refreshed when the page is taken out of the cache of the back button', async () => {
    const { clock, server, tab } = await typed('');
    tab.keeper.leave(true);
    server.foreign((text) => ({ ...text, source: '새로' }));
    tab.keeper.wake(true);
    await clock.pass(300);
    expect(tab.screen.source).toBe('새로');
  });
});
