import { createHash } from 'node:crypto';
import { translator, type Language } from '@/lib/i18n';

/**
 * The page brings its few styles, with the colours of components/styles/tokens.css: the style sheet may be what failed. It
 * has no script that would know of a reader's own choice, and follows the system.
 */
const STYLE =
  ':root{color-scheme:light dark;background:light-dark(#fbfcfa,#131716);color:light-dark(#1b221f,#dde4df)}' +
  'body{margin:0 auto;max-width:38rem;padding:4.5rem 1.125rem;font:1.0625rem/1.7 Pretendard,system-ui,sans-serif;' +
  'word-break:keep-all;overflow-wrap:anywhere}' +
  'h1{margin:0 0 1rem;font-size:1.625rem;line-height:1.36;text-wrap:balance}' +
  'a{display:inline-block;padding:.5rem 0;color:light-dark(#12634a,#82cdab);text-underline-offset:.2em}';

/** What an error document may do: be looked at, in its own styles, and be left. */
export const ERROR_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Statuses that the server answers by itself. */
export type ErrorStatus = 400 | 403 | 404 | 405 | 413 | 414 | 429 | 431 | 500 | 503;

/**
 * A small page that needs neither the framework nor the database, and says nothing of what went wrong inside.
 *
 * @param reference a number under which the log has the details.
 */
export function errorDocument(
  status: ErrorStatus,
  language: Language,
  reference: string | null = null,
): string {
  const t = translator(language);
  const home = language === 'ko' ? '/' : `/${language}/`;
  const [title, text] =
    status === 503
      ? [t('error.unavailableTitle'), t('error.unavailableText')]
      : status === 429
        ? [t('search.tooManyTitle'), t('search.tooManyText')]
        : status === 414 || status === 431
          ? [t('search.tooLongTitle'), t('search.tooLongText')]
          : status < 500
            ? status === 404
              ? [t('notFound.title'), t('notFound.text')]
              : [t('failures.badRequestTitle'), t('failures.badRequestText')]
            : [t('error.title'), t('error.text')];
  const number =
    status === 500 && reference ? `<p>${escape(t('error.digest'))}: ${escape(reference)}</p>` : '';
  return (
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    `<meta name="color-scheme" content="light dark"><title>${escape(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${number}` +
    `<p><a href="${home}">${escape(t('notFound.toHome'))}</a></p></main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
