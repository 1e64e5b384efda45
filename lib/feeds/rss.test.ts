import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { toRss } from './rss';
import { feed, item, parseXml, picture, textsOf } from './testing';
import type { Feed } from './types';

function parsed(given: Feed) {
  const xml = toRss(given);
  const channel = parseXml(xml).children[0]?.children[0];
  const items = channel?.children.filter(({ name }) => name === 'item') ?? [];
  return { xml, channel, items, feed: parseRssFeed(xml) };
}

describe('a channel', () => {
  it('says what it is, in which language, and where', () => {
    const { channel, feed: read } = parsed(feed([item()], { copyright: '© 모임' }));
    expect(read).toMatchObject({
      title: '논문 모임',
      link: 'https://blog.example/',
      description: '함께 읽는 논문',
      language: 'ko',
      copyright: '© 모임',
      generator: 'Nonmun 0.1.0',
      ttl: 60,
      lastBuildDate: 'Sat, 24 Sep 2022 01:02:03 GMT',
      atom: { links: [{ href: 'https://blog.example/index.xml', rel: 'self', type: 'application/rss+xml' }] },
    });
    expect(textsOf(channel, 'lastBuildDate')).toEqual(['Sat, 24 Sep 2022 01:02:03 GMT']);
  });

  it('may be empty', () => {
    const { items, channel } = parsed(feed([], { updatedAt: null }));
    expect(items).toEqual([]);
    expect(textsOf(channel, 'lastBuildDate')).toEqual([]);
  });

  it.each([
    [32, 32, '32', '32'],
    [512, 256, '144', '72'],
    [100, 4000, '10', '400'],
    [5000, 1, '144', '1'],
  ])('has an image within the bounds of RSS: %d × %d', (width, height, shownWidth, shownHeight) => {
    const { channel } = parsed(feed([], { image: { url: 'https://blog.example/logo.png', width, height } }));
    const image = channel?.children.find(({ name }) => name === 'image');
    expect(image?.children.map(({ name, text }) => [name, text])).toEqual([
      ['url', 'https://blog.example/logo.png'],
      ['title', '논문 모임'],
      ['link', 'https://blog.example/'],
      ['width', shownWidth],
      ['height', shownHeight],
    ]);
  });
});

describe('an item', () => {
  it('carries the whole post and what is known of it', () => {
    const alternates = [{ language: 'en', url: 'https://blog.example/en/ai/2022-09/attention/' }];
    const { items, feed: read } = parsed(feed([item({ image: picture, alternates })]));
    expect(read.items?.[0]).toMatchObject({
      title: '주의만 있으면 된다',
      link: 'https://blog.example/ai/2022-09/attention/',
      description: '변환기를 처음부터 읽는다.',
      guid: { value: 'urn:uuid:018f0000-0000-7000-8000-000000000001', isPermaLink: false },
      pubDate: 'Fri, 23 Sep 2022 01:02:03 GMT',
      categories: [
        { name: '인공지능', domain: 'https://blog.example/ai/' },
        { name: 'attention', domain: 'https://blog.example/tags/attention/' },
      ],
      content: { encoded: '<p>변환기를 처음부터 읽는다.</p>' },
      dc: { creators: ['김하나'], languages: ['ko'] },
      atom: {
        updated: '2022-09-24T01:02:03.000Z',
        links: [{ rel: 'alternate', hreflang: 'en', href: alternates[0]?.url }],
      },
      media: {
        contents: [{ url: picture.url, medium: 'image', type: 'image/png', fileSize: 1234, width: 640 }],
      },
    });
    const media = items[0]?.children.find(({ name }) => name === 'media:content');
    expect(media?.attributes).not.toHaveProperty('height');
  });

  it('names each of several authors', () => {
    const authors = [
      { name: '김하나', url: null },
      { name: 'Lee & Park', url: null },
    ];
    expect(textsOf(parsed(feed([item({ authors })])).items[0], 'dc:creator')).toEqual([
      '김하나',
      'Lee & Park',
    ]);
  });

  it.each([
    ['https://old.example/ai/2022-09/Attention(2017)/?a=1&b=2', 'false'],
    [' guid with  spaces <&> "한글" ', 'false'],
    ['https://blog.example/ai/2022-09/attention/', 'true'],
    ['line\r\nbreak', 'false'],
  ])('keeps its guid byte for byte: %j', (guid, isPermaLink) => {
    const { items } = parsed(feed([item({ guid })]));
    const found = items[0]?.children.find(({ name }) => name === 'guid');
    expect([found?.text, found?.attributes.isPermaLink]).toEqual([guid, isPermaLink]);
  });

  it('that was never corrected has no date of that', () => {
    const never = item({ updatedAt: new Date('2022-09-23T01:02:03Z') });
    expect(textsOf(parsed(feed([never])).items[0], 'atom:updated')).toEqual([]);
  });

  it('keeps the order that it was given', () => {
    const items = ['c', 'a', 'b'].map((title) => item({ title, guid: title }));
    expect(parsed(feed(items)).feed.items?.map(({ title }) => title)).toEqual(['c', 'a', 'b']);
  });
});

describe('text', () => {
  it.each([
    ['markup', '<p>a</p><script>x</script>'],
    ['ends of sections', 'a ]]> b ]]]]>> c ]]'],
    ['entities', '&amp; &lt; &nbsp; & &#0;'],
    ['quotes', `"double" 'single'`],
    ['emoji', 'a \u{1f469}\u200d\u{1f52c} b'],
    ['Hangul jamo', '\u1112\u1161\u11ab \u3131'],
    ['right to left', 'a \u200f\u05d0\u202b b \u202c'],
    ['white space', '\t a\n\nb  '],
    ['other planes', '\u{20000} \u{10ffff}'],
  ])('survives: %s', (_, text) => {
    const { items, channel } = parsed(feed([item({ title: text, contentHtml: text })], { title: text }));
    expect(textsOf(channel, 'title')).toEqual([text]);
    expect(textsOf(items[0], 'title')).toEqual([text]);
    expect(textsOf(items[0], 'content:encoded')).toEqual([text]);
  });

  it('that XML forbids is left out, in every place', () => {
    const bad = 'a\u0000\u0008\u000b\u001f\ufffe\uffffb \ud800c\udc00';
    const everywhere = item({
      title: bad,
      guid: bad,
      summary: bad,
      contentHtml: bad,
      authors: [{ name: bad, url: null }],
      tags: [{ name: bad, url: `https://blog.example/${bad}` }],
    });
    const { items } = parsed(feed([everywhere], { title: bad, description: bad }));
    for (const name of ['title', 'guid', 'description', 'dc:creator', 'content:encoded']) {
      expect(textsOf(items[0], name)).toEqual(['ab \ufffdc\ufffd']);
    }
  });

  it('in attributes survives as well', () => {
    const url = `https://blog.example/?a="1"&b='<2>'`;
    const { items } = parsed(feed([item({ tags: [{ name: 'x', url }] })]));
    expect(items[0]?.children.filter(({ name }) => name === 'category')[1]?.attributes.domain).toBe(url);
  });

  it('of a summary is HTML to readers, so that what is about tags is not taken for tags', () => {
    const { items } = parsed(feed([item({ summary: 'a < b && <b> stays' })]));
    expect(textsOf(items[0], 'description')).toEqual(['a &lt; b &amp;&amp; &lt;b&gt; stays']);
  });
});

it('gives the same bytes for the same feed', () => {
  expect(toRss(feed([item(), item({ guid: 'x' })]))).toBe(toRss(feed([item(), item({ guid: 'x' })])));
});
