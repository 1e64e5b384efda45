import { z } from 'zod';
import type { PaperView } from './types';

/** What the column of authors holds. */
export const authorsSchema = z.array(z.string());

/** Columns of which {@link presentPaper} makes what readers see. */
export const paperColumns = {
  id: true,
  title: true,
  authors: true,
  year: true,
  venue: true,
  abstract: true,
  doi: true,
  arxivId: true,
  arxivVersion: true,
  url: true,
} as const;

/** What {@link paperColumns} selects. */
export type PaperRow = Omit<PaperView, 'authors'> & { authors: unknown };

/** @returns a paper as readers see it. */
export function presentPaper({ authors, ...row }: PaperRow): PaperView {
  const { id, title, year, venue, abstract, doi, arxivId, arxivVersion, url } = row;
  return {
    ...{ id, title, year, venue, abstract, doi, arxivId, arxivVersion, url },
    authors: authorsSchema.parse(authors),
  };
}
