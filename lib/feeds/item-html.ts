import { localized, translator } from '@/lib/i18n';
import type { FeedPaper } from './types';
import { asHtml } from './xml';

export interface ItemContent {
  /** The whole post, absolute and sanitised; without it an item holds the summary and a link to the rest. */
  html?: string;
  /** Plain text. */
  summary?: string;
  /** Absolute address of the post. */
  url: string;
  origin: string;
  /** Of the post. */
  language: string;
  papers: readonly FeedPaper[];
  /** The site's closing line, by language; see {@link feedLine}. */
  line: Record<string, string>;
}

/** @returns what an item of a feed shows: the post or its summary, the papers that it is about, the site's closing line. */
export function itemHtml({ html, summary = '', url, origin, language, papers, line }: ItemContent): string {
  const t = translator(language);
  const parts = [
    html ?? `${paragraph(escape(summary))}<p>${link(url, t('feeds.readOn'))}</p>`,
    papersHtml(papers, t('feeds.papers', { count: papers.length })),
    paragraph(feedLine(localized(line, language), { url, origin })),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/**
 * A line of text as HTML. `[text](address)` is a link, where the address is http(s), mail, or a path of the site; `{url}`
 * is the address of the post. Everything else stands as it was written, whatever it looks like.
 *
 * @returns empty for an empty line.
 */
export function feedLine(text: string, { url, origin }: { url: string; origin: string }): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(/\[([^[\]]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/g)) {
    const [whole, label = '', address = ''] = match;
    const href = safeAddress(address.replaceAll('{url}', url), origin);
    html += escape(text.slice(end, match.index).replaceAll('{url}', url));
    html += href === null ? escape(whole) : link(href, label);
    end = match.index + whole.length;
  }
  return html + escape(text.slice(end).replaceAll('{url}', url));
}

function safeAddress(address: string, origin: string): string | null {
  const isPath = /^\/(?![/\\])/.test(address);
  if (!isPath && !/^(?:https?:\/\/[^/]|mailto:[^@]+@)/i.test(address)) return null;
  const absolute = isPath ? origin + address : address;
  return URL.canParse(absolute) ? new URL(absolute).href : null;
}

function papersHtml(papers: readonly FeedPaper[], label: string): string {
  if (papers.length === 0) return '';
  const each = papers.map(({ title, authors, year, url }) => {
    const [first = '', ...others] = authors;
    const by = [first && (others.length > 0 ? `${first} et al.` : first), year ?? ''].filter(Boolean);
    return link(url, title) + (by.length > 0 ? ` (${escape(by.join(', '))})` : '');
  });
  return each.length === 1
    ? `<p>${escape(label)}: ${each.join('')}</p>`
    : `<p>${escape(label)}</p><ul>${each.map((paper) => `<li>${paper}</li>`).join('')}</ul>`;
}

const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`);

const link = (href: string, label: string): string => `<a href="${escape(href)}">${escape(label)}</a>`;

const escape = (text: string): string => asHtml(text).replaceAll('"', '&quot;');
