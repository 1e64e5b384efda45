import { translator, type Language } from '@/lib/i18n';

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
            ? [t('notFound.title'), t('notFound.text')]
            : [t('error.title'), t('error.text')];
  const number =
    status === 500 && reference ? `<p>${escape(t('error.digest'))}: ${escape(reference)}</p>` : '';
  return (
    `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    `<meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>` +
    `<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p>${number}` +
    `<p><a href="${home}">${escape(t('notFound.toHome'))}</a></p></main></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
