import { describe, expect, test } from 'vitest';
import { i18nFor } from '@/lib/i18n';
import type { UploadedImage } from '@/lib/media/views';
import type { Answer } from '../../desk';
import { UploadQueue } from './queue';

const image = (name: string): UploadedImage => ({
  id: name,
  name,
  src: `/media/${name}`,
  width: 1,
  height: 1,
  variants: [],
});
const file = (name: string, size = 3, type = 'image/png') => new File([new Uint8Array(size)], name, { type });

function setup() {
  const sent: { name: string; answer: (answer: Answer<UploadedImage>) => void; signal?: AbortSignal }[] = [];
  const done: string[] = [];
  const progress: ((part: number) => void)[] = [];
  const queue = new UploadQueue({
    i18n: i18nFor('ko', 'UTC'),
    upload: (given, options) =>
      new Promise((resolve) => {
        if (options.onProgress) progress.push(options.onProgress);
        sent.push({ name: given.name, answer: resolve, ...(options.signal && { signal: options.signal }) });
      }),
    onChange: () => undefined,
    onDone: (key) => done.push(key),
  });
  const states = () => queue.uploads.map(({ key, state }) => `${key} ${state}`);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { queue, sent, done, progress, states, settle };
}

const offline: Answer<UploadedImage> = {
  ok: false,
  status: 0,
  code: 'offline',
  message: '연결이 끊겼습니다.',
};

describe('uploads', () => {
  test('go two at once, in order', async () => {
    const { queue, sent, done, states, settle } = setup();
    for (const key of ['a', 'b', 'c']) queue.add(key, file(key));
    expect(states()).toEqual(['a uploading', 'b uploading', 'c waiting']);
    sent[1]?.answer({ ok: true, value: image('b') });
    await settle();
    expect(states()).toEqual(['a uploading', 'b done', 'c uploading']);
    expect(done).toEqual(['b']);
    expect(sent.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('tell how far they are', () => {
    const { queue, progress } = setup();
    queue.add('a', file('a'));
    progress[0]?.(0.25);
    expect(queue.get('a')?.progress).toBe(0.25);
  });

  test('that failed can be tried again, where that may help', async () => {
    const { queue, sent, states, done, settle } = setup();
    queue.add('a', file('a'));
    queue.add('b', file('b'));
    sent[0]?.answer(offline);
    sent[1]?.answer({ ok: false, status: 415, code: 'image-other-file', message: '그림이 아닙니다.' });
    await settle();
    expect(queue.get('a')).toMatchObject({ state: 'failed', canRetry: true, message: '연결이 끊겼습니다.' });
    expect(queue.get('b')).toMatchObject({ state: 'failed', canRetry: false });
    queue.retry('a');
    expect(states()[0]).toBe('a uploading');
    sent[2]?.answer({ ok: true, value: image('a') });
    await settle();
    expect(done).toEqual(['a']);
  });

  test('that are cancelled stop, let others go on, and may begin again', async () => {
    const { queue, sent, states, settle } = setup();
    for (const key of ['a', 'b', 'c']) queue.add(key, file(key));
    queue.cancel('a');
    expect(sent[0]?.signal?.aborted).toBe(true);
    queue.retry('a');
    sent[0]?.answer(offline);
    await settle();
    expect(states()).toEqual(['a uploading', 'b uploading', 'c waiting']);
    expect(sent.map(({ name }) => name)).toEqual(['a', 'b', 'a']);
  });

  test.each([
    ['nothing', file('a', 0), '빈 파일입니다(0바이트).'],
    ['a drawing', file('a', 3, 'image/svg+xml'), 'SVG는'],
    ['too much', file('a', 20 * 1024 * 1024 + 1), '20.1MB'],
  ])('of %s are not sent at all', (_, given, words) => {
    const { queue, sent } = setup();
    queue.add('a', given);
    expect(queue.get('a')).toMatchObject({ state: 'failed', canRetry: false });
    expect(queue.get('a')?.message).toContain(words);
    expect(sent).toEqual([]);
  });

  test('are forgotten when they are taken out', () => {
    const { queue, sent } = setup();
    queue.add('a', file('a'));
    queue.forget('a');
    expect(sent[0]?.signal?.aborted).toBe(true);
    expect(queue.uploads).toEqual([]);
  });
});
