import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iriOf, toAtom } from './atom';
import { toJsonFeed } from './json';
import { faultsOf } from './rules.testing';
import { toRss } from './rss';
import { feed, item, picture } from './testing';
import { FEED_FORMATS, type Feed, type FeedFormat, type FeedItem } from './types';

const writers: Record<FeedFormat, (given: Feed) => string> = { rss: toRss, atom: toAtom, json: toJsonFeed };

/** Feeds that have broken other programs. */
const hard: Record<string, Feed> = {
  'nothing yet': feed([], { updatedAt: null }),
  'everything an item can have': feed([
    item({
      image: picture,
      alternates: [{ language: 'en', url: 'https://blog.example/en/ai/2022-09/attention/' }],
    }),
  ]),
  'papers and a hub': feed(
    [
      item({
        papers: [
          { title: 'A & <B>', authors: ['Hu'], year: 2021, url: 'https://doi.org/10.1/a%22', doi: '10.1/a"' },
          { title: 'C', authors: [], year: null, url: 'https://arxiv.org/abs/1', doi: null },
        ],
      }),
    ],
    { hub: 'https://hub.example/?a=1&b=2' },
  ),
  'no author': feed([item({ authors: [] })]),
  'authors without pages': feed([item({ authors: [{ name: '박둘', url: null }] })]),
  'a title that is only an emoji': feed([item({ title: '👩‍🔬' })]),
  'ends of sections': feed([item({ title: ']]>', summary: ']]>', contentHtml: '<p>a ]]> b</p>' })]),
  'controls and halves of pairs': feed([
    item({ title: 'a\u0000\u0008b\ud800', summary: '\u001f\ufffe', contentHtml: '<p>\u000b\udc00</p>' }),
  ]),
  'two million letters': feed([item({ contentHtml: `<p>${'가나다 '.repeat(500_000)}</p>` })]),
  'before 1970': feed([
    item({ publishedAt: new Date('1905-06-30T00:00:00Z'), updatedAt: new Date('1905-06-30T00:00:00Z') }),
  ]),
  'in the future': feed([
    item({ publishedAt: new Date('2999-01-01T00:00:00Z'), updatedAt: new Date('2999-01-01T00:00:00Z') }),
  ]),
  'guids from elsewhere': feed(
    ['https://old.example/a b/', ' 글 42 ', '<x>', 'tag:old.example,2020:1', '7'].map((guid) =>
      item({ guid }),
    ),
  ),
  'a page in the middle': feed([item()], {
    query: '?page=2',
    paging: { kind: 'newest', first: '', last: '?page=3', previous: '', next: '?page=3', prevArchive: null },
  }),
  'a part of the history': feed([item()], {
    query: '?archive=2',
    paging: { kind: 'archive', current: '', prevArchive: '?archive=1', nextArchive: '?archive=3' },
  }),
};

describe.each(FEED_FORMATS)('%s', (format) => {
  const write = writers[format];

  it.each(Object.keys(hard))('keeps every rule of its format: %s', (name) => {
    const given = hard[name];
    if (!given) throw new Error(name);
    expect(faultsOf(format, write(given))).toEqual([]);
  });

  it('keeps them whatever is written', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const some = fc.record({ title: text, summary: text, guid: text, name: text, tag: text });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (given) => {
        const items = given.map(({ title, summary, guid, name, tag }, index): FeedItem => {
          const authors = [{ name: `a${name}`, url: null }];
          const tags = [{ name: tag, url: 'https://blog.example/tags/x/' }];
          return item({ guid: `${index}${guid}`, title, summary, authors, tags });
        });
        expect(faultsOf(format, write(feed(items, { title: given[0]?.title ?? '' })))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same bytes for the same feed', () => {
    expect(write(feed([item(), item({ guid: 'x' })]))).toBe(write(feed([item(), item({ guid: 'x' })])));
  });
});

describe('the three formats', () => {
  const items = ['c', 'a', 'b'].map((name) =>
    item({ title: name, guid: `urn:x:${name}`, url: `https://blog.example/ai/2022-09/${name}/` }),
  );

  it('carry the same items in the same order', () => {
    const rss = parseRssFeed(toRss(feed(items))).items?.map((it) => [it.guid?.value, it.link, it.title]);
    const atom = parseAtomFeed(toAtom(feed(items))).entries?.map((it) => [
      it.id,
      it.links?.find(({ rel }) => rel === 'alternate')?.href,
      typeof it.title === 'string' ? it.title : it.title?.value,
    ]);
    const json = parseJsonFeed(toJsonFeed(feed(items))).items?.map((it) => [it.id, it.url, it.title]);
    expect(rss).toHaveLength(3);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  it('lead to the other documents of the feed by the names of RFC 5005', () => {
    const first = feed([item()], {
      paging: {
        kind: 'newest',
        first: '',
        last: '?page=9',
        previous: null,
        next: '?page=2',
        prevArchive: '?archive=8',
      },
    });
    const links = (xml: string) =>
      [...xml.matchAll(/<(?:atom:)?link [^>]*>/g)]
        .map(([link]) => [/rel="([^"]*)"/.exec(link)?.[1], /href="([^"]*)"/.exec(link)?.[1]])
        .filter(([rel]) => !['self', 'alternate'].includes(rel ?? ''));
    for (const [format, file] of [
      ['rss', 'index.xml'],
      ['atom', 'index.atom'],
    ] as const) {
      expect(links(writers[format](first))).toEqual([
        ['first', `https://blog.example/${file}`],
        ['last', `https://blog.example/${file}?page=9`],
        ['next', `https://blog.example/${file}?page=2`],
        ['prev-archive', `https://blog.example/${file}?archive=8`],
      ]);
    }
    expect(JSON.parse(toJsonFeed(first))).toMatchObject({
      feed_url: 'https://blog.example/index.json',
      next_url: 'https://blog.example/index.json?page=2',
    });
  });

  it('of one page lead nowhere else', () => {
    expect(toAtom(feed([item()]))).not.toMatch(/rel="(?:first|last|next|previous)"/);
    expect(toJsonFeed(feed([item()]))).not.toContain('next_url');
  });

  it('say that a part of the history is one', () => {
    const past = hard['a part of the history'];
    if (!past) throw new Error('missing');
    expect(toRss(past)).toContain('<fh:archive/>');
    expect(toAtom(past)).toContain('<fh:archive/>');
    expect(toAtom(past)).toContain(
      'rel="current" type="application/atom+xml" href="https://blog.example/index.atom"',
    );
  });
});

describe('the id of an Atom entry', () => {
  it.each([
    'urn:uuid:018f0000-0000-7000-8000-000000000001',
    'https://old.example/ai/2022-09/220923-whisper/',
    'https://old.example/%EA%B8%80/글/?a=1&b=2#c',
    'tag:old.example,2020:1',
  ])('is the guid where that is an IRI: %s', (guid) => expect(iriOf(guid)).toBe(guid));

  it.each(['7', '글', 'a b', 'https://old.example/a b/', '<x>', 'x:\u0000'])(
    'is a UUID of the guid where that is none: %j',
    (guid) => {
      expect(iriOf(guid)).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(iriOf(guid)).toBe(iriOf(guid));
      expect(iriOf(guid)).not.toBe(iriOf(`${guid} `));
    },
  );
});

describe('papers and a hub', () => {
  const given = hard['papers and a hub'] ?? feed([]);

  it('are in RSS where aggregators look for them', () => {
    const text = toRss(given);
    expect(text).toContain('<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>');
    expect(text).toContain(
      '<dc:relation>https://doi.org/10.1/a%22</dc:relation>\n<prism:doi>10.1/a"</prism:doi>',
    );
    expect(text).toContain('<dc:relation>https://arxiv.org/abs/1</dc:relation>');
  });

  it('are links in Atom', () => {
    const text = toAtom(given);
    expect(text).toContain('<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>');
    expect(text).toContain(
      '<link rel="related" href="https://doi.org/10.1/a%22" title="A &amp; &lt;B&gt;"/>',
    );
  });

  it('are in JSON by the names of its version', () => {
    expect(JSON.parse(toJsonFeed(given))).toMatchObject({
      hubs: [{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }],
      items: [{ external_url: 'https://doi.org/10.1/a%22' }],
    });
  });
});
