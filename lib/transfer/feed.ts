import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FetchError, fetchPublic } from '@/lib/fetch';
import { htmlText, htmlToMarkdown } from '@/lib/markdown/paste';
import { parseDate } from './dates';
import {
  commonLanguage,
  escapeMarkdown,
  fitTitle,
  lastPart,
  monthOf,
  ownParts,
  settleAddresses,
  shortHash,
  siteZone,
  slugPart,
  tagsOf,
} from './documents';
import { ImportError, type ImportFailure } from './errors';
import {
  FeedParser,
  maxFeedBytes,
  type FeedChannel,
  type FeedEntry,
  type FeedText,
  type ParsedFeed,
} from './feed-xml';
import type { ReadOptions } from './hugo';
import { addressKey, decodePercent } from './hugo-paths';
import { detectLanguage } from './language';
import { findAddresses } from './markdown-addresses';
import { Notices } from './notices';
import { cleanLine, cleanText } from './text';
import { megabytes } from './tree';
import type { ImportDocument, ImportImage, ImportSource } from './types';

const fetchTimeout = 60_000;

/**
 * Reads an RSS 2.0, RSS 1.0 or Atom feed, from a file or from the web.
 *
 * @param source path of a file, or an http(s) address. What the operator names may be private; where it redirects to
 *   may not.
 * @throws {ImportError} for what is no feed, is too large or cannot be had. Items that cannot be read become notices.
 */
export async function readFeed(source: string, options: ReadOptions = {}): Promise<ImportSource> {
  const isAddress = /^https?:\/\//i.test(source);
  const feed = isAddress ? await parseAddress(source) : await parseFile(source);
  const name = isAddress ? source : basename(source);
  return new FeedReader(feed, name, isAddress ? source : null, options).read();
}

async function parseFile(path: string): Promise<ParsedFeed> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ImportError('source-missing', { source: path });
  if (found.size > maxFeedBytes) throw tooLarge(path, found.size);
  const parser = new FeedParser(path);
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of createReadStream(path, {
      highWaterMark: 256 * 1024,
    }) as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(chunk, '', path);
      parser.write(decode(decoder, chunk, path));
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('source-unreadable', { source: path, reason: codeOf(error) }, { cause: error });
  }
  if (!decoder) throw new ImportError('source-empty', { source: path });
  parser.write(decode(decoder, null, path));
  return parser.end();
}

async function parseAddress(address: string): Promise<ParsedFeed> {
  const accept =
    'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';
  try {
    const origin = parseUrl(address)?.origin;
    const limits = { maxBytes: maxFeedBytes, timeoutMs: fetchTimeout };
    const fetched = await fetchPublic(address, {
      ...limits,
      accept,
      ...(origin !== undefined && { trustedOrigin: origin }),
    });
    const parser = new FeedParser(address);
    const decoder = decoderFor(fetched.body, fetched.contentType, address);
    for (let at = 0; at < fetched.body.length; at += 256 * 1024) {
      parser.write(decode(decoder, fetched.body.subarray(at, at + 256 * 1024), address));
    }
    parser.write(decode(decoder, null, address));
    return parser.end();
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.code === 'too-large') throw tooLarge(address, null);
    const code: ImportFailure = `fetch-${error.code}`;
    throw new ImportError(code, { source: address, ...error.values }, { cause: error });
  }
}

function tooLarge(source: string, size: number | null): ImportError {
  return new ImportError('feed-too-large', {
    source,
    limitMb: megabytes(maxFeedBytes),
    ...(size !== null && { sizeMb: megabytes(size) }),
  });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

/** By the byte order mark, what the server says, and the XML declaration, in this order (RFC 7303 §3). */
function decoderFor(start: Uint8Array, contentType: string, source: string): TextDecoder {
  const head = new TextDecoder('latin1').decode(start.subarray(0, 2000));
  if (/^\s*(?:ï»¿)?\s*(?:<!doctype html|<html[\s>])/i.test(head)) throw htmlInstead(head, source);
  const mark =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : null;
  const said = /charset=["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const declared = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const label = mark ?? said ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new ImportError('feed-encoding', { source, encoding: label }, { cause });
  }
}

/** A page of the blog instead of its feed; often it says where the feed is. */
function htmlInstead(head: string, source: string): ImportError {
  const link = /<link\b[^>]*type=["']?application\/(?:rss|atom)\+xml[^>]*>/i.exec(head)?.[0] ?? '';
  const feed = /href=["']?([^"'\s>]+)/i.exec(link)?.[1] ?? '';
  return new ImportError('feed-html', { source, feed });
}

function decode(decoder: TextDecoder, chunk: Uint8Array | null, source: string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new ImportError('feed-encoding', { source, encoding: decoder.encoding }, { cause });
  }
}

class FeedReader {
  private readonly notices = new Notices();
  private readonly origin: string | null;
  private readonly basePath: string;

  constructor(
    private readonly feed: ParsedFeed,
    private readonly name: string,
    private readonly address: string | null,
    private readonly options: ReadOptions,
  ) {
    const home = parseUrl(feed.channel.link ?? '', address ?? undefined) ?? parseUrl(address ?? '');
    this.origin = home?.origin ?? null;
    this.basePath = home && home.href.endsWith('/') ? home.pathname : '/';
  }

  read(): ImportSource {
    const { feed, name, notices } = this;
    const ids = new Map<string, FeedEntry>();
    const read: ImportDocument[] = [];
    for (const entry of feed.entries) {
      const document = this.document(entry);
      if (!document) continue;
      if (ids.has(document.source)) {
        notices.error(name, entry.line, 'guid-duplicate', {
          guid: document.guid ?? '',
          title: document.title,
        });
        continue;
      }
      ids.set(document.source, entry);
      read.push(document);
    }
    const documents = settleAddresses(read, notices);
    this.tellOfEnd();
    const language = commonLanguage(documents);
    return {
      kind: 'feed',
      site: { ...this.site(feed.channel), language },
      documents,
      assets: [],
      notices: notices.list,
    };
  }

  private tellOfEnd(): void {
    const { stopped, forbidden } = this.feed;
    if (stopped && 'limit' in stopped) this.notices.error(this.name, null, 'feed-items-limit', stopped);
    else if (stopped) this.notices.error(this.name, stopped.line, 'feed-broken', { detail: stopped.detail });
    if (forbidden > 0) this.notices.warn(this.name, null, 'feed-characters', { count: forbidden });
  }

  private site(channel: FeedChannel): Omit<ImportSource['site'], 'language'> {
    const line = (text: FeedText | null): string | null => (text ? cleanLine(plain(text)) : '') || null;
    const logo = channel.image === null ? null : this.image(channel.image, this.base(null));
    return {
      title: line(channel.title),
      description: generatedDescription(line(channel.description)),
      copyright: channel.rights === null ? null : cleanLine(channel.rights) || null,
      origin: this.origin === null ? null : `${this.origin}${this.basePath}`.replace(/\/$/, ''),
      timeZone: null,
      menu: [],
      logo,
      categories: [],
      macros: {},
    };
  }

  private document(entry: FeedEntry): ImportDocument | null {
    const { name, notices } = this;
    const guid = entry.id ?? entry.link;
    const rawTitle = entry.title ? cleanLine(plain(entry.title)) : '';
    if (guid === null || guid === '') {
      notices.error(name, entry.line, 'feed-item-nameless', { title: rawTitle });
      return null;
    }
    const html = entry.content ?? entry.summary;
    if (!html || html.value.trim() === '') {
      notices.warn(name, entry.line, 'feed-item-empty', { title: rawTitle || guid });
      return null;
    }
    const written = entry.published ?? entry.updated;
    const date = written === null ? null : parseDate(written);
    if (written !== null && date === null) {
      notices.error(name, entry.line, 'date-invalid', { value: written });
      return null;
    }
    if (date === null) notices.warn(name, entry.line, 'date-missing', { date: '' });

    const base = this.base(entry.link);
    const body = this.body(html, base, entry, rawTitle || guid);
    const title = rawTitle || body.text.slice(0, 60).trim() || guid;
    if (rawTitle === '') notices.warn(name, entry.line, 'title-missing', { title });
    const fitted = fitTitle(title);
    if (fitted.lead !== '') notices.warn(name, entry.line, 'title-cut', { length: Array.from(title).length });

    const place = this.place(entry, monthOf(date, siteZone(null, this.options.timeZone)), fitted.title);
    return {
      source: `feed:${guid}`,
      kind: 'post',
      file: name,
      bodyLine: entry.line,
      title: fitted.title,
      body: fitted.lead + body.markdown,
      summary: this.summary(entry, body.text),
      language: detectLanguage(`${title}\n${body.markdown}`),
      translationKey: `feed:${guid}`,
      publishedAt: date?.instant ?? null,
      draft: date === null,
      ...place,
      aliases: [],
      tags: tagsOf(entry.categories).filter(({ slug }) => slug !== place.category.slug),
      authors: entry.people.flatMap(({ name: person, email, url }) => {
        const clean = cleanLine(person);
        const home = parseUrl(url ?? '');
        const links =
          home && /^https?:$/.test(home.protocol) ? [{ label: home.hostname, url: home.href }] : [];
        return clean === ''
          ? []
          : [{ name: clean, email: email?.toLowerCase() ?? null, about: '', links, avatar: null }];
      }),
      papers: [],
      guid,
      images: body.images,
    };
  }

  /** Address against which the addresses of an item are resolved. */
  private base(link: string | null): URL | null {
    return (
      parseUrl(link ?? '', this.address ?? this.feed.channel.link ?? undefined) ??
      parseUrl(this.feed.channel.link ?? '')
    );
  }

  private body(html: FeedText, base: URL | null, entry: FeedEntry, title: string) {
    if (!html.isHtml) {
      const text = cleanText(html.value).trim();
      return { markdown: `${text.split('\n').map(escapeMarkdown).join('\n')}\n`, text, images: [] };
    }
    const images = new Map<string, ImportImage>();
    const { markdown, textOnly } = htmlToMarkdown(html.value, {
      link: (href) => this.link(href, base),
      image: (src) => {
        const image = this.image(src, base);
        if (image) images.set(image.address, image);
        return image ? encodeAddress(image.address) : null;
      },
      leadIsExcerpt: true,
    });
    if (textOnly) this.notices.warn(this.name, entry.line, 'feed-text-differs', { title });
    const named = new Set(
      findAddresses(markdown)?.map(({ address }) => decodePercent(address).normalize('NFC')),
    );
    return {
      markdown,
      text: htmlText(html.value),
      images: [...images.values()].filter(({ address }) => named.has(address)),
    };
  }

  /** Links to the blog itself lead to this one; relative ones were meant to. */
  private link(href: string, base: URL | null): string | null {
    if (href === '') return null;
    if (href.startsWith('#')) return href;
    const url = parseUrl(href, base ?? undefined);
    if (!url) return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href) ? null : href;
    if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
    const inSite = this.pathInSite(url);
    if (inSite !== null) return `${encodeURI(inSite)}${url.search}${url.hash}`;
    // As written, where it is complete: not respelled.
    return /^https?:\/\/|^mailto:/i.test(href) ? href : url.href;
  }

  private image(source: string, base: URL | null): ImportImage | null {
    const url = parseUrl(source, base ?? undefined);
    if (!url) {
      const path = source.startsWith('/') ? decodePercent(source).normalize('NFC') : null;
      return path === null ? null : { address: path, path, file: null, url: null, line: 0 };
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    const path = url.search === '' ? this.pathInSite(url) : null;
    const address = path ?? decodePercent(url.href).normalize('NFC');
    return { address, path, file: null, url: url.href, line: 0 };
  }

  /** Path of an address of the blog itself, decoded; null for foreign ones. */
  private pathInSite(url: URL): string | null {
    if (url.origin !== this.origin || !url.pathname.startsWith(this.basePath)) return null;
    return `/${decodePercent(url.pathname.slice(this.basePath.length))}`.normalize('NFC');
  }

  private place(entry: FeedEntry, month: string | null, title: string) {
    const url = this.base(entry.link);
    const inSite = entry.link !== null && url ? this.pathInSite(url) : null;
    const path = inSite === null || inSite === '/' ? null : addressKey(inSite);
    const own = path === null ? null : ownParts(path);
    if (path !== null && own) {
      return {
        path,
        category: { slug: own.category, name: this.nameOf(own.category, entry) },
        month: own.month,
        slug: own.slug,
      };
    }
    const parts = path?.split('/').filter(Boolean) ?? [];
    const given = parts.length > 1 && !/^\d+$/.test(parts[0] ?? '') ? parts[0] : entry.categories[0];
    const slug = slugPart(given ?? '', 'posts');
    const last = entry.link !== null && url ? lastPart(decodePercent(url.pathname)) : '';
    const postSlug = slugPart(last, slugPart(title, `post-${shortHash(entry.id ?? title)}`));
    return {
      path: path ?? addressKey([slug, month ?? '', postSlug].filter(Boolean).join('/')),
      category: { slug, name: this.nameOf(slug, entry) },
      month,
      slug: postSlug,
    };
  }

  private nameOf(slug: string, entry: FeedEntry): string {
    return entry.categories.map(cleanLine).find((category) => slugPart(category, '') === slug) ?? slug;
  }

  /** A written summary; what is only the start of the text is none. */
  private summary(entry: FeedEntry, text: string): string {
    if (!entry.content || !entry.summary) return '';
    const summary = entry.summary.isHtml ? htmlText(entry.summary.value) : cleanLine(entry.summary.value);
    const start = summary.replace(/\s*(?:\[?(?:…|\.\.\.)\]?|Continue reading.*)\s*$/i, '');
    return squeezed(text).startsWith(squeezed(start)) ? '' : cleanLine(summary);
  }
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

function parseUrl(address: string, base?: URL | string): URL | null {
  if (address === '' && base === undefined) return null;
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

function encodeAddress(address: string): string {
  return encodeURI(address).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/** Titles are plain text, but many a feed escapes them twice. */
function plain({ value, isHtml }: FeedText): string {
  return isHtml || /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(value)
    ? htmlText(isHtml ? value : value.replaceAll('<', '&lt;'))
    : value;
}

/** What generators write when nobody wrote a description. */
function generatedDescription(description: string | null): string | null {
  return description !== null && /^Recent content (?:in|on) /.test(description) ? null : description;
}
