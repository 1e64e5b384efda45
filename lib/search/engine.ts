import type { Transaction } from '@/lib/db';
import type { TermsOfForm } from './analyse';
import type { SearchFilters, SearchHit } from './types';

/** Terms of a document, by field; each field is terms separated by spaces. */
export interface IndexFields {
  title: string;
  headings: string;
  names: string;
  body: string;
}

/** A question as engines take it: all of `words`, each in one of its forms; or what `joined` says instead. */
export interface TermQuery {
  words: TermsOfForm[][];
  joined: TermsOfForm[];
}

/** What differs between the engines. */
export interface SearchEngine {
  put: (tx: Transaction, entry: number, fields: IndexFields) => Promise<void>;
  remove: (tx: Transaction, entry: number) => Promise<void>;
  /** @returns texts, best first, at most `limit`. */
  find: (query: TermQuery, filters: SearchFilters, limit: number) => Promise<SearchHit[]>;
  /** @returns how many texts have each form, counted up to `most`. */
  countUpTo: (forms: TermsOfForm[], most: number) => Promise<number[]>;
}

/** How much a word counts by where it is. */
export const WEIGHTS = { title: 12, headings: 5, names: 6, body: 1 } as const;

/**
 * The part of a query that both engines share: which texts, and whether they pass the filters. `e` is the entry.
 *
 * @param parameter makes a placeholder for a value.
 */
export function filterSql(filters: SearchFilters, parameter: (value: unknown) => string): string {
  const conditions = [`t."state" = 'published'`, `p."kind" = 'post'`, `p."listedAt" IS NOT NULL`];
  if (filters.language !== null) conditions.push(`t."language" = ${parameter(filters.language)}`);
  if (filters.category !== null) {
    conditions.push(
      `p."categoryId" IN (SELECT "id" FROM "Category" WHERE "slug" = ${parameter(filters.category)})`,
    );
  }
  if (filters.author !== null) {
    conditions.push(
      `EXISTS (SELECT 1 FROM "PostAuthor" a JOIN "Member" m ON m."id" = a."memberId" WHERE a."postId" = p."id" AND m."handle" = ${parameter(filters.author)})`,
    );
  }
  if (filters.year !== null) {
    const from = new Date(Date.UTC(filters.year, 0, 1));
    const to = new Date(Date.UTC(filters.year + 1, 0, 1));
    conditions.push(`p."listedAt" >= ${parameter(from)} AND p."listedAt" < ${parameter(to)}`);
  }
  return `JOIN "Translation" t ON t."id" = e."translationId" JOIN "Post" p ON p."id" = t."postId"
    WHERE ${conditions.join(' AND ')}`;
}
