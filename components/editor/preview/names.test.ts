import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NameChecker, type Answered } from './names';

const IMAGE = { src: '/media/a.png', width: 4, height: 3, variants: [] };

function begin(answers: (Answered | null)[]) {
  const asked: string[] = [];
  const changes: boolean[] = [];
  const names = new NameChecker(
    ({ images, links }) => {
      asked.push([...images, ...links].join(' '));
      const next = answers.shift();
      return Promise.resolve(next === undefined ? { images: {}, brokenLinks: [] } : next);
    },
    (imagesChanged) => changes.push(imagesChanged),
  );
  return { names, asked, changes };
}

describe('names that a text holds', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('are asked about once each, the first at once, later ones after a pause', async () => {
    const { names, asked, changes } = begin([{ images: { '/a.png': IMAGE }, brokenLinks: ['/none/'] }]);
    names.want({ images: ['/a.png'], links: ['/none/'] });
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['/a.png /none/']);
    expect(changes).toEqual([true]);
    expect(names.images.get('/a.png')).toBe(IMAGE);
    expect(names.isBroken('/none/')).toBe(true);
    for (const part of ['/b', '/b.', '/b.png']) names.want({ images: ['/a.png', part], links: ['/none/'] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual(['/a.png /none/', '/b.png']);
    expect([names.knowsImage('/b.png'), names.knowsImage('/c.png')]).toEqual([true, false]);
  });

  test('an upload is known without asking', async () => {
    const { names, asked } = begin([]);
    names.note('/media/x.png', IMAGE);
    names.want({ images: ['/media/x.png'], links: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([]);
  });

  test('without an answer nothing counts as missing, and it is asked again', async () => {
    const { names, asked } = begin([null]);
    names.want({ images: ['/a.png'], links: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(names.knowsImage('/a.png')).toBe(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual(['/a.png', '/a.png']);
    expect(names.knowsImage('/a.png')).toBe(true);
  });
});
