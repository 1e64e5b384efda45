import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportError } from './errors';

/** Largest feed that is read, in bytes. */
export const maxFeedBytes = 64 * 1024 * 1024;
/** Elements within elements; XHTML content included. */
const maxDepth = 256;
const maxItems = 10_000;

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rss1: 'http://purl.org/rss/1.0/',
  xml: 'http://www.w3.org/XML/1998/namespace',
};

/** Text of an element, as far as it says how it is to be read. */
export interface FeedText {
  /** HTML where `isHtml`, else plain text. */
  value: string;
  isHtml: boolean;
}

export interface FeedPerson {
  name: string;
  email: string | null;
  url: string | null;
}

/** One item, whatever the format calls it. Everything is as written. */
export interface FeedEntry {
  id: string | null;
  link: string | null;
  title: FeedText | null;
  /** The whole text. */
  content: FeedText | null;
  summary: FeedText | null;
  published: string | null;
  updated: string | null;
  people: FeedPerson[];
  categories: string[];
  /** Line at which it begins. */
  line: number;
}

export interface FeedChannel {
  format: 'rss' | 'rdf' | 'atom';
  title: FeedText | null;
  description: FeedText | null;
  link: string | null;
  rights: string | null;
  image: string | null;
}

export interface ParsedFeed {
  channel: FeedChannel;
  entries: FeedEntry[];
  /** Why reading stopped before the end; what came before is whole. */
  stopped: { line: number; detail: string } | { limit: number } | null;
  /** How many characters were left out because XML forbids them. */
  forbidden: number;
}

/** An element that is open. */
interface Open {
  local: string;
  uri: string;
  attributes: Record<string, string>;
  text: string;
}

/** Where a person's parts are gathered. */
interface PersonParts {
  name: string;
  email: string;
  url: string;
}

class Stop extends Error {
  constructor(readonly reason: NonNullable<ParsedFeed['stopped']>) {
    super('stopped');
  }
}

/**
 * Reads RSS 2.0, RSS 1.0 and Atom piece by piece. Knows the five entities of XML and no others, loads nothing, and
 * refuses declarations of entities; what is not well-formed ends the reading, after the items that were complete.
 */
export class FeedParser {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly stack: Open[] = [];
  private channel: FeedChannel | null = null;
  private readonly entries: FeedEntry[] = [];
  private entry: FeedEntry | null = null;
  private person: PersonParts | null = null;
  /** Markup of XHTML content while it is open, and its depth. */
  private xhtml: { markup: string; depth: number } | null = null;
  private stopped: ParsedFeed['stopped'] = null;
  private forbidden = 0;

  /** @param source name of the feed, for errors. */
  constructor(private readonly source: string) {
    const { parser } = this;
    parser.on('error', (error) => {
      throw new Stop({ line: parser.line, detail: error.message.replace(/^\d+:\d+:\s*/, '') });
    });
    parser.on('doctype', (doctype) => {
      if (/^\s*html\b/i.test(doctype)) throw new ImportError('feed-html', { source: this.source });
      if (doctype.includes('<!ENTITY')) throw new ImportError('feed-entities', { source: this.source });
    });
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', () => this.close());
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
  }

  /** @throws {ImportError} for what is no feed at all. */
  write(chunk: string): void {
    if (this.stopped) return;

    const clean = chunk.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
    this.forbidden += chunk.length - clean.length;
    this.guarded(() => this.parser.write(clean));
  }

  /** @throws {ImportError} for what is no feed at all, or was broken before its first item. */
  end(): ParsedFeed {
    if (!this.stopped) this.guarded(() => this.parser.close());
    const { channel, entries, stopped, forbidden } = this;
    if (!channel) throw new ImportError('feed-not-a-feed', { source: this.source });
    if (stopped && 'line' in stopped && entries.length === 0) {
      throw new ImportError('feed-broken', { source: this.source, ...stopped });
    }
    return { channel, entries, stopped, forbidden };
  }

  private guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.stopped = error.reason;
    }
  }

  private open(tag: SaxesTagNS): void {
    if (this.stack.length >= maxDepth)
      throw new ImportError('feed-too-deep', { source: this.source, maxDepth });
    const attributes: Record<string, string> = {};
    for (const { local, uri, value } of Object.values(tag.attributes)) {
      attributes[uri === namespaces.xml ? `xml:${local}` : local] = value;
    }
    this.stack.push({ local: tag.local, uri: tag.uri, attributes, text: '' });
    if (this.xhtml) {
      this.xhtml.depth += 1;
      this.xhtml.markup += `<${tag.local}${markupOf(attributes)}>`;
      return;
    }
    if (this.stack.length === 1) this.openRoot(tag.local, tag.uri);
    else if (this.isEntry()) this.openEntry();
    else if (this.entry && tag.uri === namespaces.atom && tag.local === 'author') {
      this.person = { name: '', email: '', url: '' };
    } else if (attributes.type === 'xhtml' && tag.uri === namespaces.atom)
      this.xhtml = { markup: '', depth: 0 };
  }

  private openRoot(local: string, uri: string): void {
    if (local === 'html' || local === 'HTML') throw new ImportError('feed-html', { source: this.source });
    const format =
      local === 'rss'
        ? 'rss'
        : local === 'RDF' && uri === namespaces.rdf
          ? 'rdf'
          : local === 'feed'
            ? 'atom'
            : null;
    if (!format) throw new ImportError('feed-not-a-feed', { source: this.source });
    this.channel = { format, title: null, description: null, link: null, rights: null, image: null };
  }

  private isEntry(): boolean {
    const { local } = this.stack.at(-1) ?? { local: '' };
    const parent = this.stack.at(-2)?.local ?? '';
    if (this.channel?.format === 'atom') return local === 'entry' && this.stack.length === 2;
    return local === 'item' && (parent === 'channel' || parent === 'RDF');
  }

  private openEntry(): void {
    if (this.entries.length >= maxItems) throw new Stop({ limit: maxItems });
    this.entry = {
      id: null,
      link: null,
      title: null,
      content: null,
      summary: null,
      published: null,
      updated: null,
      people: [],
      categories: [],
      line: this.parser.line,
    };
  }

  private text(text: string): void {
    const top = this.stack.at(-1);
    if (this.xhtml && this.xhtml.depth > 0) this.xhtml.markup += escapeText(text);
    else if (top) top.text += text;
  }

  private close(): void {
    const element = this.stack.at(-1);
    if (!element) return;
    if (this.xhtml && this.xhtml.depth > 0) {
      this.xhtml.depth -= 1;
      // The outermost div belongs to Atom, not to the text (RFC 4287 §3.1.1.3).
      if (!voidElements.has(element.local)) this.xhtml.markup += `</${element.local}>`;
      this.stack.pop();
      return;
    }
    if (this.xhtml) {
      element.text = this.xhtml.markup;
      this.xhtml = null;
    }
    if (this.entry && this.isEntry()) {
      this.entries.push(this.entry);
      this.entry = null;
    } else if (this.person) this.closeInPerson(element);
    else if (this.entry) this.closeInEntry(this.entry, element);
    else this.closeInChannel(element);
    this.stack.pop();
  }

  private closeInPerson({ local, text }: Open): void {
    const { person, entry } = this;
    if (!person) return;
    const value = text.trim();
    if (local === 'name') person.name = value;
    else if (local === 'email') person.email = value;
    else if (local === 'uri' || local === 'url') person.url = value;
    else if (local === 'author') {
      if (person.name !== '') {
        entry?.people.push({ name: person.name, email: person.email || null, url: person.url || null });
      }
      this.person = null;
    }
  }

  private closeInEntry(entry: FeedEntry, element: Open): void {
    const parent = this.stack.at(-2);
    // Only children of the item itself; media groups have titles of their own.
    if (parent?.local !== 'item' && parent?.local !== 'entry') return;
    const { local, uri, text } = element;
    if (uri === namespaces.atom) closeInAtomEntry(entry, element);
    else if (uri === namespaces.content && local === 'encoded') entry.content = { value: text, isHtml: true };
    else if (uri === namespaces.dc) closeInDublinCore(entry, local, text.trim());
    else if (uri === '' || uri === namespaces.rss1) closeInRssItem(entry, local, text);
    if (this.channel?.format === 'rdf') entry.id ??= parent.attributes.about ?? null;
  }

  private closeInChannel(element: Open): void {
    const { channel } = this;
    const parent = this.stack.at(-2)?.local;
    if (!channel) return;
    const { local, uri, text } = element;
    const value = text.trim();
    if (parent === 'image' && local === 'url') channel.image ??= value || null;
    if (parent !== 'channel' && parent !== 'feed') return;
    if (uri === namespaces.atom) closeInAtomFeed(channel, element);
    else if (uri === '' || uri === namespaces.rss1) closeInRssChannel(channel, local, value);
    else if (uri === namespaces.dc && local === 'rights') channel.rights ??= value || null;
  }
}

function closeInAtomFeed(channel: FeedChannel, element: Open): void {
  const { local, text, attributes } = element;
  const value = text.trim();
  if (local === 'title') channel.title = atomText(element);
  else if (local === 'subtitle') channel.description = atomText(element);
  else if (local === 'rights') channel.rights = value || null;
  else if (local === 'logo' || local === 'icon') channel.image ??= value || null;
  else if (local === 'link' && channel.format === 'atom' && isAlternate(attributes)) {
    channel.link ??= attributes.href ?? null;
  }
}

function closeInRssChannel(channel: FeedChannel, local: string, value: string): void {
  if (local === 'title') channel.title = { value, isHtml: false };
  else if (local === 'link') channel.link ??= value || null;
  else if (local === 'description') channel.description = { value, isHtml: false };
  else if (local === 'copyright') channel.rights = value || null;
}

function closeInRssItem(entry: FeedEntry, local: string, text: string): void {
  const value = text.trim();
  if (local === 'title') entry.title = { value, isHtml: false };
  else if (local === 'link') entry.link ??= value || null;
  else if (local === 'guid') entry.id = text === '' ? null : text;
  else if (local === 'description') entry.summary = { value: text, isHtml: true };
  else if (local === 'pubDate') entry.published = value || null;
  else if (local === 'author' && value !== '') entry.people.push(rssPerson(value));
  else if (local === 'category' && value !== '') entry.categories.push(value);
}

function closeInAtomEntry(entry: FeedEntry, element: Open): void {
  const { local, text, attributes } = element;
  const value = text.trim();
  if (local === 'id') entry.id = text === '' ? null : text;
  else if (local === 'title') entry.title = atomText(element);
  else if (local === 'content') {
    // Content elsewhere, or of another kind than text, is none (RFC 4287 §4.1.3).
    const { type = 'text' } = attributes;
    const isText = ['text', 'html', 'xhtml', 'text/html', 'text/plain'].includes(type);
    if (isText && attributes.src === undefined) entry.content = atomText(element);
  } else if (local === 'summary') entry.summary = atomText(element);
  else if (local === 'published' || local === 'issued') entry.published = value || null;
  else if (local === 'updated' || local === 'modified') entry.updated = value || null;
  else if (local === 'category') {
    const name = attributes.label ?? attributes.term ?? '';
    if (name.trim() !== '') entry.categories.push(name.trim());
  } else if (local === 'link' && isAlternate(attributes)) entry.link ??= attributes.href ?? null;
}

function closeInDublinCore(entry: FeedEntry, local: string, value: string): void {
  if (value === '') return;
  if (local === 'creator') entry.people.push({ name: value, email: null, url: null });
  else if (local === 'date') entry.published ??= value;
  else if (local === 'subject') entry.categories.push(value);
}

/** `mail@example.org (Name)`, or whatever else people write there. */
function rssPerson(value: string): FeedPerson {
  const match = /^(\S+@\S+?)(?:\s+\((.*)\))?$/.exec(value);
  const name = match?.[2]?.trim();
  return match
    ? { name: name || (match[1] ?? ''), email: match[1] ?? null, url: null }
    : { name: value, email: null, url: null };
}

function isAlternate({ rel, type }: Record<string, string>): boolean {
  return (rel === undefined || rel === 'alternate') && (type === undefined || /html/.test(type));
}

function atomText({ text, attributes }: Open): FeedText {
  const { type = 'text' } = attributes;
  return { value: text, isHtml: type !== 'text' && type !== 'text/plain' };
}

const voidElements = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'col']);

function markupOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .filter(([name]) => !name.startsWith('xml'))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
