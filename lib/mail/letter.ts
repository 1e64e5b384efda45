import { siteOrigin } from '@/lib/config';
import { interfaceLanguage } from '@/lib/i18n';

/** What a mail says, already in its reader's language. */
export interface LetterContent {
  /** Language of the texts, BCP 47. */
  language: string;
  subject: string;
  paragraphs: readonly string[];
  /** What the reader is asked to open; its address begins with a slash and is one of this site. */
  link?: { label: string; path: string };
  /** Below a line: why the reader gets this. */
  footer: string;
}

/** A mail as it is sent. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/** One line without controls: nothing in it can begin another header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/**
 * @returns the letter as text and as simple HTML. Links begin with `SITE_URL`, whatever address somebody asked from.
 */
export function composeLetter({ language, subject, paragraphs, link, footer }: LetterContent): Letter {
  const href = link === undefined ? null : siteOrigin() + link.path;
  const text = [...paragraphs, ...(href === null ? [] : [href]), `--\n${footer}`].join('\n\n');
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`);
  if (link !== undefined && href !== null) {
    const address = escapeHtml(href);
    body.push(`<p><a href="${address}">${escapeHtml(link.label)}</a></p>`, `<p>${address}</p>`);
  }
  const html = [
    `<!doctype html><html lang="${interfaceLanguage(language)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.7;color:#1b221f;max-width:36rem">',
    ...body,
    `<hr><p style="color:#56625b;font-size:0.9em">${escapeHtml(footer)}</p></body></html>`,
  ].join('\n');
  return { subject: oneLine(subject), text: `${text}\n`, html };
}
