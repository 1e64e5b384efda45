import type { I18n } from '@/lib/i18n';
import type { Citations } from '@/lib/posts/views';

/** How a post is cited, folded; the texts can be selected where the script does not run. */
export function Cite({
  citations,
  language,
  i18n: { t },
}: {
  citations: Citations;
  /** Of the text that is cited. */
  language: string;
  i18n: I18n;
}) {
  const ways = [
    { key: 'plain', name: t('around.plain') },
    { key: 'apa', name: t('around.apa') },
    { key: 'bibtex', name: t('around.bibtex') },
  ] as const;
  return (
    <details className="post-fold cite">
      <summary>
        <span className="more">{t('around.cite')}</span>
      </summary>
      <div data-copied={t('around.copied')} data-not-copied={t('around.notCopied')}>
        <dl>
          {ways.map(({ key, name }) => (
            <div key={key}>
              <dt>
                {name}
                <button
                  type="button"
                  className="text-button"
                  data-copies={`cite-${key}`}
                  aria-label={t('around.copyOf', { name })}
                  hidden
                >
                  {t('around.copy')}
                </button>
              </dt>
              <dd>
                <pre id={`cite-${key}`} className="cite-text" lang={language}>
                  {citations[key].trimEnd()}
                </pre>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
