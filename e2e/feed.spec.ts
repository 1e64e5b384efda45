import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { paths, place } from './support/places';
import { expect, test } from './support/test';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** An answer as it comes over the wire: nothing is decoded, nothing is sent that was not said. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask(place('blog') + encodeURI(path), { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject).once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    })
      .once('error', reject)
      .end();
  });
}

const FEED_TITLES = [
  '비트마스크로 고르기',
  'KMP: 틀린 자리에서 다시 시작하지 않기',
  'LoRA: 작은 손잡이만 돌리기',
  'How we read a paper together',
  '구간을 반씩 나누는 나무',
  'CLIP: 그림과 글을 한자리에',
  '서로소 집합: 뿌리 찾기',
  '확산 모델(Diffusion) 정리',
  'Word2Vec: 낱말의 이웃',
  'ResNet: 건너뛰는 길',
];

/** A feed as a program with a real XML parser reads it. */
async function parse(page: import('playwright/test').Page, xml: string) {
  await page.goto('/');
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const problem = document.querySelector('parsererror')?.textContent;
    if (problem !== undefined) throw new Error(problem);
    const of = (parent: Element | Document, name: string) =>
      [...parent.getElementsByTagName(name)].map((element) => element.textContent);
    return {
      version: document.documentElement.getAttribute('version'),
      language: of(document, 'language')[0],
      self: document.getElementsByTagName('atom:link')[0]?.getAttribute('href'),
      items: [...document.getElementsByTagName('item')].map((item) => ({
        title: of(item, 'title')[0],
        link: of(item, 'link')[0],
        guid: of(item, 'guid')[0],
        date: of(item, 'pubDate')[0],
        creators: of(item, 'dc:creator'),
        content: of(item, 'content:encoded')[0] ?? '',
      })),
    };
  }, xml);
}

test('the feed holds the ten newest posts, whole, as the old feed called them', async ({ page }) => {
  const { status, headers, body } = await get('/index.xml');
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^application\/rss\+xml/);
  const feed = await parse(page, body.toString());
  expect(feed).toMatchObject({ version: '2.0', language: 'ko', self: `${place('blog')}/index.xml` });
  expect(feed.items.map(({ title }) => title)).toEqual(FEED_TITLES);
  expect(new Set(feed.items.map(({ guid }) => guid)).size).toBe(10);
  expect(feed.items[0]).toMatchObject({
    link: `${place('blog')}${encodeURI(paths.newest)}`,
    guid: `https://reading-room.example${encodeURI(paths.newest)}`,
    date: 'Wed, 07 Jun 2023 00:00:00 GMT',
    creators: ['서태양'],
  });

  const { content = '' } = feed.items.find(({ title }) => title?.startsWith('확산')) ?? {};
  expect(content).toContain('<strong>잡음(noise)</strong>을');
  expect(content).toMatch(/<math [^>]*alttext="x_0"/);
  expect(content).not.toContain('class=');
  expect(content).toContain('noise = sample_like(x)');
  expect(content).toContain('왜 잡음을 맞히는 쪽이');
  for (const [, address = ''] of content.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect(address).toMatch(/^(?:https?:\/\/|mailto:|#)/);
  }
});

test('every link of the feed leads to its post', async ({ page, request }) => {
  const { items } = await parse(page, (await get('/index.xml')).body.toString());
  for (const { link = '', title = '' } of items) {
    const answer = await request.get(link, { maxRedirects: 0 });
    expect(answer.status(), link).toBe(200);
    expect(await answer.text()).toContain(title);
  }
});

test('a category, a tag, an author and the other language have feeds of their own', async ({ page }) => {
  const titles = async (path: string) => {
    const feed = await parse(page, (await get(path)).body.toString());
    return { language: feed.language, titles: feed.items.map(({ title }) => title) };
  };
  expect((await titles('/algorithm/index.xml')).titles).toHaveLength(6);
  expect((await titles('/tags/비전/index.xml')).titles).toEqual([
    'CLIP: 그림과 글을 한자리에',
    '확산 모델(Diffusion) 정리',
    'ResNet: 건너뛰는 길',
  ]);
  expect((await titles('/authors/윤민서/index.xml')).titles).toHaveLength(7);
  const english = await titles('/en/ai/index.xml');
  expect(english.language).toBe('en');
  expect(english.titles).toContain('Why does batch normalisation work?');
  expect(english.titles).not.toContain('배치 정규화는 왜 통할까');
});

for (const path of ['/index.xml', '/ai/index.xml', '/en/index.xml', paths.everything, '/']) {
  test(`a reader that has ${path} already is told so`, async () => {
    const first = await get(path);
    const { etag = '', 'last-modified': modified } = first.headers;
    expect(first.status).toBe(200);
    expect(etag).toMatch(/^"[\w-]+"$/);

    const same = await get(path, { 'If-None-Match': etag });
    expect(same.status).toBe(304);
    expect(same.body.length).toBe(0);
    expect(same.headers.etag).toBe(etag);
    expect((await get(path, { 'If-None-Match': `"other", W/${etag}` })).status).toBe(304);
    expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    if (path.endsWith('.xml')) {
      expect(modified).toBeDefined();
      expect((await get(path, { 'If-Modified-Since': modified ?? '' })).status).toBe(304);
      expect((await get(path, { 'If-Modified-Since': 'Sun, 01 Jan 2023 00:00:00 GMT' })).status).toBe(200);
      // The entity tag decides where both are sent (RFC 9110, 13.2.2).
      const both = { 'If-None-Match': '"other"', 'If-Modified-Since': modified ?? '' };
      expect((await get(path, both)).status).toBe(200);
    }
  });

  test(`${path} is asked for by its head alone, and packed`, async () => {
    const plain = await get(path);
    const head = await get(path, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(plain.body.length));
    expect(head.headers.etag).toBe(plain.headers.etag);

    const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
    for (const encoding of ['gzip', 'br'] as const) {
      const packed = await get(path, { 'Accept-Encoding': encoding });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers.vary).toContain('Accept-Encoding');
      expect(packed.body.length).toBeLessThan(plain.body.length / 2);
      expect(unpack[encoding](packed.body).equals(plain.body)).toBe(true);
      const again = await get(path, {
        'Accept-Encoding': encoding,
        'If-None-Match': packed.headers.etag ?? '',
      });
      expect(again.status).toBe(304);
    }
    expect((await get(path, { 'Accept-Encoding': 'br, gzip' })).headers['content-encoding']).toBe('br');
    expect((await get(path, { 'Accept-Encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
  });
}

test('the feed is found from every page, in its language', async ({ page }) => {
  for (const [path, feed] of [
    ['/', '/index.xml'],
    ['/en/', '/en/index.xml'],
    ['/ai/', '/ai/index.xml'],
    ['/en/algorithm/', '/en/algorithm/index.xml'],
    [paths.everything, '/ai/index.xml'],
  ] as const) {
    await page.goto(encodeURI(path));
    const announced = page.locator('link[rel=alternate][type="application/rss+xml"]').first();
    await expect(announced).toHaveAttribute('href', place('blog') + feed);
  }
});
