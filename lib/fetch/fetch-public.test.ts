import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPublic, FetchError, isPublicAddress } from './index';

const servers: http.Server[] = [];

/** A server on loopback; its origin. */
async function serve(handler: http.RequestListener): Promise<string> {
  const server = http.createServer(handler);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const limits = { maxBytes: 1000, timeoutMs: 2000 };

async function failure(promise: Promise<unknown>): Promise<FetchError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FetchError);
  return error as FetchError;
}

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '203.0.114.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])(
    'lets %s through',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fec0::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('refuses %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('fetchPublic', () => {
  it('fetches from the origin that the operator named', async () => {
    const origin = await serve((request, response) => {
      response.setHeader('content-type', 'text/xml; charset=utf-8');
      response.end(`${request.method} ${request.url} ${request.headers.accept} ${request.headers.cookie}`);
    });
    const got = await fetchPublic(`${origin}/feed?x=1`, {
      ...limits,
      accept: 'text/xml',
      trustedOrigin: origin,
    });
    expect(Buffer.from(got.body).toString()).toBe('GET /feed?x=1 text/xml undefined');
    expect(got.contentType).toBe('text/xml; charset=utf-8');
    expect(got.url).toBe(`${origin}/feed?x=1`);
  });

  it('refuses every way of writing a private address, before connecting', async () => {
    let asked = 0;
    const origin = await serve((_, response) => {
      asked += 1;
      response.end('secret');
    });
    const port = new URL(origin).port;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f000001',
      '2130706433',
      '017700000001',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
    ]) {
      const error = await failure(fetchPublic(`http://${host}:${port}/`, limits));
      expect([host, error.code]).toEqual([host, 'address-private']);
    }
    expect(asked).toBe(0);
  });

  it('refuses a name when one of its addresses is private', async () => {
    const error = await failure(fetchPublic('http://localhost/', limits));
    expect(error.code).toBe('address-private');
  });

  it.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'http://user:secret@example.org/',
    'not an address',
    '//example.org/',
    '',
  ])('refuses %j', async (address) => {
    expect((await failure(fetchPublic(address, limits))).code).toBe('address-invalid');
  });

  it('follows redirects within the trusted origin, and none to a private neighbour', async () => {
    const neighbour = await serve((_, response) => response.end('secret'));
    const origin = await serve((request, response) => {
      if (request.url === '/here') response.writeHead(302, { location: '/there' }).end();
      else if (request.url === '/away') response.writeHead(301, { location: `${neighbour}/` }).end();
      else if (request.url === '/file') response.writeHead(301, { location: 'file:///etc/passwd' }).end();
      else response.end('there');
    });
    const options = { ...limits, trustedOrigin: origin };
    const got = await fetchPublic(`${origin}/here`, options);
    expect(got.url).toBe(`${origin}/there`);
    expect((await failure(fetchPublic(`${origin}/away`, options))).code).toBe('address-private');
    expect((await failure(fetchPublic(`${origin}/file`, options))).code).toBe('address-invalid');
  });

  it('gives up on an endless redirect', async () => {
    let asked = 0;
    const origin = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${asked}` }).end();
    });
    const error = await failure(fetchPublic(`${origin}/`, { ...limits, trustedOrigin: origin }));
    expect(error.code).toBe('too-many-redirects');
    expect(asked).toBe(6);
  });

  it('stops at the size limit, said or unsaid, compressed or not', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/said') {
        response.setHeader('content-length', '5000');
        response.end('x'.repeat(5000));
      } else if (request.url === '/bomb') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(50_000_000)));
      } else {
        const timer = setInterval(() => response.write('x'.repeat(400)), 1);
        response.on('close', () => clearInterval(timer));
      }
    });
    const options = { ...limits, trustedOrigin: origin };
    for (const path of ['/said', '/bomb', '/endless']) {
      const error = await failure(fetchPublic(origin + path, options));
      expect([path, error.code, error.values.maxBytes]).toEqual([path, 'too-large', 1000]);
    }
  });

  it('decompresses', async () => {
    const origin = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('한글'));
    });
    const got = await fetchPublic(origin, { ...limits, trustedOrigin: origin });
    expect(Buffer.from(got.body).toString()).toBe('한글');
  });

  it('names an answer that is not what its encoding says', async () => {
    const origin = await serve((request, response) => {
      response.setHeader('content-encoding', request.url === '/odd' ? 'rot13' : 'gzip');
      response.end('plain');
    });
    const options = { ...limits, trustedOrigin: origin };
    expect((await failure(fetchPublic(`${origin}/`, options))).code).toBe('encoding');
    expect((await failure(fetchPublic(`${origin}/odd`, options))).code).toBe('encoding');
  });

  it('stops at the time limit: a silent server, a dripping body', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/silent') return;
      if (request.url === '/body') response.write('a');
      const timer = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const options = { maxBytes: 1_000_000, timeoutMs: 150, trustedOrigin: origin };
    for (const path of ['/silent', '/body']) {
      const started = Date.now();
      const error = await failure(fetchPublic(origin + path, options));
      expect([path, error.code]).toEqual([path, 'timeout']);
      expect(Date.now() - started).toBeLessThan(1500);
    }
  });

  it('tells statuses, closed ports and unknown hosts apart', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end());
    const missing = await failure(fetchPublic(origin, { ...limits, trustedOrigin: origin }));
    expect([missing.code, missing.values.status]).toEqual(['status', 404]);
    const closed = 'http://127.0.0.1:1';
    expect((await failure(fetchPublic(closed, { ...limits, trustedOrigin: closed }))).code).toBe(
      'unreachable',
    );
    const unknown = await failure(fetchPublic('http://nonmun.invalid/', limits));
    expect(['not-found', 'unreachable']).toContain(unknown.code);
  });
});
