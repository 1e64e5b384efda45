import { languageName, type I18n } from '@/lib/i18n';
import type { SinglePage } from '@/lib/posts/views';
import { Article } from './Article';
import { FoldedContents, MarginContents } from './Contents';
import { TranslationLinks } from './TranslationLinks';

/** A page such as `/about/`. */
export function SinglePageArticle({ page, i18n }: { page: SinglePage; i18n: I18n }) {
  const { t, format, locale } = i18n;
  const otherLanguage = page.language === locale ? undefined : page.language;
  return (
    <article className="post single">
      <header className="post-head page-grid">
        <div className="column">
          <h1 lang={otherLanguage}>{page.title}</h1>
          {otherLanguage !== undefined && (
            <p className="notice">{t('post.onlyIn', { language: languageName(otherLanguage, locale) })}</p>
          )}
          <TranslationLinks languages={page.languages} shown={page.language} i18n={i18n} />
        </div>
      </header>
      <div className="post-body page-grid">
        <div className="margin">
          <MarginContents outline={page.outline} i18n={i18n} />
        </div>
        <div className="column">
          <FoldedContents outline={page.outline} i18n={i18n} />
          <Article html={page.html} language={page.language} i18n={i18n} />
        </div>
      </div>
      <footer className="post-foot page-grid">
        <div className="column">
          <p className="revised">{t('page.updated', { date: format.date(page.updatedAt) })}</p>
        </div>
      </footer>
    </article>
  );
}
