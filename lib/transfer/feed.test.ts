import { existsSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError, readFeed, type ImportSource } from './index';
import { filesIn } from './testing';

const rss = (items: string, channel = '') =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>논문 모임</title><link>https://papers.example/</link><description>Recent content on 논문 모임</description>
<language>zh-cn</language><copyright>© 모임</copyright>${channel}
${items}
</channel></rss>`;

async function read(xml: string | Uint8Array): Promise<ImportSource> {
  return readFeed(join(await filesIn({ 'feed.xml': xml }), 'feed.xml'));
}

async function failure(promise: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ImportError);
  return error as ImportError;
}

const told = ({ notices }: ImportSource) => notices.map(({ level, line, code }) => [level, line, code]);

const item = (inner: string) =>
  `<item><title>t</title><link>https://papers.example/ai/2022-09/t/</link><pubDate>Fri, 23 Sep 2022 00:00:00 +0000</pubDate>${inner}</item>`;

describe('readFeed', () => {
  it('reads RSS 2.0', async () => {
    const source = await read(
      rss(`<item>
  <title>Whisper &amp; <![CDATA[친구]]></title>
  <link>https://papers.example/ai/2022-09/220923-whisper/</link>
  <pubDate>Fri, 23 Sep 2022 09:00:00 +0900</pubDate>
  <guid isPermaLink="true"> https://papers.example/ai/2022-09/220923-whisper/?x=1&amp;y </guid>
  <dc:creator>김논문</dc:creator>
  <category>Speech</category><category>ai</category>
  <media:title>not this</media:title>
  <description>&lt;p&gt;한국어 요약 &lt;a href="/ai/2022-08/x/#y"target="_blank"&gt;링크&lt;/a&gt; &lt;img src="../fig.png"&gt;&lt;/p&gt;</description>
</item>`),
    );
    expect(source.notices).toEqual([]);
    expect(source.site).toMatchObject({
      title: '논문 모임',
      description: null,
      copyright: '© 모임',
      origin: 'https://papers.example',
      language: 'ko',
    });
    const guid = ' https://papers.example/ai/2022-09/220923-whisper/?x=1&y ';
    expect(source.documents).toEqual([
      {
        source: `feed:${guid}`,
        kind: 'post',
        file: 'feed.xml',
        bodyLine: 6,
        title: 'Whisper & 친구',
        body: '한국어 요약 [링크](/ai/2022-08/x/#y) ![](/ai/2022-09/fig.png)\n',
        summary: '',
        language: 'ko',
        translationKey: `feed:${guid}`,
        publishedAt: new Date('2022-09-23T00:00:00Z'),
        draft: false,
        path: '/ai/2022-09/220923-whisper/',
        aliases: [],
        category: { slug: 'ai', name: 'ai' },
        month: '2022-09',
        slug: '220923-whisper',
        tags: [{ slug: 'speech', name: 'Speech' }],
        authors: [{ name: '김논문', email: null, about: '', links: [], avatar: null }],
        papers: [],
        guid,
        images: [
          {
            address: '/ai/2022-09/fig.png',
            path: '/ai/2022-09/fig.png',
            file: null,
            url: 'https://papers.example/ai/2022-09/fig.png',
            line: 0,
          },
        ],
      },
    ]);
  });

  it('prefers the whole text, and keeps a summary that is more than its start', async () => {
    const { documents } = await read(
      rss(
        item(
          '<guid>1</guid><description>가나다 [&amp;#8230;]</description><content:encoded><![CDATA[<p>가나다 라마바</p>]]></content:encoded>',
        ) +
          item(
            '<guid>2</guid><link>https://papers.example/ai/2022-09/u/</link><description>다른 &lt;b&gt;요약&lt;/b&gt;</description><content:encoded><![CDATA[<p>가나다</p>]]></content:encoded>',
          ).replace('<link>https://papers.example/ai/2022-09/t/</link>', ''),
      ),
    );
    expect(documents.map(({ body, summary }) => [body, summary])).toEqual([
      ['가나다 라마바\n', ''],
      ['가나다\n', '다른 요약'],
    ]);
  });

  it('reads RSS 1.0', async () => {
    const { documents, site } = await read(`<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://papers.example/"><title>T</title><link>https://papers.example/</link></channel>
<item rdf:about="https://papers.example/x"><title>x</title><link>https://papers.example/x</link>
<dc:date>2022-09-23T00:00:00Z</dc:date><description>&lt;i&gt;text&lt;/i&gt;</description></item></rdf:RDF>`);
    expect(site.title).toBe('T');
    expect(documents).toMatchObject([
      { guid: 'https://papers.example/x', body: '*text*\n', path: '/x/', month: '2022-09', language: 'en' },
    ]);
  });

  it('reads Atom with its three kinds of text', async () => {
    const { documents, site, notices } = await read(`<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; B</title><id>urn:x</id>
<link rel="self" href="https://papers.example/feed"/><link href="https://papers.example/"/><logo>/logo.png</logo>
<entry><id>urn:1</id><title type="html">&lt;b&gt;one&lt;/b&gt; &amp;amp; 1</title><link href="https://papers.example/ai/2022-09/one/"/>
<published>2022-09-23T00:00:00Z</published><updated>2022-10-01T00:00:00Z</updated>
<author><name>Kim</name><email>Kim@example.org</email><uri>https://kim.example</uri></author><category term="nlp" label="NLP"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b<br/><a href="/q?a=1&amp;b=2">c</a></p></div></content></entry>
<entry><id>urn:2</id><title>two *stars*</title><link rel="alternate" type="text/html" href="https://papers.example/ai/2022-09/two/"/>
<updated>2022-09-24T00:00:00Z</updated><content>1. plain
*text*</content></entry>
<entry><id>urn:3</id><title>three</title><updated>2022-09-24T00:00:00Z</updated><content type="image/png" src="https://x.example/a.png"/></entry>
</feed>`);
    expect([site.title, site.logo?.path]).toEqual(['A & B', '/logo.png']);
    expect(documents).toMatchObject([
      {
        guid: 'urn:1',
        title: 'one & 1',
        body: 'a < b\\\n[c](/q?a=1&b=2)\n',
        publishedAt: new Date('2022-09-23T00:00:00Z'),
        authors: [
          {
            name: 'Kim',
            email: 'kim@example.org',
            links: [{ label: 'kim.example', url: 'https://kim.example/' }],
          },
        ],
        tags: [{ slug: 'nlp', name: 'NLP' }],
      },
      { guid: 'urn:2', title: 'two *stars*', body: '1\\. plain\n\\*text\\*\n' },
    ]);
    expect(notices.map(({ code }) => code)).toEqual(['feed-item-empty']);
  });

  it('gives items of other sites an address here', async () => {
    const { documents } = await read(
      rss(
        item('<guid>1</guid><category>Deep Learning</category><description>x</description>').replace(
          'papers.example/ai/2022-09/t',
          'elsewhere.example/p/My%20Post.html',
        ),
      ),
    );
    expect(documents).toMatchObject([
      {
        path: '/deep-learning/2022-09/my-post/',
        category: { slug: 'deep-learning', name: 'Deep Learning' },
        month: '2022-09',
        slug: 'my-post',
      },
    ]);
  });

  it('maps addresses below the path of the old site', async () => {
    const xml = rss(
      item(
        '<guid>1</guid><description>x &lt;a href="https://papers.example/blog/ai/"&gt;y&lt;/a&gt;</description>',
      ),
    )
      .replace('<link>https://papers.example/</link>', '<link>https://papers.example/blog/</link>')
      .replace('/ai/2022-09/t/', '/blog/ai/2022-09/t/');
    const { documents, site } = await read(xml);
    expect([documents[0]?.path, documents[0]?.body, site.origin]).toEqual([
      '/ai/2022-09/t/',
      'x [y](/ai/)\n',
      'https://papers.example/blog',
    ]);
  });

  it('names items that it leaves out', async () => {
    const source = await read(
      rss(
        [
          '<item><title>no text</title><guid>1</guid></item>',
          '<item><title>no name</title><description>x</description></item>',
          item('<guid>2</guid><description>x</description>').replace('23 Sep', '31 Sep'),
          item('<guid>3</guid><description>x</description>'),
          item('<guid>3</guid><description>twice</description>'),
          item('<guid>4</guid><description>same address</description>'),
        ].join('\n'),
      ),
    );
    expect(source.documents.map(({ guid }) => guid)).toEqual(['3']);
    expect(told(source)).toEqual([
      ['warning', 6, 'feed-item-empty'],
      ['error', 7, 'feed-item-nameless'],
      ['error', 8, 'date-invalid'],
      ['error', 10, 'guid-duplicate'],
      ['error', null, 'address-duplicate'],
    ]);
  });

  it('falls back to the link as name, and cuts long titles', async () => {
    const { documents, notices } = await read(
      rss(
        item('<description>x</description>').replace(
          '<title>t</title>',
          `<title>${'제목 '.repeat(1667)}</title>`,
        ),
      ),
    );
    expect(documents[0]?.guid).toBe('https://papers.example/ai/2022-09/t/');
    expect([...(documents[0]?.title ?? '')].length).toBeLessThanOrEqual(300);
    expect(notices.map(({ code }) => code)).toEqual(['title-cut']);
  });

  it('survives characters that XML forbids, and keeps what came before an error', async () => {
    const broken = await read(
      rss(
        item('<guid>1</guid><description>a\u0008b</description>') +
          item('<guid>2</guid><description>x & y</description>'),
      ),
    );
    expect(broken.documents.map(({ body }) => body)).toEqual(['ab\n']);
    expect(broken.notices.map(({ code, level }) => [level, code])).toEqual([
      ['error', 'feed-broken'],
      ['warning', 'feed-characters'],
    ]);
  });

  it('reads other encodings by their declaration', async () => {
    const xml = rss(item('<guid>1</guid><description>x</description>')).replace(
      'encoding="utf-8"',
      'encoding="euc-kr"',
    );
    // EUC-KR for 한글.
    const bytes = Buffer.concat(
      xml
        .replace('<title>t</title>', '<title>@</title>')
        .replaceAll(/[^\x00-\x7f]/g, '?')
        .split('@')
        .flatMap((part, index) => [
          ...(index > 0 ? [Buffer.from([0xc7, 0xd1, 0xb1, 0xdb])] : []),
          Buffer.from(part),
        ]),
    );
    expect((await read(bytes)).documents[0]?.title).toBe('한글');
  });

  it.each<[string, string | Uint8Array, string]>([
    ['a page', '<!DOCTYPE html>\n<html><head></head></html>', 'feed-html'],
    ['a page in XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'feed-html'],
    ['other XML', '<?xml version="1.0"?><svg/>', 'feed-not-a-feed'],
    ['text', 'just text', 'feed-not-a-feed'],
    ['nothing', '', 'source-empty'],
    ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'feed-encoding'],
    ['a broken feed', '<rss><channel><title>x</rss>', 'feed-broken'],
    ['a truncated feed', '<rss><channel><title>x', 'feed-broken'],
    ['an unknown encoding', '<?xml version="1.0" encoding="klingon"?><rss/>', 'feed-encoding'],
    ['a feed as deep as a well', `<rss><channel>${'<x>'.repeat(1000)}`, 'feed-too-deep'],
    [
      'a billion laughs',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      'feed-entities',
    ],
    [
      'an external entity',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
      'feed-entities',
    ],
    ['an entity that nobody declared', '<rss><channel><title>&nbsp;</title></channel></rss>', 'feed-broken'],
  ])('refuses %s', async (_, content, code) => {
    expect((await failure(read(content))).code).toBe(code);
  });

  it('says where the feed of a page is', async () => {
    const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/index.xml">';
    expect((await failure(read(page))).values.feed).toBe('/index.xml');
  });

  it('refuses a feed of 200 MB without reading it', async () => {
    const folder = await filesIn({ 'feed.xml': '<rss/>' });
    const path = join(folder, 'feed.xml');
    await truncate(path, 200 * 1024 * 1024);
    const { code, values } = await failure(readFeed(path));
    expect([code, values.sizeMb, values.limitMb]).toEqual(['feed-too-large', 200, 64]);
  });

  it('refuses what is not there', async () => {
    expect((await failure(readFeed('/nowhere/feed.xml'))).code).toBe('source-missing');
  });

  it('reads from the web, and says what is wrong there', async () => {
    const server = http.createServer((request, response) => {
      if (request.url === '/index.xml') {
        response.setHeader('content-type', 'application/rss+xml');
        response.end(rss(item('<guid>1</guid><description>x</description>')));
      } else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const source = await readFeed(`${origin}/index.xml`);
      expect(source.documents[0]).toMatchObject({ file: `${origin}/index.xml`, path: '/ai/2022-09/t/' });
      const { code, values } = await failure(readFeed(`${origin}/none`));
      expect([code, values.status]).toEqual(['fetch-status', 404]);
    } finally {
      server.close();
    }
  });

  const seed = join(import.meta.dirname, '../../../shared/seed/index.xml');
  (existsSync(seed) ? it : null)?.('reads the feed of the blog that Nonmun replaces', async () => {
    const { documents, notices } = await readFeed(seed);
    expect(notices).toEqual([]);
    expect(documents).toHaveLength(10);
    expect(documents[0]).toMatchObject({
      path: '/ai/2022-09/220923-whisper/',
      publishedAt: new Date('2022-09-23T00:00:00Z'),
      language: 'ko',
    });
    expect(documents.every(({ guid, path }) => guid === `https://cse-study.github.io${path}`)).toBe(true);
  });
});
