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

function walk(node: Parents, context: Context, budget: { tags: number }, depth: number): void {
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

function rewrite(
  node: Html,
  open: string[],
  context: Context,
  budget: { tags: number },
  depth: number,
): string {
  const html = node.value;
  const firstLine = node.position?.start.line ?? 1;
  let line = firstLine;
  let counted = 0;
  const lineAt = (at: number) => {
    for (; counted < at; counted++) if (html[counted] === '\n') line++;
    return line;
  };
  const drop = (at: number, what: string) => report(context, 'html-dropped', lineAt(at), what);

  let out = '';
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) {
      out += html.slice(at);
      break;
    }
    out += html.slice(at, next);
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (html[next + 1] === '!' || html[next + 1] === '?') {
      const end = html.indexOf('>', next);
      drop(next, html.slice(next, next + 12));
      at = end < 0 ? html.length : end + 1;
      continue;
    }
    const closes = html[next + 1] === '/';
    TAG_NAME.lastIndex = next + (closes ? 2 : 1);
    const written = TAG_NAME.exec(html)?.[0];
    if (written === undefined) {
      out += '&lt;';
      at = next + 1;
      continue;
    }
    const name = written.toLowerCase();
    const attributes: [string, string][] = [];
    at = next + (closes ? 2 : 1) + written.length;
    for (;;) {
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(html);
      if (!match) break;
      attributes.push([match[1]!.toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '']);
      at = ATTRIBUTE.lastIndex;
    }
    const end = html.indexOf('>', at);
    at = end < 0 ? html.length : end + 1;

    if (closes) {
      out += close(name, open);
      continue;
    }
    if (!RAW_ELEMENTS.has(name)) {
      drop(next, `<${written.slice(0, 40)}>`);
      continue;
    }
    if (++budget.tags > LIMITS.htmlTags || open.length + depth >= LIMITS.htmlDepth) {
      report(context, 'too-deep', lineAt(next), `<${name}>`);
      continue;
    }
    if (CLOSED_BY_ITSELF.has(name) && open.at(-1) === name) out += close(name, open);
    if (!VOID.has(name)) open.push(name);
    out += `<${name}`;
    const seen = new Set<string>();
    for (const [attribute, value] of attributes) {
      if (seen.has(attribute)) continue;
      seen.add(attribute);
      const kept = keep(name, attribute, value, context);
      if (kept === null)
        drop(next, attribute === 'style' ? `style="${value}"` : `<${name} ${attribute.slice(0, 40)}>`);
      else {
        if (attribute === 'style' && kept.dropped !== '') drop(next, `style="${kept.dropped}"`);
        if (kept.value !== '' || attribute !== 'style') {
          out += ` ${kept.name}="${kept.value.replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
        }
      }
    }
    out += '>';
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
