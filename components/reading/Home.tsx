import type { I18n } from '@/lib/i18n';
import type { SinglePage, SiteView } from '@/lib/posts/views';
import { Article } from './Article';

/** Longer introductions are folded, so that the newest posts stay within reach. Characters of HTML. */
const shortIntro = 800;

/** Head of the first page: the page that introduces the group, or the site's name and description. */
export function HomeIntro({ page, site, i18n }: { page: SinglePage | null; site: SiteView; i18n: I18n }) {
  const { t, locale } = i18n;
  if (page === null) {
    return (
      <header className="home-head page-grid">
        <div className="column">
          <h1>{site.name}</h1>
          {site.description !== '' && <p className="home-lead">{site.description}</p>}
        </div>
      </header>
    );
  }
  const language = page.language === locale ? undefined : page.language;
  const folded = page.html.length > shortIntro && page.excerptText !== '';
  return (
    <section className="home-head page-grid">
      <div className="column">
        <h1 lang={language}>{page.title}</h1>
        {folded ? (
          <details className="home-fold">
            <summary>
              <span className="home-lead" lang={language}>
                {page.excerptText}
              </span>
              <span className="more">{t('home.more')}</span>
            </summary>
            <Article html={page.html} language={page.language} i18n={i18n} />
          </details>
        ) : (
          <Article html={page.html} language={page.language} i18n={i18n} />
        )}
      </div>
    </section>
  );
}

/** Title above the newest posts; the page's `h1` from the second page on, where the introduction is not repeated. */
export function NewestHeading({ page, i18n: { t } }: { page: number; i18n: I18n }) {
  return page === 1 ? (
    <h2 className="section-title page-grid">
      <span className="column">{t('list.newest')}</span>
    </h2>
  ) : (
    <h1 className="section-title page-grid">
      <span className="column">
        {t('list.newest')} <span className="section-page">{t('list.page', { page })}</span>
      </span>
    </h1>
  );
}
