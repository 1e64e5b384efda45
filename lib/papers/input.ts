import { cleanLine, cleanText } from '@/lib/i18n';
import { PaperError, type PaperFault } from './errors';
import { arxivOf, doiOf, identified, webUrlOf } from './identifiers';
import { findTextOf, titleKeyOf } from './naming';
import type { PaperInput } from './types';

/** Most papers of a post. */
export const MAX_PAPERS = 50;

const MAX_TITLE = 500;
const MAX_AUTHORS = 500;
const MAX_AUTHOR = 200;
const MAX_VENUE = 300;
const MAX_ABSTRACT = 10_000;
/** The first journal. */
const FIRST_YEAR = 1665;

/** Characters that turn the text around them, or that nobody sees; joiners stay, scripts need them. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

const line = (text: string) => cleanLine(text.replace(UNSEEN, '').replace(/\p{Cc}/gu, ' '));
const isLong = (text: string, most: number) => [...text].length > most;

/** A paper as it is kept. */
export type CleanPaper = ReturnType<typeof cleanPaper>;

/**
 * @param now for the latest year that is believed.
 * @returns what a form gave as it is kept. An address that says an arXiv id or a DOI is kept as that.
 * @throws {PaperError} naming the field.
 */
export function cleanPaper(input: PaperInput, now = new Date()) {
  const title = line(input.title);
  if (titleKeyOf(title) === '') throw new PaperError('title-missing');
  if (isLong(title, MAX_TITLE)) throw new PaperError('title-long', { values: { most: MAX_TITLE } });
  const authors = input.authors.map(line).filter(Boolean);
  if (authors.length > MAX_AUTHORS) throw new PaperError('authors-many', { values: { most: MAX_AUTHORS } });
  const long = authors.find((author) => isLong(author, MAX_AUTHOR));
  if (long !== undefined) throw new PaperError('author-long', { values: { most: MAX_AUTHOR } });
  const { year } = input;
  const latest = now.getUTCFullYear() + 2;
  if (year !== null && (!Number.isInteger(year) || year < FIRST_YEAR || year > latest)) {
    throw new PaperError('year-invalid', { values: { from: String(FIRST_YEAR), to: String(latest) } });
  }
  const venue = line(input.venue);
  if (isLong(venue, MAX_VENUE)) throw new PaperError('venue-long', { values: { most: MAX_VENUE } });
  const abstract = paragraphs(input.abstract);
  if (isLong(abstract, MAX_ABSTRACT))
    throw new PaperError('abstract-long', { values: { most: MAX_ABSTRACT } });
  const ids = cleanIds(input);
  const paper = { title, authors, year, venue, abstract, ...ids };
  return { ...paper, titleKey: titleKeyOf(title), findText: findTextOf(paper) };
}

/** @returns what keeps a paper from being kept as it is given; null where nothing does. */
export function paperFault(input: PaperInput): PaperFault | null {
  try {
    cleanPaper(input);
    return null;
  } catch (error) {
    if (error instanceof PaperError) return error.fault;
    throw error;
  }
}

/** @returns what a field says, null where it is empty. @throws {PaperError} where it says nothing that is understood. */
function said<Value>(text: string, read: (text: string) => Value | null, fault: PaperFault): Value | null {
  if (text.trim() === '') return null;
  const value = read(text);
  if (value === null) throw new PaperError(fault);
  return value;
}

function cleanIds(input: PaperInput) {
  const doi = said(input.doi, doiOf, 'doi-invalid');
  // arXiv gives each of its papers a DOI too: one and the same number.
  const ofDoi = doi === null ? null : arxivOf(doi);
  const arxiv = said(input.arxivId, arxivOf, 'arxiv-invalid') ?? ofDoi;
  const url = said(input.url, webUrlOf, 'url-invalid');
  const ofUrl = url === null ? null : identified(url);
  return {
    arxivId: arxiv?.id ?? ofUrl?.arxivId ?? null,
    arxivVersion: arxiv ? arxiv.version : (ofUrl?.arxivVersion ?? null),
    doi: ofDoi ? null : (doi ?? ofUrl?.doi ?? null),
    url: ofUrl?.url ?? null,
  };
}

/** @returns plain text whose paragraphs have one empty line between them, and whose lines are not broken. */
function paragraphs(text: string): string {
  return cleanText(text.replace(UNSEEN, ''))
    .split(/\n\s*\n/)
    .map(line)
    .filter(Boolean)
    .join('\n\n');
}
