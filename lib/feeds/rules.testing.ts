import { parseXml, textsOf, type Element } from './testing';
import type { FeedFormat } from './types';

/**
 * What a document breaks of the rules of its format that say «must»: rssboard.org/rss-specification, RFC 4287, RFC 5005,
 * jsonfeed.org/version/1.1. Written from the specifications, apart from what writes feeds.
 *
 * @returns a sentence for each fault; an empty list for a valid document.
 */
export function faultsOf(format: FeedFormat, text: string): string[] {
  const faults = new Faults();
  if (format === 'json') checkJson(text, faults);
  else {
    const root = parseXml(text).children[0];
    if (!root) faults.add('there is no root');
    else if (format === 'rss') checkRss(root, faults);
    else checkAtom(root, faults);
  }
  return faults.found;
}

class Faults {
  readonly found: string[] = [];
  add(sentence: string): void {
    this.found.push(sentence);
  }
  must(holds: boolean, sentence: string): void {
    if (!holds) this.add(sentence);
  }
}

const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const BCP_47 = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const isWeb = (address: string): boolean => /^https?:\/\/[^\s<>"]+$/.test(address);

const named = (parent: Element, name: string): Element[] =>
  parent.children.filter((child) => child.name === name);

/** `count` of children of a name: exactly one, at most one … */
function counted(parent: Element, names: readonly string[], least: number, most: number, faults: Faults) {
  for (const name of names) {
    const count = named(parent, name).length;
    faults.must(count >= least && count <= most, `${parent.name} has ${count} of ${name}`);
  }
}

function checkAddresses(html: string, faults: Faults): void {
  for (const [, address = ''] of html.matchAll(/<[^>]*\s(?:src|href)="([^"]*)"/g)) {
    faults.must(
      /^(?:https?:\/\/|mailto:|#)/.test(address),
      `an address in the content is relative: ${address}`,
    );
  }
  faults.must(!/<(?:script|style|iframe|form|input)\b|\son\w+="/i.test(html), 'the content holds what runs');
}

function checkRss(root: Element, faults: Faults): void {
  faults.must(root.name === 'rss' && root.attributes.version === '2.0', 'the root is not RSS 2.0');
  const [channel, ...others] = named(root, 'channel');
  if (!channel || others.length > 0) {
    faults.add('there is not one channel');
    return;
  }
  counted(channel, ['title', 'link', 'description'], 1, 1, faults);
  counted(channel, ['language', 'copyright', 'lastBuildDate', 'generator', 'ttl', 'image'], 0, 1, faults);
  faults.must(isWeb(textsOf(channel, 'link')[0] ?? ''), 'the link of the channel is no address');
  for (const date of textsOf(channel, 'lastBuildDate'))
    faults.must(RFC_822.test(date), `no RFC 822: ${date}`);
  for (const language of textsOf(channel, 'language'))
    faults.must(BCP_47.test(language), `no language: ${language}`);
  for (const minutes of textsOf(channel, 'ttl')) faults.must(/^\d+$/.test(minutes), `no ttl: ${minutes}`);
  const self = named(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self');
  faults.must(
    self.length === 1 && isWeb(self[0]?.attributes.href ?? ''),
    'it does not say where it is itself',
  );
  for (const image of named(channel, 'image')) {
    counted(image, ['url', 'title', 'link'], 1, 1, faults);
    for (const width of textsOf(image, 'width')) faults.must(Number(width) <= 144, `image is ${width} wide`);
    for (const height of textsOf(image, 'height'))
      faults.must(Number(height) <= 400, `image is ${height} high`);
  }
  checkRssItems(named(channel, 'item'), faults);
}

function checkRssItems(items: Element[], faults: Faults): void {
  const guids = new Set<string>();
  for (const item of items) {
    counted(item, ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'], 0, 1, faults);
    faults.must(
      textsOf(item, 'title').length + textsOf(item, 'description').length > 0,
      'an item has neither title nor description',
    );
    const [guid = ''] = textsOf(item, 'guid');
    faults.must(guid !== '' && !guids.has(guid), `guid ${guid} is missing or there twice`);
    guids.add(guid);
    const isPermaLink = named(item, 'guid')[0]?.attributes.isPermaLink !== 'false';
    faults.must(!isPermaLink || isWeb(guid), `guid ${guid} is no permanent link`);
    for (const link of textsOf(item, 'link')) faults.must(isWeb(link), `no link: ${link}`);
    for (const date of textsOf(item, 'pubDate')) faults.must(RFC_822.test(date), `no RFC 822: ${date}`);
    for (const date of textsOf(item, 'atom:updated'))
      faults.must(RFC_3339.test(date), `no RFC 3339: ${date}`);
    for (const creator of textsOf(item, 'dc:creator'))
      faults.must(creator.trim() !== '', 'a creator is empty');
    for (const html of textsOf(item, 'content:encoded')) checkAddresses(html, faults);
    for (const { attributes } of named(item, 'media:content'))
      faults.must(isWeb(attributes.url ?? ''), 'a picture has no address');
  }
}

function checkAtom(root: Element, faults: Faults): void {
  faults.must(
    root.name === 'feed' && root.attributes.xmlns === 'http://www.w3.org/2005/Atom',
    'the root is not Atom 1.0',
  );
  counted(root, ['id', 'title', 'updated'], 1, 1, faults);
  counted(root, ['generator', 'icon', 'logo', 'rights', 'subtitle'], 0, 1, faults);
  checkAtomParts(root, faults);
  const isComplete = named(root, 'author').length > 0;
  const ids = new Set<string>();
  for (const entry of named(root, 'entry')) {
    counted(entry, ['id', 'title', 'updated'], 1, 1, faults);
    counted(entry, ['content', 'published', 'summary', 'rights', 'source'], 0, 1, faults);
    faults.must(isComplete || named(entry, 'author').length > 0, 'an entry has no author');
    const [id = ''] = textsOf(entry, 'id');
    faults.must(!ids.has(id), `id ${id} is there twice`);
    ids.add(id);
    checkAtomParts(entry, faults);
    for (const html of textsOf(entry, 'content')) checkAddresses(html, faults);
  }
}

/** What feeds and entries share (RFC 4287 §3 and §4.2). */
function checkAtomParts(parent: Element, faults: Faults): void {
  for (const id of textsOf(parent, 'id')) faults.must(IRI.test(id), `id is no IRI: ${id}`);
  for (const name of ['updated', 'published']) {
    for (const date of textsOf(parent, name)) faults.must(RFC_3339.test(date), `no RFC 3339: ${date}`);
  }
  for (const name of ['title', 'subtitle', 'summary', 'rights', 'content']) {
    for (const { attributes } of named(parent, name))
      faults.must(['text', 'html', 'xhtml'].includes(attributes.type ?? 'text'), `${name} has no type`);
  }
  for (const author of named(parent, 'author')) {
    counted(author, ['name'], 1, 1, faults);
    counted(author, ['uri', 'email'], 0, 1, faults);
    for (const uri of textsOf(author, 'uri')) faults.must(IRI.test(uri), `uri of an author: ${uri}`);
  }
  for (const { attributes } of named(parent, 'category'))
    faults.must(attributes.term !== undefined, 'a category has no term');
  const alternates = new Set<string>();
  for (const { attributes } of named(parent, 'link')) {
    faults.must(isWeb(attributes.href ?? ''), 'a link leads nowhere');
    if ((attributes.rel ?? 'alternate') !== 'alternate') continue;
    const kind = `${attributes.type ?? ''} ${attributes.hreflang ?? ''}`;
    faults.must(!alternates.has(kind), `two alternates of ${kind}`);
    alternates.add(kind);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkJson(text: string, faults: Faults): void {
  const feed: unknown = JSON.parse(text);
  if (!isObject(feed)) {
    faults.add('it is no object');
    return;
  }
  faults.must(feed.version === 'https://jsonfeed.org/version/1.1', 'it does not say its version');
  faults.must(typeof feed.title === 'string', 'it has no title');
  for (const name of ['home_page_url', 'feed_url', 'next_url', 'icon']) {
    const value = feed[name];
    faults.must(value === undefined || (typeof value === 'string' && isWeb(value)), `${name} is no address`);
  }
  faults.must(feed.next_url === undefined || feed.next_url !== feed.feed_url, 'it comes after itself');
  if (!Array.isArray(feed.items)) {
    faults.add('it has no items');
    return;
  }
  const ids = new Set<unknown>();
  for (const item of feed.items as unknown[]) {
    if (!isObject(item)) {
      faults.add('an item is no object');
      continue;
    }
    faults.must(
      typeof item.id === 'string' && item.id !== '' && !ids.has(item.id),
      'an id is missing or there twice',
    );
    ids.add(item.id);
    faults.must(typeof (item.content_html ?? item.content_text) === 'string', 'an item has no content');
    faults.must(
      item.url === undefined || (typeof item.url === 'string' && isWeb(item.url)),
      'url is no address',
    );
    for (const name of ['date_published', 'date_modified']) {
      const date = item[name];
      faults.must(
        date === undefined || (typeof date === 'string' && RFC_3339.test(date)),
        `${name} is no date`,
      );
    }
    faults.must(
      item.tags === undefined ||
        (Array.isArray(item.tags) && item.tags.every((tag) => typeof tag === 'string')),
      'tags are no strings',
    );
    const authors: unknown[] = Array.isArray(item.authors) ? item.authors : [];
    faults.must(
      authors.every(
        (author) => isObject(author) && (author.name ?? author.url ?? author.avatar) !== undefined,
      ),
      'an author is nobody',
    );
    if (typeof item.content_html === 'string') checkAddresses(item.content_html, faults);
  }
}
