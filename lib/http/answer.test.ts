import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Answer } from './answer';

let server: Server;
let current: Answer;

beforeAll(async () => {
  server = createServer((request, response) => current.send(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function get(headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: '127.0.0.1', method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}

const text = `<p>${'한글 text '.repeat(200)}</p>`;
const lastModified = new Date('2022-09-23T10:20:30Z');
const page = (): Answer =>
  new Answer({
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=0' },
    body: Buffer.from(text),
    lastModified,
  });

describe('a text', () => {
  it('comes in the encoding that was asked for, each with its own strong tag', async () => {
    current = page();
    const [plain, gzip, br] = [
      await get(),
      await get({ 'accept-encoding': 'gzip' }),
      await get({ 'accept-encoding': 'gzip, br' }),
    ];
    expect(plain.body.toString()).toBe(text);
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect(brotliDecompressSync(br.body).toString()).toBe(text);
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    const tags = [plain, gzip, br].map(({ headers }) => headers.etag);
    expect(new Set(tags).size).toBe(3);
    expect(tags.every((tag) => /^"[\w-]+"$/.test(tag ?? ''))).toBe(true);
    for (const reply of [plain, gzip, br]) {
      expect(reply.headers.vary).toBe('Accept-Encoding');
      expect(reply.headers['content-length']).toBe(String(reply.body.length));
    }
  });

  it('has the same tag after a restart', async () => {
    current = page();
    const first = await get();
    current = page();
    expect((await get()).headers.etag).toBe(first.headers.etag);
  });

  it('is compressed once, however many ask at a time, and says what it takes', async () => {
    current = page();
    const grown: number[] = [];
    current.onGrowth = (bytes) => grown.push(bytes);
    const before = current.bytes;
    const replies = await Promise.all([1, 2, 3, 4].map(() => get({ 'accept-encoding': 'gzip' })));
    expect(grown).toEqual([replies[0]?.body.length]);
    expect(current.bytes).toBe(before + (grown[0] ?? 0));
  });

  it('answers HEAD like GET, without the body', async () => {
    current = page();
    const got = await get({ 'accept-encoding': 'gzip' });
    const head = await get({ 'accept-encoding': 'gzip' }, 'HEAD');
    expect(head.body.length).toBe(0);
    const { date: _, ...rest } = got.headers;
    expect(head.headers).toMatchObject(rest);
  });

  it('answers 304 to whoever has these bytes, in whichever encoding', async () => {
    current = page();
    const { headers } = await get({ 'accept-encoding': 'br' });
    const again = await get({ 'accept-encoding': 'gzip', 'if-none-match': `"x", W/${headers.etag ?? ''}` });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect(again.headers).toMatchObject({
      'cache-control': 'public, max-age=0',
      vary: 'Accept-Encoding',
      'last-modified': lastModified.toUTCString(),
    });
    expect(again.headers.etag).toMatch(/-gzip"$/);
    expect((await get({ 'if-modified-since': lastModified.toUTCString() })).status).toBe(304);
    expect(
      (await get({ 'if-none-match': '"x"', 'if-modified-since': lastModified.toUTCString() })).status,
    ).toBe(200);
  });
});

it('an error is neither conditional nor has a tag', async () => {
  current = new Answer({ status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('none') });
  const reply = await get({ 'if-none-match': '*' });
  expect([reply.status, reply.headers.etag, reply.body.toString()]).toEqual([404, undefined, 'none']);
});

describe('an image', () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
  const image = (): Answer =>
    new Answer({ status: 200, headers: { 'Content-Type': 'image/png' }, body: bytes, ranges: true });

  it('is not compressed', async () => {
    current = image();
    const reply = await get({ 'accept-encoding': 'br' });
    expect(reply.headers['content-encoding']).toBeUndefined();
    expect(reply.headers.vary).toBeUndefined();
    expect(reply.body.equals(bytes)).toBe(true);
  });

  it('comes in parts', async () => {
    current = image();
    const part = await get({ range: 'bytes=10-19' });
    expect([part.status, part.headers['content-range'], part.headers['content-length']]).toEqual([
      206,
      'bytes 10-19/1000',
      '10',
    ]);
    expect(part.body.equals(bytes.subarray(10, 20))).toBe(true);
    const beyond = await get({ range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */1000']);
    expect((await get({ range: 'bytes=5-4' })).status).toBe(200);
    expect((await get({ range: 'bytes=0-1' }, 'HEAD')).status).toBe(200);
    expect((await get({ range: 'bytes=0-1', 'if-none-match': part.headers.etag ?? '' })).status).toBe(304);
  });
});
