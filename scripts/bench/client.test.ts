import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { load, Reader, untilAnswered } from './client';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<number> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

it('counts as many answers as the server gave, over as many connections as it was told to', async () => {
  let answers = 0;
  const sockets = new Set<unknown>();
  const port = await serve((request, response) => {
    answers += 1;
    sockets.add(request.socket);
    response.writeHead(200, { 'Content-Length': 100_000 }).end('x'.repeat(100_000));
  });
  const { perSecond, bytes } = await load({ port, path: '/', headers: {}, status: 200 }, 3, 300);
  expect(bytes).toBeGreaterThan(100_000);
  expect(perSecond).toBeGreaterThan(0);
  // One connection more learns how long an answer is.
  expect(sockets.size).toBe(4);
  // A timer may be a millisecond early.
  expect(perSecond * 0.299).toBeLessThanOrEqual(answers);
});

it('fails when an answer is not what it was', async () => {
  let answers = 0;
  const port = await serve((_, response) => {
    answers += 1;
    response.writeHead(answers > 5 ? 500 : 200, { 'Content-Length': 1 }).end('x');
  });
  await expect(load({ port, path: '/a', headers: {}, status: 200 }, 2, 5_000)).rejects.toThrow('500');
});

it('reads an answer with its status, head and compressed bytes', async () => {
  const port = await serve((request, response) => {
    response
      .writeHead(200, { ETag: '"a"', 'X-Asked': String(request.headers['accept-encoding']) })
      .end('body');
  });
  expect(await untilAnswered(port, () => false)).toBeGreaterThan(0);
  const reader = new Reader(port);
  const reply = await reader.get('/한글/');
  reader.close();
  expect(reply).toMatchObject({ status: 200, etag: '"a"', body: Buffer.from('body') });
  expect(reply.rawHeaders).toEqual(expect.arrayContaining(['X-Asked', 'gzip']));
});

it('gives up on a server that has ended', async () => {
  await expect(untilAnswered(1, () => true)).rejects.toThrow('did not start');
});
