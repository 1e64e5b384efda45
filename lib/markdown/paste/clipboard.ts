import type { Element, ElementContent, Root } from 'hast';
import { parseHtml, treeToMarkdown } from './html-to-markdown';
import { tidyClipboard } from './office';
import { classesOf, findElement, isElement, property, replaceNodes, textOf } from './prepare';

/** Most characters of HTML that are converted; what is longer takes seconds. Pictures, styles and comments do not count. */
export const clipboardLimit = 300_000;

export interface ClipboardOptions {
  /** Public origin of this site without a trailing slash; links to it become relative to its root. */
  origin: string;
  /** The first number for the markers of pictures. */
  firstImage?: number;
}

export interface FromClipboard {
  /** Without a line break at the end. */
  markdown: string;
  /** Whether it is part of a line rather than lines of its own. */
  isInline: boolean;
  /** Pictures that the HTML held itself, with the address that stands for each, `pasted:1`. */
  images: { marker: string; data: string }[];
  /** Pictures that are only on the computer where the text was copied. */
  lostImages: number;
}

/**
 * What was copied from a page, a word processor or a spreadsheet, as Markdown.
 *
 * @param html the clipboard's `text/html`, of any program.
 * @returns null when it says no more than its plain text does, and `too-large` beyond {@link clipboardLimit}.
 */
export function clipboardToMarkdown(
  html: string,
  options: ClipboardOptions,
): FromClipboard | 'too-large' | null {
  const held: string[] = [];
  const short = withoutBulk(fragmentOf(html), held);
  if (short.length > clipboardLimit) return 'too-large';
  const images: FromClipboard['images'] = [];
  let lostImages = 0;
  try {
    const tree = parseHtml(short);
    tidyClipboard(tree);
    const cell = onlyCell(tree);
    if (cell) tree.children = cell.children;
    if (!saysMoreThanText(tree)) return null;
    const markdown = treeToMarkdown(tree, {
      tidyBelow: 20_000,
      link: (href) => linkAddress(href, options.origin),
      image: (src) => {
        if (/^https?:\/\//i.test(src)) return siteAddress(src, options.origin);
        if (/^\/(?!\/)/.test(src)) return src;
        lostImages += 1;
        return null;
      },
      data: (src) => {
        const data = held[Number(/^data:held\/(\d+)$/.exec(src)?.[1] ?? -1)] ?? '';
        if (!/^data:image\/[\w.+-]+;base64,/i.test(data)) return null;
        const marker = `pasted:${String((options.firstImage ?? 1) + images.length)}`;
        images.push({ marker, data });
        return marker;
      },
    }).trim();
    return { markdown, isInline: isInline(tree, markdown), images, lostImages };
  } catch (error) {
    // Nested too deeply for anything; its text is on the clipboard as well.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What was selected: programs write where it begins and ends. */
function fragmentOf(html: string): string {
  const start = html.search(/<!--\s*StartFragment\s*-->/i);
  const end = html.search(/<!--\s*EndFragment\s*-->/i);
  const whole = start >= 0 && end > start ? html.slice(start, end) : html;
  // Rows whose table lies outside of what was selected would lose their cells.
  return /^(?:<!--[^>]*>\s*)*<(?:tr|td|th|tbody|col)\b/i.test(whole) ? `<table>${whole}</table>` : whole;
}

/** Takes out what may be megabytes and says nothing: styles, comments, and pictures, which are kept aside. */
function withoutBulk(html: string, held: string[]): string {
  return html
    .replace(/<!--(?!\s*more\s*-->)[\s\S]*?-->/g, '')
    .replace(/<(style|xml|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/data:image\/[\w.+-]+;base64,[A-Za-z0-9+/=\s]+/gi, (data) => {
      held.push(data.replace(/\s+/g, ''));
      return `data:held/${String(held.length - 1)}`;
    });
}

/** A cell that was copied alone is a text, not a table. */
function onlyCell(tree: Root): Element | null {
  const cells: Element[] = [];
  replaceNodes(tree, (node) => {
    if (isElement(node, 'td', 'th')) cells.push(node);
    return null;
  });
  const [cell] = cells;
  const outside = textOf(tree).trim().length - (cell ? textOf(cell).trim().length : 0);
  return cells.length === 1 && cell && outside === 0 ? cell : null;
}

const meaningful = new Set(
  (
    'strong b em i del s strike code kbd mark sub sup abbr h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote img hr ' +
    'math figure details iframe input center'
  ).split(' '),
);

function saysMoreThanText(tree: Root): boolean {
  return (
    findElement(
      { type: 'element', tagName: 'div', properties: {}, children: tree.children as ElementContent[] },
      (element) =>
        meaningful.has(element.tagName) ||
        (isElement(element, 'a') &&
          property(element, 'href') !== '' &&
          textOf(element).trim() !== '' &&
          textOf(element).trim() !== property(element, 'href')) ||
        (isElement(element, 'script') && property(element, 'type').startsWith('math/tex')) ||
        classesOf(element).some((name) => /^(?:katex|MathJax|footnotes)/.test(name)) ||
        element.tagName === 'mjx-container',
    ) !== null
  );
}

const blockNames = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote hr figure details center section article'.split(' '),
);

/** One run of words, as from the middle of a paragraph. */
function isInline(tree: Root, markdown: string): boolean {
  if (/\n|^(?:#{1,6}|[-*>]|\d+[.)])\s|^\||^```|^<(?:figure|table|center|details|div)/.test(markdown))
    return false;
  const blocks = tree.children.filter((child) => child.type === 'element' && blockNames.has(child.tagName));
  return blocks.length <= 1;
}

function linkAddress(href: string, origin: string): string | null {
  const direct = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(.*)$/i.exec(href)?.[1];
  const target = direct ? (new URLSearchParams(direct.replaceAll('&amp;', '&')).get('q') ?? href) : href;
  if (/^(?:https?:\/\/|mailto:)/i.test(target)) return siteAddress(target, origin);
  return /^\/(?!\/)/.test(target) ? target : null;
}

function siteAddress(address: string, origin: string): string {
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}
