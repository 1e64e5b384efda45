import type { Html, Nodes, Parents, Root } from 'mdast';
import { report, type Context } from '../context';
import { LIMITS } from '../limits';

/**
 * Elements that a member may write as HTML: the dialect's list, and what Markdown has signs of its own for, so that
 * nothing is lost on the way from an old post (`<i>` under a figure really occurs).
 */
export const RAW_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'center mark sub sup kbd abbr br hr details summary figure figcaption img video source table caption colgroup col ' +
    'thead tbody tfoot tr th td p div span ' +
    'a b strong i em u s del ins small q cite code pre blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6'
  ).split(' '),
);

const VOID = new Set(['br', 'hr', 'img', 'source', 'col']);
const CLOSED_BY_ITSELF = new Set(['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'thead', 'tbody', 'tfoot']);

const EVERYWHERE = ['title', 'lang', 'dir', 'align', 'style'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  video: ['src', 'poster', 'width', 'height'],
  source: ['src', 'type'],
  table: ['width'],
  col: ['span', 'width'],
  colgroup: ['span'],
  td: ['colspan', 'rowspan', 'width', 'height'],
  th: ['colspan', 'rowspan', 'scope', 'width', 'height'],
  ol: ['start'],
  details: ['open'],
};

const VALUES: Readonly<Record<string, RegExp>> = {
  align: /^(?:left|center|right|justify)$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
  lang: /^[A-Za-z0-9-]{1,35}$/,
  width: /^\d{1,4}(?:\.\d+)?(?:px|%)?$/i,
  height: /^\d{1,4}(?:\.\d+)?(?:px|%)?$/i,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,3}$/,
  span: /^\d{1,2}$/,
  start: /^-?\d{1,6}$/,
  scope: /^(?:col|row|colgroup|rowgroup)$/i,
  type: /^video\/(?:mp4|webm)$/i,
};

const STYLES: Readonly<Record<string, RegExp>> = {
  zoom: /^(?:\d{1,3}(?:\.\d+)?%|\d(?:\.\d+)?)$/,
  width: /^\d{1,4}(?:\.\d+)?(?:px|%|em|rem)$/,
  height: /^\d{1,4}(?:\.\d+)?(?:px|%|em|rem)$/,
  'text-align': /^(?:left|center|right|justify|start|end)$/,
};

/**
 * Rewrites raw HTML so that the HTML parser behind it meets only elements of the list, nested and closed within the
 * Markdown block that holds them. What is dropped is reported; its text stays.
 *
 * This is no replacement for the sanitiser, which still runs. It keeps the parser out of its states that eat text
 * (`script`, `plaintext`), out of foreign content, and out of the repair of unclosed formatting, which repeats open
 * elements in every block that follows and so can make a page of any size from a small source.
 */
export function rawHtml(context: Context): (tree: Root) => void {
  return (tree) => {
    const budget = { tags: 0 };
    walk(tree, context, budget, 0);
  };
}

/** Tags that the whole post has had so far. */
interface Budget {
  tags: number;
}

function walk(node: Parents, context: Context, budget: Budget, depth: number): void {
  const open: string[] = [];
  for (const child of node.children as Nodes[]) {
    if (child.type === 'html') child.value = rewrite(child, open, context, budget, depth);
    else if ('children' in child) walk(child, context, budget, depth + open.length);
  }
  if (open.length === 0) return;
  const closing = open
    .reverse()
    .map((name) => `</${name}>`)
    .join('');
  (node.children as Nodes[]).push({ type: 'html', value: closing });
}

const TAG_NAME = /[A-Za-z][^\t\n\f\r />]*/y;
// One attribute, as the HTML standard tokenises it (13.2.5.32 and following).
const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />=][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)))?/y;

/** A tag as written. */
interface Tag {
  name: string;
  closes: boolean;
  attributes: [name: string, value: string][];
  /** Where the next character after it is. */
  end: number;
}

function rewrite(node: Html, open: string[], context: Context, budget: Budget, depth: number): string {
  const html = node.value;
  const lineAt = lineCounter(html, node.position?.start.line ?? 1);
  let out = '';
  let at = 0;
  for (let next = html.indexOf('<'); next >= 0; next = html.indexOf('<', at)) {
    out += html.slice(at, next);
    const comment = skipComment(html, next);
    if (comment !== null) {
      if (!html.startsWith('<!--', next))
        report(context, 'html-dropped', lineAt(next), html.slice(next, next + 12));
      at = comment;
      continue;
    }
    const tag = readTag(html, next);
    if (!tag) {
      out += '&lt;';
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.closes) out += close(tag.name, open);
    else if (!RAW_ELEMENTS.has(tag.name))
      report(context, 'html-dropped', lineAt(next), `<${tag.name.slice(0, 40)}>`);
    else if (++budget.tags > LIMITS.htmlTags || open.length + depth >= LIMITS.htmlDepth) {
      report(context, 'too-deep', lineAt(next), `<${tag.name}>`);
    } else {
      if (CLOSED_BY_ITSELF.has(tag.name) && open.at(-1) === tag.name) out += close(tag.name, open);
      if (!VOID.has(tag.name)) open.push(tag.name);
      out += `<${tag.name}${attributesOf(tag, context, (what) => {
        report(context, 'html-dropped', lineAt(next), what);
      })}>`;
    }
  }
  return out + html.slice(at);
}

/** Counts lines up to places that are asked for in order. */
function lineCounter(text: string, first: number): (at: number) => number {
  let line = first;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text[counted] === '\n') line++;
    return line;
  };
}

/** Where a comment, a declaration or a processing instruction ends; null where none begins. */
function skipComment(html: string, at: number): number | null {
  const following = html[at + 1];
  if (following !== '!' && following !== '?') return null;
  const mark = html.startsWith('<!--', at) ? '-->' : '>';
  const end = html.indexOf(mark, at + 2);
  return end < 0 ? html.length : end + mark.length;
}

function readTag(html: string, at: number): Tag | null {
  const closes = html[at + 1] === '/';
  TAG_NAME.lastIndex = at + (closes ? 2 : 1);
  const name = TAG_NAME.exec(html)?.[0];
  if (name === undefined) return null;
  const attributes: Tag['attributes'] = [];
  ATTRIBUTE.lastIndex = TAG_NAME.lastIndex;
  let after = TAG_NAME.lastIndex;
  for (let match = ATTRIBUTE.exec(html); match; match = ATTRIBUTE.exec(html)) {
    after = ATTRIBUTE.lastIndex;
    attributes.push([(match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '']);
  }
  const end = html.indexOf('>', after);
  return { name: name.toLowerCase(), closes, attributes, end: end < 0 ? html.length : end + 1 };
}

function attributesOf(tag: Tag, context: Context, drop: (what: string) => void): string {
  let out = '';
  const seen = new Set<string>();
  for (const [attribute, value] of tag.attributes) {
    if (seen.has(attribute)) continue;
    seen.add(attribute);
    const kept = keep(tag.name, attribute, value, context);
    if (kept === null) drop(`<${tag.name} ${attribute.slice(0, 40)}>`);
    else {
      if (kept.dropped !== '') drop(`style="${kept.dropped}"`);
      const isEmptyStyle = attribute === 'style' && kept.value === '';
      if (!isEmptyStyle) out += ` ${kept.name}="${kept.value.replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
    }
  }
  return out;
}

function close(name: string, open: string[]): string {
  const at = open.lastIndexOf(name);
  if (at < 0) return '';
  return open
    .splice(at)
    .reverse()
    .map((each) => `</${each}>`)
    .join('');
}

function keep(
  element: string,
  attribute: string,
  value: string,
  context: Context,
): { name: string; value: string; dropped: string } | null {
  if (attribute === 'style') {
    const { kept, dropped } = reduceStyle(value);
    return { name: `data-${context.mark}s`, value: kept, dropped };
  }
  // A post decides nothing about how a video starts; controls are always there.
  if (element === 'video' && /^(?:controls|muted|loop|playsinline|preload)$/.test(attribute)) {
    return { name: attribute, value: '', dropped: '' };
  }
  if (!EVERYWHERE.includes(attribute) && !ATTRIBUTES[element]?.includes(attribute)) return null;
  if (VALUES[attribute] && !VALUES[attribute].test(value.trim())) return null;
  return { name: attribute, value, dropped: '' };
}

/** The declarations of a `style` that an article may hold, and the others. */
function reduceStyle(style: string): { kept: string; dropped: string } {
  const kept: string[] = [];
  const dropped: string[] = [];
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (declaration.trim() === '') continue;
    if (STYLES[property]?.test(value)) kept.push(`${property}:${value}`);
    else dropped.push(declaration.trim());
  }
  return { kept: kept.join(';'), dropped: dropped.join('; ') };
}
