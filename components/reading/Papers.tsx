import { localizePath, type I18n } from '@/lib/i18n';
import type { PaperCount, PaperList, PaperView } from '@/lib/papers/types';
import { hrefOf, Pagination } from '../ui';
import { EmptyState } from './EmptyState';
import { PageHeader } from './PageHeader';
import { languageOfText, PaperFacts, PaperLinks } from './PostPapers';

/** `/papers/`: year in the margin, then title, authors and venue, and how many posts are about it. */
export function PaperIndex({ list, i18n }: { list: PaperList; i18n: I18n }) {
  const { t, locale } = i18n;
  return (
    <>
      <PageHeader
        title={t('paper.indexTitle')}
        note={list.total > 0 ? t('paper.count', { count: list.total }) : undefined}
      >
        {list.total > 0 && <p className="page-about">{t('paper.indexAbout')}</p>}
      </PageHeader>
      {list.papers.length === 0 && <EmptyState kind="papers" i18n={i18n} />}
      <div className="entries">
        {list.papers.map((paper) => (
          <PaperEntry key={paper.id} paper={paper} i18n={i18n} />
        ))}
        <Pagination page={list.page} pages={list.pages} path={localizePath('/papers/', locale)} i18n={i18n} />
      </div>
    </>
  );
}

function PaperEntry({ paper, i18n }: { paper: PaperCount; i18n: I18n }) {
  return (
    <article className="entry page-grid">
      <div className="margin entry-margin">{paper.year}</div>
      <div className="column entry-column">
        <h2 className="entry-title" lang={languageOfText(paper.title)}>
          <a href={hrefOf(localizePath(`/papers/${paper.id}/`, i18n.locale))}>{paper.title}</a>
        </h2>
        <p className="paper-facts">
          <PaperFacts paper={{ ...paper, year: null }} i18n={i18n} />
          <span>{i18n.t('list.count', { count: paper.posts })}</span>
        </p>
      </div>
    </article>
  );
}

/** Head of `/papers/<id>/`: everything that is known of the paper; a `PostCardList` follows. */
export function PaperHeader({
  paper,
  bibtex,
  i18n,
}: {
  paper: PaperView;
  /** The paper as an entry of BibTeX. */
  bibtex: string;
  i18n: I18n;
}) {
  const { t, locale } = i18n;
  const language = languageOfText(paper.title);
  return (
    <>
      <PageHeader
        kicker={<a href={hrefOf(localizePath('/papers/', locale))}>{t('paper.label')}</a>}
        title={paper.title}
        language={language === locale ? undefined : language}
      >
        <dl className="paper-known">
          <Fact label={t('paper.authors')} value={paper.authors.join(', ')} />
          <Fact label={t('paper.venue')} value={paper.venue} />
          <Fact label={t('paper.year')} value={paper.year === null ? '' : String(paper.year)} />
          {(paper.arxivId ?? paper.doi ?? paper.url) !== null && (
            <div>
              <dt>{t('paper.links')}</dt>
              <dd className="paper-facts">
                <PaperLinks paper={paper} i18n={i18n} />
              </dd>
            </div>
          )}
        </dl>
        <div className="prose" data-copied={t('post.copied')}>
          {paper.abstract !== '' && (
            <details>
              <summary>{t('paper.abstract')}</summary>
              {paper.abstract.split('\n\n').map((paragraph, index) => (
                <p key={index} lang={languageOfText(paper.abstract)}>
                  {paragraph}
                </p>
              ))}
            </details>
          )}
          <details>
            <summary>{t('paper.bibtex')}</summary>
            <div className="code">
              <div className="code-head">
                <span className="code-language">BibTeX</span>
                <button type="button" className="code-copy" data-copy="" hidden>
                  {t('paper.copy')}
                </button>
              </div>
              <pre tabIndex={0}>
                <code>{bibtex}</code>
              </pre>
            </div>
          </details>
        </div>
      </PageHeader>
      <div className="page-grid">
        <h2 className="column section-title">{t('paper.posts')}</h2>
      </div>
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
