import { lineAt } from './text';

/** What the shortcodes of a text may ask of the site. */
export interface ShortcodeSite {
  /** Address of the page that `ref` and `relref` name; null where there is none. */
  pageAddress(name: string): string | null;
  /** Value of `param`; null where there is none. */
  param(name: string): string | null;
}

export interface ShortcodeProblem {
  code: 'shortcode-unknown' | 'link-missing';
  /** 1-based line in the text. */
  line: number;
  name: string;
}

interface Call {
  name: string;
  positional: string[];
  named: Record<string, string>;
  closing: boolean;
  selfClosing: boolean;
  start: number;
  end: number;
}

/** Shortcodes of themes that only wrap what is Markdown, math or HTML by itself. */
const wrappers = new Set([
  'math',
  'katex',
  'latex',
  'mathjax',
  'mathjax/block',
  'mathjax/inline',
  'rawhtml',
  'raw-html',
]);
const paired = new Set([...wrappers, 'highlight', 'details']);

/** Longest list of arguments that is looked for, in characters. */
const maxArguments = 4000;

/**
 * Turns Hugo's own shortcodes into Markdown. Those that are not known stay as they were written, so that their text is
 * not lost; escaped ones, with a comment inside the braces, lose their escape, as in Hugo.
 */
export function expandShortcodes(
  markdown: string,
  site: ShortcodeSite,
): { markdown: string; problems: ShortcodeProblem[] } {
  const problems: ShortcodeProblem[] = [];
  if (!markdown.includes('{{')) return { markdown, problems };
  const calls = readCalls(markdown);
  const partners = matchPairs(calls);
  let result = '';
  let at = 0;
  for (const call of calls) {
    // Inside code that was taken whole.
    if (call.start < at) continue;
    result += unescaped(markdown.slice(at, call.start));
    at = call.end;
    const partner = partners.get(call);
    if (partner && call.name === 'highlight') {
      result += fence(call, markdown.slice(call.end, partner.start));
      at = partner.end;
    } else if (partner) result += edge(call);
    else {
      const expanded = call.closing ? null : expandSingle(call, site);
      result += expanded ?? markdown.slice(call.start, call.end);
      if (expanded === null && !call.closing) problems.push(problemOf(call, lineAt(markdown, call.start)));
    }
  }
  return { markdown: result + unescaped(markdown.slice(at)), problems };
}

function problemOf(call: Call, line: number): ShortcodeProblem {
  const isLink = call.name === 'ref' || call.name === 'relref';
  return isLink
    ? { code: 'link-missing', line, name: call.named.path ?? call.positional[0] ?? '' }
    : { code: 'shortcode-unknown', line, name: call.name };
}

function unescaped(text: string): string {
  return text.replace(/\{\{([<%])\/\*([^{}]*)\*\/([>%])\}\}/g, '{{$1$2$3}}');
}

function readCalls(text: string): Call[] {
  const calls: Call[] = [];
  const opening = /\{\{([<%])\s*(\/?)\s*([A-Za-z_][\w./-]*)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, kind, slash, name = ''] = match;
    const inner = readArguments(text, match.index + whole.length, kind === '<' ? '>}}' : '%}}');
    if (!inner) continue;
    const bare = name.replace(/\/$/, '');
    calls.push({
      ...inner,
      name: bare.toLowerCase(),
      closing: slash === '/',
      selfClosing: inner.selfClosing || bare !== name,
      start: match.index,
    });
    opening.lastIndex = inner.end;
  }
  return calls;
}

const argument =
  /\s*(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`={}]+?)(?=\s|\/?\s*[>%]\}\}))/y;

function readArguments(
  text: string,
  from: number,
  close: string,
): Omit<Call, 'name' | 'closing' | 'start'> | null {
  const positional: string[] = [];
  const named: Record<string, string> = {};
  const source = text.slice(from, from + maxArguments);
  let at = 0;
  for (;;) {
    const end = /^\s*(\/?)\s*([>%]\}\})/.exec(source.slice(at, at + 200));
    if (end?.[2] === close) {
      return { positional, named, selfClosing: end[1] === '/', end: from + at + end[0].length };
    }
    argument.lastIndex = at;
    const match = argument.exec(source);
    if (!match) return null;
    const [whole, key, quoted, raw, bare] = match;
    const value = quoted === undefined ? (raw ?? bare ?? '') : quoted.replace(/\\(["\\])/g, '$1');
    if (key === undefined) positional.push(value);
    else named[key.toLowerCase()] = value;
    at += whole.length;
  }
}

/** Which opening belongs to which closing, both ways; what was never closed has no partner. */
function matchPairs(calls: readonly Call[]): Map<Call, Call> {
  const partners = new Map<Call, Call>();
  const open = new Map<string, Call[]>();
  for (const call of calls) {
    if (!paired.has(call.name) || call.selfClosing) continue;
    const waiting = open.get(call.name) ?? [];
    open.set(call.name, waiting);
    const partner = call.closing ? waiting.pop() : undefined;
    if (!call.closing) waiting.push(call);
    else if (partner) partners.set(call, partner).set(partner, call);
  }
  return partners;
}

/** What stands in the place of the opening or the closing of a pair whose inside is Markdown. */
function edge(call: Call): string {
  if (wrappers.has(call.name)) return '';
  if (call.closing) return '\n\n</details>';
  return `<details><summary>${escapeHtml(call.named.summary ?? '…')}</summary>\n\n`;
}

/** `{{< highlight python "hl_lines=1 3-5" >}}` as a fence that marks the same lines. */
function fence(call: Call, inner: string): string {
  const [language = '', options = ''] = call.positional;
  const marked = /hl_lines=\[?"?([\d\s,-]+)"?\]?/
    .exec(options)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .join(',');
  const ticks = '`'.repeat(Math.max(3, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const code = inner.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '');
  return `${ticks}${language}${marked ? ` {${marked}}` : ''}\n${code}\n${ticks}`;
}

function expandSingle(call: Call, site: ShortcodeSite): string | null {
  const [first = '', second = ''] = call.positional;
  const id = call.named.id ?? first;
  switch (call.name) {
    case 'figure':
    case 'image':
    case 'img':
      return figure(call);
    case 'youtube':
      return id === '' ? null : `https://www.youtube.com/watch?v=${encodeURIComponent(id)}`;
    case 'vimeo':
      return id === '' ? null : `https://vimeo.com/${encodeURIComponent(id)}`;
    case 'tweet':
    case 'twitter':
    case 'x':
      return id === ''
        ? null
        : `https://twitter.com/${encodeURIComponent(call.named.user ?? 'i')}/status/${encodeURIComponent(id)}`;
    case 'instagram':
      return id === '' ? null : `https://www.instagram.com/p/${encodeURIComponent(id)}/`;
    case 'gist':
      return second === ''
        ? null
        : `https://gist.github.com/${encodeURIComponent(first)}/${encodeURIComponent(second)}`;
    case 'ref':
    case 'relref':
      return site.pageAddress(call.named.path ?? first);
    case 'param':
      return site.param(call.named.name ?? first);
    default:
      return null;
  }
}

function figure({ named, positional }: Call): string | null {
  const source = named.src ?? named.link ?? positional[0] ?? '';
  if (source === '') return null;
  const caption = [named.title, named.caption, named.attr].filter((text) => text).join(' — ');
  const alt = named.alt ?? named.caption ?? named.title ?? '';
  if (named.width !== undefined || named.height !== undefined) {
    const size = (['width', 'height'] as const)
      .map((key) => (named[key] === undefined ? '' : ` ${key}="${escapeHtml(named[key])}"`))
      .join('');
    const image = `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"${size}>`;
    return caption === ''
      ? image
      : `<figure>${image}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
  }
  const title = caption === '' ? '' : ` "${caption.replace(/["\\]/g, '\\$&')}"`;
  const image = `![${alt.replace(/[[\]\\]/g, '\\$&')}](${bracketed(source)}${title})`;
  return named.link === undefined || named.src === undefined ? image : `[${image}](${bracketed(named.link)})`;
}

function bracketed(address: string): string {
  return /[\s()<>]/.test(address) ? `<${address.replace(/[<>\\]/g, encodeURIComponent)}>` : address;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
