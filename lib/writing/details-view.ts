import { isPlaceholder } from './begin';
import { labelOf } from './names';
import type { PostDetails } from './types';

/** Columns of which {@link presentDetails} makes the form. */
export const detailColumns = {
  categoryId: true,
  month: true,
  slug: true,
  leadMediaId: true,
  publishedAt: true,
  version: true,
  authors: { select: { memberId: true }, orderBy: { position: 'asc' } },
  tags: { select: { tag: { select: { id: true, slug: true, names: true } } } },
  papers: { select: { paperId: true }, orderBy: { position: 'asc' } },
} as const;

/** What {@link detailColumns} selects. */
export interface DetailRow {
  categoryId: string | null;
  month: string | null;
  slug: string;
  leadMediaId: string | null;
  publishedAt: Date | null;
  version: number;
  authors: { memberId: string }[];
  tags: { tag: { id: string; slug: string; names: unknown } }[];
  papers: { paperId: string }[];
}

/** @returns what all languages of a post share, as its form has it. */
export function presentDetails(row: DetailRow, language: string): PostDetails {
  return {
    categoryId: row.categoryId,
    month: row.month,
    slug: isPlaceholder(row.slug, row.publishedAt) ? '' : row.slug,
    tags: row.tags.map(({ tag }) => labelOf(tag, language)).sort((a, b) => a.localeCompare(b, language)),
    authorIds: row.authors.map(({ memberId }) => memberId),
    paperIds: row.papers.map(({ paperId }) => paperId),
    leadMediaId: row.leadMediaId,
    publishedAt: row.publishedAt,
    version: row.version,
  };
}
