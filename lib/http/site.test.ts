import {
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentAddress, dependsOn, noteFailure } from '@/lib/cache';
import { createSiteServer, type SiteServer } from './lifecycle';
import { createSite, type Site, type SiteEvent, type SiteOptions } from './site';

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Stands for the framework: pages with its scripts, a feed, a desk that echoes, and what goes wrong. */
function framework(seen: IncomingMessage[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    seen.push(request);
    await setImmediate();
    const path = request.url ?? '';
    const html = (status: number, body: string): void => {
      response.writeHead(status, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'private, no-store',
        Vary: 'rsc',
        'Set-Cookie': 'a=b',
        Link: '</_next/a.css>; rel=preload; as="style", </_next/a.js>; rel=preload; as="script"',
      });
      response.end(`<!DOCTYPE html><html><body>${body}<script>self.__next_f</script></body></html>`);
    };
    dependsOn('post:1');
    if (path.includes('/gone/')) html(404, '');
    else if (path.includes('/boom/')) {
      noteFailure(new Error('secret detail'));
      html(500, 'secret detail');
    } else if (path.includes('/throws/')) throw new Error('secret detail');
    else if (path.includes('/moved/')) response.writeHead(308, { Location: '/ai/new/' }).end('<p>moved');
    else if (path.startsWith('/feed/')) {
      response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8');
      response.setHeader('Last-Modified', 'Fri, 23 Sep 2022 10:20:30 GMT');
      response.end(`<rss>${path}</rss>`);
    } else if (path.startsWith('/_next/')) {
      response.setHeader('Content-Type', 'text/css');
      response.end('a{}');
    } else if (path.startsWith('/write/') || path.startsWith('/api/')) {
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      response.end(JSON.stringify({ url: path, headers: request.headers, size }));
    } else if (path.includes('/not-found/')) html(200, `<p>${path} for ${currentAddress() ?? ''}</p>`);
    else html(200, `<p>${path}</p>`);
  };
}

let current: SiteServer | null = null;
afterEach(async () => {
  await current?.close(0);
  current = null;
});

async function start(options: Partial<SiteOptions> = {}) {
  const seen: IncomingMessage[] = [];
  const events: SiteEvent[] = [];
  const database = { tick: 1, tags: [] as string[], isAlive: true };
  const site: Site = createSite({
    handler: framework(seen),
    siteUrl: 'https://blog.example',
    version: '1.2.3',
    trustedProxies: [],
    publicFiles: new Set(['/reading.js']),
    freshness: {
      changesSince: (tick) =>
        database.isAlive
          ? Promise.resolve({ now: database.tick, tags: tick < database.tick ? database.tags : [] })
          : Promise.reject(new Error('lost')),
    },
    databaseAlive: () => Promise.resolve(database.isAlive),
    report: (event) => events.push(event),
    ...options,
  });
  const started = createSiteServer(site);
  current = started;
  const { server } = started;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on('error', reject);
      });
      sent.on('error', reject).end(body);
    });
  return { get, seen, events, database, site, port, close: started.close };
}

describe('reading pages', () => {
  it('are documents without the framework, the same for every visitor, rendered once', async () => {
    const { get, seen } = await start();
    const first = await get('/ai/x/', {
      headers: { cookie: 'session=1', rsc: '1', 'x-forwarded-host': 'evil.example' },
    });
    const second = await get('/ai/x/?utm_source=mail', { headers: { host: 'evil.example' } });
    expect(first.status).toBe(200);
    expect(first.body).toBe('<!DOCTYPE html><html><body><p>/ko/ai/x/</p></body></html>');
    expect(second.body).toBe(first.body);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers).toEqual({ host: 'blog.example', accept: '*/*', 'user-agent': 'Nonmun' });
  });

  it('carry the headers of a document and none of the framework', async () => {
    const { get } = await start();
    const { headers } = await get('/en/');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      link: '</_next/a.css>; rel=preload; as="style"',
      'strict-transport-security': 'max-age=31536000',
      'speculation-rules': '"/speculation-rules.json"',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers.vary ?? '').not.toContain('rsc');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('show a change of this process at once', async () => {
    const { get, seen, database, site } = await start();
    await get('/ai/x/');
    Object.assign(database, { tick: 2, tags: ['post:1'] });
    site.keeper.noteChange();
    await get('/ai/x/');
    await get('/ai/x/');
    expect(seen).toHaveLength(2);
  });

  it('that are missing are answered by a page that knows the address, kept for each', async () => {
    const { get, seen } = await start();
    const first = await get('/gone/');
    const second = await get('/x/gone/');
    const english = await get('/en/gone/');
    expect([first.status, second.status, english.status]).toEqual([404, 404, 404]);
    expect(first.body).toContain('/ko/not-found/ for /gone/');
    expect(second.body).toContain('/ko/not-found/ for /x/gone/');
    expect(english.body).toContain('/en/not-found/ for /en/gone/');
    const rendered = seen.length;
    expect((await get('/gone/')).body).toBe(first.body);
    expect(seen).toHaveLength(rendered);
    expect((await get('/not-found/')).status).toBe(404);
  });

  it('that have moved are reached in one step from any spelling', async () => {
    const { get } = await start();
    const reply = await get('/ai/moved');
    expect([reply.status, reply.headers.location]).toEqual([308, '/ai/new/']);
    const plain = await get('/ai/x');
    expect([plain.status, plain.headers.location]).toEqual([308, '/ai/x/']);
    expect((await get('/boom')).headers.location).toBe('/boom/');
  });

  it('that are missing say so even where the page for that is missing', async () => {
    const { get } = await start({
      handler: (_, response) =>
        Promise.resolve(void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p></p>')),
    });
    const reply = await get('/en/none/');
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('<html lang="en">');
  });

  it('that moved redirect without a body', async () => {
    const { get } = await start();
    const reply = await get('/ai/moved/');
    expect([reply.status, reply.headers.location, reply.body]).toEqual([308, '/ai/new/', '']);
  });

  it('take no other methods', async () => {
    const { get, seen } = await start();
    const reply = await get('/ai/x/', { method: 'POST', body: 'a=b' });
    expect([reply.status, reply.headers.allow, seen.length]).toEqual([405, 'GET, HEAD', 0]);
  });
});

describe('failures', () => {
  it.each(['/boom/', '/throws/'])(
    '%s: say nothing of what happened, and are told to the operator',
    async (path) => {
      const { get, events } = await start();
      const reply = await get(`/en${path}`);
      expect(reply.status).toBe(500);
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.body).toContain('<html lang="en">');
      expect(reply.body).not.toContain('secret');
      expect(events).toHaveLength(1);
      expect(reply.body).toContain(events[0]?.reference);
      const { error } = events[0] ?? {};
      expect(String(error) + String((error as Error).cause)).toContain('secret detail');
    },
  );

  it('are 503 while the database is lost, and kept pages go on', async () => {
    const { get, events, database } = await start();
    const kept = await get('/ai/x/');
    database.isAlive = false;
    await vi.waitFor(async () => {
      await get('/ai/x/');
      expect(events.map(({ kind }) => kind)).toEqual(['database-lost']);
    });
    expect((await get('/ai/x/')).body).toBe(kept.body);
    const missing = await get('/throws/');
    expect([missing.status, missing.headers['retry-after']]).toEqual([503, '10']);
    expect((await get('/healthz')).status).toBe(503);
    expect(events).toHaveLength(1);
  });

  it('of a render that takes too long come in time', async () => {
    const handler = (): Promise<void> => new Promise(() => undefined);
    const { get } = await start({ handler, renderLimit: 20 });
    expect((await get('/ai/x/')).status).toBe(500);
  });

  it('of an address are refused before anything else', async () => {
    const { get, seen } = await start();
    const [bad, long] = [await get('/%ff/'), await get(`/${'a'.repeat(5000)}`)];
    expect([bad.status, long.status, seen.length]).toEqual([400, 414, 0]);
    expect(bad.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('searches', () => {
  it('are made anew each time, and counted by visitor', async () => {
    const { get, seen } = await start({
      questions: { burst: 2, perSecond: 0.01 },
      trustedProxies: ['127.0.0.0/8'],
    });
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    expect((await get('/search/?q=a', from('192.0.2.1'))).headers['cache-control']).toBe('private, no-cache');
    await get('/search/?q=a', from('192.0.2.1'));
    expect(seen).toHaveLength(2);

    const refused = await get('/en/search/?q=b', from('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('100');
    expect(refused.body).toContain('Please try again in a moment');
    const data = await get('/search/find.json?q=b', from('192.0.2.1'));
    expect(data.status).toBe(429);
    expect(JSON.parse(data.body)).toMatchObject({ error: { code: 'too-many' } });
    expect(seen).toHaveLength(2);

    expect((await get('/ai/x/', from('192.0.2.1'))).status).toBe(200);
    expect((await get('/search/?q=a', from('192.0.2.2'))).status).toBe(200);
    expect((await get('/search/?q=a', from('2001:db8::1'))).status).toBe(200);
    expect((await get('/search/?q=a', from('2001:db8::2'))).status).toBe(200);
    expect((await get('/search/?q=a', from('2001:db8::3'))).status).toBe(429);
  });

  it('say something also where the address is longer than can be read', async () => {
    const { get } = await start();
    expect((await get(`/search/?q=${'a'.repeat(10_000)}`)).body).toContain(`q=${'a'.repeat(201)}<`);
    const tooLong = await get(`/en/search/?q=${'a'.repeat(20_000)}`);
    expect(tooLong.status).toBe(431);
    expect(tooLong.body).toContain('This address is too long');
  });
});

describe('feeds', () => {
  it('are kept by their known parameters, and answer by date as well', async () => {
    const { get, seen } = await start();
    const feed = await get('/ai/index.xml?n=5&utm=1');
    expect(feed.body).toBe('<rss>/feed/ko/rss/ai/?n=5</rss>');
    expect(feed.headers).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'access-control-allow-origin': '*',
      'last-modified': 'Fri, 23 Sep 2022 10:20:30 GMT',
    });
    const conditions = { 'if-modified-since': 'Fri, 23 Sep 2022 10:20:30 GMT' };
    expect((await get('/ai/index.xml?x=2&n=5', { headers: conditions })).status).toBe(304);
    expect(seen).toHaveLength(1);
  });

  it('are XML to a browser that shows them, in the same bytes, and RSS to whoever reads them', async () => {
    const { get } = await start();
    const shown = await get('/index.xml', { headers: { 'sec-fetch-dest': 'document' } });
    const read = await get('/index.xml', { headers: { 'sec-fetch-dest': 'empty' } });
    expect(shown.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(read.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(shown.body).toBe(read.body);
    for (const { headers } of [shown, read]) expect(headers.vary).toBe('Sec-Fetch-Dest');
  });

  it('answer no page for people', async () => {
    const { get } = await start({
      handler: (_, response) =>
        Promise.resolve(void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>soup</h1>')),
    });
    const reply = await get('/none/index.xml');
    expect([reply.status, reply.body, reply.headers['content-type']]).toEqual([404, '', undefined]);
  });
});

it('redirects to the one spelling of an address', async () => {
  const { get } = await start();
  const reply = await get('/ko//ai?x=1');
  expect([reply.status, reply.headers.location]).toEqual([308, '/ai/?x=1']);
});

it('serves files of the program for ever', async () => {
  const { get, seen } = await start();
  expect((await get('/_next/static/a.css')).headers['cache-control']).toContain('immutable');
  await get('/_next/static/a.css');
  expect(seen).toHaveLength(1);
});

it('tells how it is', async () => {
  const { get } = await start();
  const reply = await get('/healthz');
  expect([reply.status, JSON.parse(reply.body)]).toEqual([200, { status: 'ok', version: '1.2.3' }]);
  expect(reply.headers['cache-control']).toBe('no-store');
  const rules = await get('/speculation-rules.json');
  expect(rules.headers['content-type']).toBe('application/speculationrules+json');
});

describe('the desk', () => {
  it('gets the request as it is, but for what a visitor could pretend', async () => {
    const { get } = await start();
    const reply = await get('/write/?_rsc=1', {
      method: 'POST',
      body: 'text',
      headers: {
        cookie: 'a=1',
        origin: 'https://blog.example',
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-for': '1.1.1.1',
        forwarded: 'for=1',
      },
    });
    const echo = JSON.parse(reply.body) as { url: string; size: number; headers: Record<string, string> };
    expect(echo).toMatchObject({ url: '/write/?_rsc=1', size: 4 });
    expect(echo.headers).toMatchObject({
      cookie: 'a=1',
      host: 'blog.example',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
    });
    expect(echo.headers['x-forwarded-host']).toBeUndefined();
    expect(echo.headers.forwarded).toBeUndefined();
  });

  it('has a fresh nonce in each answer, the one that the framework was told', async () => {
    const { get } = await start();
    const nonces = [await get('/write/'), await get('/write/')].map(({ headers, body }) => {
      const policy = headers['content-security-policy'];
      expect(
        (JSON.parse(body) as { headers: Record<string, string> }).headers['content-security-policy'],
      ).toBe(policy);
      return /'nonce-([^']+)'/.exec(String(policy))?.[1];
    });
    expect(nonces[0]).toHaveLength(24);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('lets only pages of this site change something', async () => {
    const { get, seen } = await start();
    const post = (address: string, headers: Record<string, string>) =>
      get(address, { method: 'POST', body: '{}', headers });
    const foreign = await post('/api/x', { origin: 'https://evil.example', 'x-language': 'en' });
    expect(foreign.status).toBe(403);
    expect(JSON.parse(foreign.body)).toEqual({
      error: {
        code: 'origin',
        message: 'Open the site at https://blog.example. Requests from this address are not accepted.',
      },
    });
    expect((await post('/api/x', {})).status).toBe(403);
    expect((await post('/api/x', { origin: 'null' })).status).toBe(403);
    expect((await post('/api/x', { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await post('/write/', { origin: 'https://blog.example.evil.example' })).status).toBe(403);
    expect(seen).toEqual([]);
    expect((await post('/api/x', { origin: 'https://blog.example' })).status).toBe(200);
    expect((await post('/api/x', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await get('/api/x', { headers: { origin: 'https://evil.example' } })).status).toBe(200);
  });

  it('refuses bodies that are too large, announced or not', async () => {
    const { get, port } = await start();
    const announced = await get('/api/x', {
      method: 'POST',
      body: 'x',
      headers: { origin: 'https://blog.example', 'content-length': '9000000' },
    });
    expect(announced.status).toBe(413);
    expect(JSON.parse(announced.body)).toMatchObject({ error: { code: 'too-large' } });

    const socket = connect(port, '127.0.0.1');
    const reply = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      socket.on('error', () => undefined).on('close', () => resolve(text));
    });
    socket.write(
      'POST /api/x HTTP/1.1\r\nHost: x\r\nOrigin: https://blog.example\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`;
    for (let count = 0; count < 30; count += 1) socket.write(chunk);
    expect(await reply).not.toContain('200 OK');
  });
});

describe('stopping', () => {
  it('finishes what is under way and closes connections on which nothing is asked', async () => {
    const pending = vi.fn<(response: ServerResponse) => void>();
    const handler = (_: IncomingMessage, response: ServerResponse): Promise<void> => {
      pending(response);
      return Promise.resolve();
    };
    const { get, port, close } = await start({ handler });
    const silent = connect(port, '127.0.0.1');
    const wasClosed = new Promise((resolve) => silent.on('error', () => undefined).once('close', resolve));
    const underWay = get('/ai/x/', { headers: { connection: 'keep-alive' } });
    await vi.waitFor(() => expect(pending).toHaveBeenCalled());

    const closed = close(60_000);
    await wasClosed;
    pending.mock.calls[0]?.[0].writeHead(200, { 'Content-Type': 'text/html' }).end('<p>done</p>');
    expect((await underWay).body).toBe('<p>done</p>');
    expect(await closed).toBe(true);
  });

  it('cuts off what takes too long', async () => {
    const handler = vi.fn(() => new Promise<void>(() => undefined));
    const { get, close } = await start({ handler });
    const cut = expect(get('/ai/x/')).rejects.toThrow();
    await vi.waitFor(() => expect(handler).toHaveBeenCalled());
    expect(await close(10)).toBe(false);
    await cut;
  });
});

it('keeps nothing in development, and lets the tools of the framework through', async () => {
  const { get, seen } = await start({ development: true });
  const [first] = [await get('/ai/x/'), await get('/ai/x/')];
  expect(first.body).toContain('self.__next_f');
  expect(first.headers['content-security-policy']).toContain("'unsafe-eval'");
  await get('/__nextjs_original-stack-frames', { method: 'POST', body: '{}' });
  expect(seen.map(({ url }) => url)).toEqual(['/ai/x/', '/ai/x/', '/__nextjs_original-stack-frames']);
  expect((await get('/ai')).status).toBe(308);
});
