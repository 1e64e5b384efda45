import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { capture, RenderTimeoutError } from './capture';

it('gives the status, headers and body of a finished answer', async () => {
  const answer = await capture(
    async (request, response) => {
      await setImmediate();
      response.statusCode = 404;
      response.setHeader('Link', ['</a.css>; rel=preload', '</b.css>; rel=preload']);
      response.setHeader(
        'X-Asked',
        `${request.method ?? ''} ${request.url ?? ''} ${request.headers.host ?? ''}`,
      );
      response.write('한');
      response.end(Buffer.from('글\r\n\r\n!'));
    },
    '/ko/x/?q=1',
    'blog.example',
    1000,
  );
  expect(answer.status).toBe(404);
  expect(answer.headers.get('link')).toBe('</a.css>; rel=preload, </b.css>; rel=preload');
  expect(answer.headers.get('x-asked')).toBe('GET /ko/x/?q=1 blog.example');
  expect(answer.body.toString()).toBe('한글\r\n\r\n!');
});

it('takes large bodies, headers given at once, and empty answers', async () => {
  const large = Buffer.alloc(3_000_000, 'x');
  const first = await capture(
    async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      for (let at = 0; at < large.length; at += 100_000) {
        if (!response.write(large.subarray(at, at + 100_000)))
          await new Promise((done) => response.once('drain', done));
      }
      response.end();
    },
    '/',
    'x',
    1000,
  );
  expect(first.headers.get('content-type')).toBe('text/plain');
  expect(first.body.equals(large)).toBe(true);

  const empty = await capture(
    (_, response) => Promise.resolve(void response.writeHead(308, { Location: '/a/' }).end()),
    '/',
    'x',
    1000,
  );
  expect([empty.status, empty.headers.get('location'), empty.body.length]).toEqual([308, '/a/', 0]);
});

it('reads a body that is already at its end', async () => {
  const answer = await capture(
    async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      response.end(String(size));
    },
    '/',
    'x',
    1000,
  );
  expect(answer.body.toString()).toBe('0');
});

it('fails with the handler, and when it takes too long or breaks off', async () => {
  await expect(capture(() => Promise.reject(new Error('lost')), '/', 'x', 1000)).rejects.toThrow('lost');
  await expect(capture(() => Promise.resolve(), '/', 'x', 20)).rejects.toThrow(RenderTimeoutError);
  await expect(
    capture((_, response) => Promise.resolve(void response.destroy()), '/', 'x', 1000),
  ).rejects.toThrow('broken off');
});
