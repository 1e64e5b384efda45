import type { I18n } from '@/lib/i18n';
import { identified, mentioned, type Identified } from '@/lib/papers/identifiers';
import type { KnownPaper, PaperInput, PaperView } from '@/lib/papers/types';

/** Authors that are named in one line. */
const MOST_NAMED = 3;
/** Mentions that are offered at once. */
const MOST_OFFERED = 5;

/** @returns authors, venue and year of a paper in one line. */
export function lineOf(paper: PaperView | undefined, { t }: I18n): string {
  if (!paper) return '';
  const { authors, venue, year } = paper;
  const names =
    authors.length > MOST_NAMED
      ? t('paper.andOthers', { names: authors[0] ?? '', count: authors.length - 1 })
      : authors.join(', ');
  return [names, venue, year === null ? '' : String(year)].filter((part) => part !== '').join(' · ');
}

/** @returns what the form begins with for what was typed: an id or an address in its place, anything else as the title. */
export function newPaper(typed: string): PaperInput {
  const nothing = {
    title: '',
    authors: [],
    year: null,
    venue: '',
    abstract: '',
    doi: '',
    arxivId: '',
    url: '',
  };
  const what = identified(typed);
  if (!what) return { ...nothing, title: typed.trim() };
  return { ...nothing, ...idsOf(what) };
}

function idsOf({ arxivId, arxivVersion, doi, url }: Identified) {
  return {
    arxivId: arxivId === null ? '' : `${arxivId}${arxivVersion === null ? '' : `v${arxivVersion}`}`,
    doi: doi ?? '',
    url: url ?? '',
  };
}

/** @returns a paper as its form has it. */
export function inputOf({ title, authors, year, venue, abstract, ...ids }: PaperView): PaperInput {
  return { title, authors, year, venue, abstract, ...idsOf(ids) };
}

/** @returns papers that a text mentions, apart from those that are chosen. */
export function unadded(source: string, chosen: readonly KnownPaper[]): Identified[] {
  return mentioned(source)
    .filter(
      (mention) =>
        !chosen.some(
          ({ arxivId, doi }) =>
            (mention.arxivId !== null && mention.arxivId === arxivId) ||
            (mention.doi !== null && mention.doi === doi),
        ),
    )
    .slice(0, MOST_OFFERED);
}

/** @returns a mention as it is shown, and as it can be typed. */
export function nameOfMention({ arxivId, doi }: Identified): string {
  return arxivId === null ? `doi:${doi ?? ''}` : `arXiv:${arxivId}`;
}

/** @returns what a form has, field by field; `year` is null for what is no number. */
export function paperOf(form: FormData): PaperInput {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.normalize('NFC') : '';
  };
  const year = text('year').trim();
  return {
    title: text('title'),
    authors: text('authors')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    // What is no year is refused by the server, which says what is one.
    year: year === '' ? null : /^\d+$/.test(year) ? Number(year) : -1,
    venue: text('venue'),
    abstract: text('abstract'),
    doi: text('doi'),
    arxivId: text('arxivId'),
    url: text('url'),
  };
}

/** @returns what was typed, with what it lacks filled in from elsewhere. */
export function filledIn(typed: PaperInput, found: PaperInput): PaperInput {
  const text = (name: 'title' | 'venue' | 'abstract' | 'doi' | 'arxivId' | 'url') =>
    typed[name].trim() || found[name];
  return {
    title: text('title'),
    authors: typed.authors.length > 0 ? typed.authors : found.authors,
    year: typed.year ?? found.year,
    venue: text('venue'),
    abstract: text('abstract'),
    doi: text('doi'),
    arxivId: text('arxivId'),
    url: text('url'),
  };
}
