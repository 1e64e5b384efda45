import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { cleanLine } from './text';

/** An address that a Markdown text names. */
export interface NamedAddress {
  kind: 'image' | 'link';
  /** As written, character references and escapes resolved. */
  address: string;
  /** 1-based line in the text. */
  line: number;
  /** Where the address stands in the text; null where it cannot be replaced safely. */
  span: { start: number; end: number; inHtml: boolean } | null;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * The addresses of images and links in a Markdown text, raw HTML included, in order.
 *
 * @returns null where the text is nested too deeply to be parsed.
 */
export function findAddresses(markdown: string): NamedAddress[] | null {
  // Parsing is the dear part of reading a site.
  if (!/\]\s*[(:[]|<(?:img|source|video|a)\b/i.test(markdown) && !markdown.includes('![')) return [];
  let tree: Nodes;
  try {
    tree = parser.parse(markdown);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const found: NamedAddress[] = [];
  const imageLabels = new Set<string>();
  const definitions: { label: string; named: NamedAddress }[] = [];
  // Not recursive: the text may be nested deeper than the stack.
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) stack.push(...[...node.children].reverse());
    const { position } = node;
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start === undefined || end === undefined || position === undefined) continue;
    const { line } = position.start;
    const source = markdown.slice(start, end);
    if (node.type === 'image' || node.type === 'link') {
      const span = destinationSpan(source, node.url, start, '](');
      found.push({ kind: node.type, address: node.url, line, span });
    } else if (node.type === 'definition') {
      const span = destinationSpan(source, node.url, start, ']:');
      definitions.push({ label: node.identifier, named: { kind: 'link', address: node.url, line, span } });
    } else if (node.type === 'imageReference') imageLabels.add(node.identifier);
    else if (node.type === 'html') found.push(...htmlAddresses(source, start, line));
  }
  for (const { label, named } of definitions) {
    found.push({ ...named, kind: imageLabels.has(label) ? 'image' : 'link' });
  }
  return found.sort((a, b) => a.line - b.line);
}

/** The destination in the source of a link, image or definition; `opening` is what precedes it. */
function destinationSpan(source: string, url: string, offset: number, opening: string): NamedAddress['span'] {
  for (let at = source.indexOf(opening); at >= 0; at = source.indexOf(opening, at + 1)) {
    const rest = source.slice(at + opening.length);
    const match = /^\s*(?:<((?:[^<>\\\n]|\\.)*)>|((?:[^\s\\]|\\.)+))/.exec(rest);
    if (!match) continue;
    const inBrackets = match[1] !== undefined;
    const written = inBrackets ? match[1] : trimDestination(match[2] ?? '', opening === '](');
    if (written === undefined || written === '' || unescape(written) !== url) continue;
    const start =
      offset + at + opening.length + match[0].indexOf(written, inBrackets ? match[0].indexOf('<') + 1 : 0);
    return { start, end: start + written.length, inHtml: false };
  }
  return null;
}

/** A destination without brackets ends at the parenthesis that it did not open. */
function trimDestination(text: string, inParentheses: boolean): string {
  if (!inParentheses) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      if (depth === 0) return text.slice(0, at);
      depth -= 1;
    }
  }
  return text;
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
}

const tags = /<(img|source|video|a)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributes = /\s(src|poster|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function htmlAddresses(html: string, offset: number, firstLine: number): NamedAddress[] {
  const found: NamedAddress[] = [];
  for (const tag of html.matchAll(tags)) {
    const [, name = '', inner = ''] = tag;
    const innerStart = tag.index + 1 + name.length;
    for (const attribute of inner.matchAll(attributes)) {
      const [whole, key = '', double, single, bare] = attribute;
      const written = double ?? single ?? bare ?? '';
      if (written === '' || (key.toLowerCase() === 'href') !== (name.toLowerCase() === 'a')) continue;
      const at = innerStart + attribute.index + whole.lastIndexOf(written);
      found.push({
        kind: key.toLowerCase() === 'href' ? 'link' : 'image',
        address: cleanLine(written).replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
        line: firstLine + html.slice(0, at).split('\n').length - 1,
        span: { start: offset + at, end: offset + at + written.length, inHtml: true },
      });
    }
  }
  return found;
}

/** Puts other addresses in the place of some. Those without a span stay. */
export function replaceAddresses(markdown: string, replacements: ReadonlyMap<NamedAddress, string>): string {
  let result = markdown;
  const sorted = [...replacements].flatMap(([{ span }, address]) => (span ? [{ span, address }] : []));
  for (const { span, address } of sorted.sort((a, b) => b.span.start - a.span.start)) {
    const written = span.inHtml
      ? address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
      : escapeDestination(address);
    result = result.slice(0, span.start) + written + result.slice(span.end);
  }
  return result;
}

/** Spaces and brackets would end a destination; percent-encoded they do not. */
function escapeDestination(address: string): string {
  return address.replace(/[\s()<>\\"']/g, (character) => {
    const encoded = encodeURIComponent(character);
    return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
  });
}
