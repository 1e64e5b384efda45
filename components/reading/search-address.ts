import { hrefOf, localizePath } from '@/lib/i18n';
import type { SearchFilters } from '@/lib/search/types';

/** What a visitor asks of the search. */
export interface Asked {
  /** As it was typed, white space around it aside. */
  question: string;
  /** Whether more was typed than a search reads; `question` is then its beginning. */
  isCut: boolean;
  filters: SearchFilters;
  /** From 1. */
  page: number;
}

/** Filters in the order in which they are shown. */
export const FILTERS = ['language', 'category', 'author', 'year'] as const;
export type FilterName = (typeof FILTERS)[number];

export const NO_FILTERS: SearchFilters = { language: null, category: null, author: null, year: null };

/** @returns the query of a search, with `?`; the shortest that says it. */
export function searchQuery({ question, filters, page }: Omit<Asked, 'isCut'>): string {
  const query = new URLSearchParams({ q: question });
  for (const name of FILTERS) {
    const value = filters[name];
    if (value !== null) query.set(name, String(value));
  }
  if (page > 1) query.set('page', String(page));
  return `?${query.toString()}`;
}

/** @returns the percent-encoded address of a search. */
export function searchHref(asked: Omit<Asked, 'isCut'>, locale: string): string {
  return hrefOf(localizePath('/search/', locale)) + searchQuery(asked);
}
