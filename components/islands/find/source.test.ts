import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSource, type Answer } from './source';

const answerTo = (question: string): Answer => ({ said: `said ${question}`, found: [] });

/** A server whose answers come when the test says so. */
function server() {
  const waiting = new Map<string, { answer: (status?: number) => void; signal: AbortSignal }>();
  const asked: string[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((address: string, { signal }: { signal: AbortSignal }) => {
      const question = new URL(address, 'http://x').searchParams.get('q') ?? '';
      asked.push(question);
      return new Promise<Response>((resolve) => {
        const answer = (status = 200) => resolve(Response.json(answerTo(question), { status }));
        waiting.set(question, { answer, signal });
      });
    }),
  );
  return { waiting, asked };
}

const settle = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks once there is a pause, not for every letter', async () => {
  const { asked } = server();
  const source = createSource('/find.json', () => undefined);
  for (const text of ['ㅎ', '호', '화', '확']) {
    source.ask(text);
    await vi.advanceTimersByTimeAsync(50);
  }
  await settle();
  source.ask('확');
  await settle();
  expect(asked).toEqual(['확']);
});

it('tells nothing of a question that is asked no more, however late its answer comes', async () => {
  const { waiting } = server();
  const tell = vi.fn();
  const source = createSource('/find.json', tell);
  source.ask('a');
  await settle();
  source.ask('ab');
  await settle();
  expect(waiting.get('a')?.signal.aborted).toBe(true);
  waiting.get('ab')?.answer();
  await settle();
  waiting.get('a')?.answer();
  await settle();
  expect(tell.mock.calls).toEqual([['ab', answerTo('ab')]]);
  source.ask('abc');
  source.ask('');
  await settle();
  expect(tell).toHaveBeenCalledTimes(1);
});

it('knows at once what it was told before', async () => {
  const { waiting, asked } = server();
  const tell = vi.fn();
  const source = createSource('/find.json', tell);
  source.ask('a');
  await settle();
  waiting.get('a')?.answer();
  await settle();
  source.ask('ab');
  source.ask('a');
  expect(tell.mock.calls).toEqual([
    ['a', answerTo('a')],
    ['a', answerTo('a')],
  ]);
  await settle();
  expect(asked).toEqual(['a']);
});

it('says that there is no answer, and asks again', async () => {
  const { waiting, asked } = server();
  const tell = vi.fn();
  const source = createSource('/find.json', tell);
  source.ask('a');
  await settle();
  waiting.get('a')?.answer(429);
  await settle();
  expect(tell.mock.calls).toEqual([['a', null]]);
  source.ask('a');
  await settle();
  expect(asked).toEqual(['a', 'a']);
});
