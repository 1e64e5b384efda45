import { localizePath, type I18n } from '@/lib/i18n';
import type { PaperView } from '@/lib/papers/types';
import { hrefOf } from '../ui';

/** Authors that are named in one line. */
const MOST_NAMED = 3;

/** @returns authors in one line: `Alec Radford 외 2명` where there are more than three. */
export function shortAuthors(authors: readonly string[], { t }: I18n): string {
  // With commas alone, as papers are cited in every language.
  if (authors.length <= MOST_NAMED) return authors.join(', ');
  return t('paper.andOthers', { names: authors[0] ?? '', count: authors.length - 1 });
}

/** @returns the language of a title, as far as its letters tell; a paper's own is not known. */
export function languageOfText(text: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Latin}/u.test(text) ? 'en' : undefined;
}

/** Where a paper can be read: arXiv, DOI, or another address. */
export function PaperLinks({ paper, i18n: { t } }: { paper: PaperView; i18n: I18n }) {
  const { arxivId, arxivVersion, doi, url } = paper;
  const version = arxivVersion === null ? '' : `v${arxivVersion}`;
  const links = [
    ...(arxivId === null
      ? []
      : [
          {
            href: `https://arxiv.org/abs/${arxivId}${version}`,
            label: t('paper.arxiv', { id: arxivId + version }),
          },
        ]),
    ...(doi === null
      ? []
      : [{ href: `https://doi.org/${hrefOf(`/${doi}`).slice(1)}`, label: t('paper.doi', { doi }) }]),
    ...(url === null ? [] : [{ href: url, label: t('paper.link', { host: new URL(url).hostname }) }]),
  ];
  return links.map(({ href, label }) => (
    <a key={href} href={href} rel="noopener">
      {label}
    </a>
  ));
}

/** Which papers a post is about; nothing where it is about none. */
export function PostPapers({ papers, i18n }: { papers: readonly PaperView[]; i18n: I18n }) {
  const { t, locale } = i18n;
  if (papers.length === 0) return null;
  return (
    <section className="post-papers" aria-label={t('paper.about')}>
      <p className="post-papers-label">{t('paper.about')}</p>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a
              className="post-papers-title"
              lang={languageOfText(paper.title)}
              href={hrefOf(localizePath(`/papers/${paper.id}/`, locale))}
            >
              {paper.title}
            </a>
            <p className="paper-facts">
              <PaperFacts paper={paper} i18n={i18n} />
              <PaperLinks paper={paper} i18n={i18n} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Authors, year and venue in one line, each in its own element; none for what is not known. */
export function PaperFacts({ paper, i18n }: { paper: PaperView; i18n: I18n }) {
  return (
    <>
      {paper.authors.length > 0 && <span>{shortAuthors(paper.authors, i18n)}</span>}
      {(paper.venue !== '' || paper.year !== null) && (
        <span>{[paper.venue, paper.year].filter((fact) => fact !== '' && fact !== null).join(', ')}</span>
      )}
    </>
  );
}
