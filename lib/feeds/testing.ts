import { SaxesParser } from 'saxes';
import type { Feed, FeedItem } from './types';

/** A lead image of which the height is not known. */
export const picture = {
  url: 'https://blog.example/media/a.png',
  type: 'image/png',
  size: 1234,
  width: 640,
  height: null,
};

/** An item of a feed for a test; what the test is not about is filled in. */
export const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
  guid: 'urn:uuid:018f0000-0000-7000-8000-000000000001',
  title: '주의만 있으면 된다',
  url: 'https://blog.example/ai/2022-09/attention/',
  language: 'ko',
  publishedAt: new Date('2022-09-23T01:02:03Z'),
  updatedAt: new Date('2022-09-24T01:02:03Z'),
  authors: [{ name: '김하나', url: 'https://blog.example/authors/hana/' }],
  category: { name: '인공지능', url: 'https://blog.example/ai/' },
  tags: [{ name: 'attention', url: 'https://blog.example/tags/attention/' }],
  summary: '변환기를 처음부터 읽는다.',
  contentHtml: '<p>변환기를 처음부터 읽는다.</p>',
  image: null,
  papers: [],
  alternates: [],
  ...changes,
});

/** A feed for a test. */
export const feed = (items: FeedItem[], changes: Partial<Feed> = {}): Feed => ({
  title: '논문 모임',
  description: '함께 읽는 논문',
  siteUrl: 'https://blog.example/',
  query: '',
  paging: { kind: 'newest', first: '', last: '', previous: null, next: null, prevArchive: null },
  language: 'ko',
  styleSheet: 'https://blog.example/feed.css',
  updatedAt: new Date('2022-09-24T01:02:03Z'),
  image: null,
  copyright: null,
  hub: null,
  generator: 'Nonmun 0.1.0',
  items,
  ...changes,
});

/** An element of XML. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** A strict parser of XML with namespaces; knows nothing of feeds. @throws {Error} where it is not well-formed. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const top = (): Element => open.at(-1) ?? root;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const child: Element = { name, attributes: values, text: '', children: [] };
    top().children.push(child);
    open.push(child);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void (top().text += text));
  parser.on('cdata', (text) => void (top().text += text));
  parser.write(xml).close();
  return root;
}

/** @returns the texts of the children of a name. */
export const textsOf = (parent: Element | undefined, name: string): string[] =>
  (parent?.children ?? []).filter((child) => child.name === name).map(({ text }) => text);
