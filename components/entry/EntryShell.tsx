import type { ReactNode } from 'react';
import { languageName, localizePath, type I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/settings/views';
import { hrefOf, ThemeSwitch, Wordmark } from '../ui';

/** Around a door to the desk: the name of the blog, the other languages, and one thing to do. */
export function EntryShell({
  site,
  i18n,
  path,
  title,
  lead,
  children,
}: {
  site: SiteView;
  i18n: I18n;
  /** Address of the page without language prefix, query included; it is the same in every language. */
  path: string;
  title: string;
  /** What this is about, in a sentence or two. */
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const { t, locale } = i18n;
  const [bare = '', query] = path.split('?');
  const at = (language: string) =>
    hrefOf(localizePath(bare, language)) + (query === undefined ? '' : `?${query}`);
  return (
    <>
      <a className="skip-link" href="#nm-content">
        {t('shell.skip')}
      </a>
      <header className="entry-head">
        <div className="page-grid">
          <div className="entry-head-inner">
            <a
              className="entry-name"
              href={hrefOf(localizePath('/', locale))}
              aria-label={t('shell.home', { site: site.name })}
            >
              <Wordmark size={26} />
              <span>{site.name}</span>
            </a>
            <div className="switches">
              <nav className="language-switch" aria-label={t('shell.languages')}>
                <ul>
                  {(['ko', 'en'] as const).map((language) => (
                    <li key={language}>
                      <a
                        href={at(language)}
                        lang={language}
                        hrefLang={language}
                        aria-current={language === locale ? 'true' : undefined}
                      >
                        {languageName(language)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <ThemeSwitch i18n={i18n} />
            </div>
          </div>
        </div>
      </header>
      <main id="nm-content" className="page-grid entry-main" tabIndex={-1}>
        <div className="column entry">
          <h1>{title}</h1>
          {lead ? <p className="entry-lead">{lead}</p> : null}
          {children}
        </div>
      </main>
    </>
  );
}
