import { translator, type Language } from '@/lib/i18n';

/** Styles as attributes, which the policy allows; the style sheet may be what failed. */
const BODY =
  'margin:0 auto;max-width:38rem;padding:4.5rem 1.125rem;font:1.0625rem/1.7 Pretendard,system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere';
const HEADING = 'margin:0 0 1rem;font-size:1.625rem;line-height:1.36';

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
    `<meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>` +
    `<body style="${BODY}"><main><h1 style="${HEADING}">${escape(title)}</h1><p>${escape(text)}</p>${number}` +
    `<p><a href="${home}">${escape(t('notFound.toHome'))}</a></p></main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
