/** The one script of reading pages; a version may follow in the query. */
const OWN_SCRIPT = /^\/reading\.js(?:\?|$)/;

/** React writes this around metadata that it would have streamed; it is empty in a whole document. */
const EMPTY_METADATA = '<div hidden=""><!--$--><!--/$--></div>';

/** Elements whose content is text up to their end tag, whatever it looks like (HTML §13.2.5.1). */
const TEXT_ELEMENTS = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/** A page that cannot be made a document, with the reason for whoever builds pages. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/**
 * Takes out of a finished page what the framework put there for its runtime in the browser: its scripts and inline
 * data, hints to load them, and comments. What stays runs under `script-src 'self'` and needs no runtime: markup,
 * styles, `/reading.js` and structured data (`application/ld+json`).
 *
 * The HTML is read as a browser's tokenizer reads it, so that text which looks like a script (in code blocks,
 * attributes, titles) stays as it is.
 *
 * @throws DocumentError for HTML that ends within a tag, and for a page that was streamed: the parts which React's
 *   scripts would have moved into place would stay invisible.
 */
export function toDocument(html: string): string {
  const kept: string[] = [];
  let copied = 0;
  let position = 0;
  const dropTo = (start: number, end: number): void => {
    kept.push(html.slice(copied, start));
    copied = end;
    position = end;
  };

  for (;;) {
    const start = html.indexOf('<', position);
    if (start < 0) break;

    if (html.startsWith('<!--', start)) {
      const end = endOf(html, '-->', start + 4);
      if (html.startsWith('<!--$?', start)) throw streamed();
      dropTo(start, end);
      continue;
    }
    if (html.startsWith(EMPTY_METADATA, start)) {
      dropTo(start, start + EMPTY_METADATA.length);
      continue;
    }
    if (!/[a-z]/i.test(html.charAt(start + 1))) {
      position = start + 1;
      continue;
    }

    const tag = readTag(html, start);
    if (tag.name === 'template' && tag.attributes.get('id')?.startsWith('B:')) throw streamed();
    let end = tag.end;
    if (TEXT_ELEMENTS.has(tag.name)) end = endOfElement(html, tag.name, tag.end);
    if (isForTheFramework(tag)) dropTo(start, end);
    else position = end;
  }
  kept.push(html.slice(copied));
  return kept.join('');
}

interface Tag {
  name: string;
  attributes: Map<string, string>;
  end: number;
}

function isForTheFramework({ name, attributes }: Tag): boolean {
  const value = (attribute: string): string => attributes.get(attribute)?.toLowerCase() ?? '';
  switch (name) {
    case 'script':
      if (attributes.has('src')) return !OWN_SCRIPT.test(attributes.get('src') ?? '');
      return value('type') !== 'application/ld+json';
    case 'link':
      if (value('rel') === 'expect') return true;
      if (value('rel') !== 'modulepreload' && !(value('rel') === 'preload' && value('as') === 'script'))
        return false;
      return !OWN_SCRIPT.test(attributes.get('href') ?? '');
    case 'meta':
      return value('name') === 'next-size-adjust';
    default:
      return false;
  }
}

const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;

function readTag(html: string, start: number): Tag {
  const name = /[^\s/>]+/y;
  name.lastIndex = start + 1;
  const tagName = name.exec(html)?.[0].toLowerCase() ?? '';
  const attributes = new Map<string, string>();
  let position = start + 1 + tagName.length;
  for (;;) {
    ATTRIBUTE.lastIndex = position;
    const found = ATTRIBUTE.exec(html);
    if (!found?.[1]) break;
    const attribute = found[1].toLowerCase();
    // Of attributes that are named twice, the first counts.
    if (!attributes.has(attribute)) attributes.set(attribute, found[2] ?? found[3] ?? found[4] ?? '');
    position = ATTRIBUTE.lastIndex;
  }
  return { name: tagName, attributes, end: endOf(html, '>', position) };
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  if (!found) throw new DocumentError(`a <${name}> that is never closed`);
  return endOf(html, '>', found.index);
}

function endOf(html: string, mark: string, from: number): number {
  const index = html.indexOf(mark, from);
  if (index < 0) throw new DocumentError(`HTML that ends where ${JSON.stringify(mark)} was due`);
  return index + mark.length;
}

const streamed = (): DocumentError =>
  new DocumentError('a streamed page: reading pages must not suspend, nor use <Suspense> or loading files');
