import { db } from '@/lib/db';
import { find, markText, snippetOf, type MarkedText, type SearchFilters } from '@/lib/search';
import { postCards } from './cards';
import type { PostCard } from './views';

export const FOUND_PER_PAGE = 10;

/** A post that was found, with what was looked for marked. */
export interface FoundPost {
  card: PostCard;
  title: MarkedText[];
  snippet: MarkedText[];
}

/** A value of a filter with which something is found. */
export interface SearchFacet {
  /** As the filter takes it: a language, a slug, a handle, a year. */
  value: string;
  /** In the language of the page. */
  name: string;
  /** Posts that would be found with it, the other filters kept. */
  count: number;
}

/** Values that each filter can have, the most useful first; the one that is chosen is always among them. */
export interface SearchFacets {
  language: SearchFacet[];
  category: SearchFacet[];
  author: SearchFacet[];
  year: SearchFacet[];
}

/** One page of what was found. */
export interface SearchPage {
  posts: FoundPost[];
  total: number;
  /** Whether there are more than anybody would look through; `total` is then a lower bound. */
  isCut: boolean;
  page: number;
  pages: number;
  /** Words that were not found as they were typed, with what was looked for instead. */
  corrections: { typed: string; meant: string }[];
  facets: SearchFacets;
}

/**
 * Looks for posts, titles before text.
 *
 * @param question as a person typed it; anything goes.
 * @param language of the page.
 * @param page from 1; beyond the last there is nothing.
 */
export async function searchPosts(
  question: string,
  language: string,
  filters: SearchFilters,
  page: number,
): Promise<SearchPage> {
  const { hits, isCut, corrections, marks } = await find(question, language, filters);
  const shown = hits.slice((page - 1) * FOUND_PER_PAGE, page * FOUND_PER_PAGE);
  const cards = await postCards(
    shown.map(({ postId }) => postId),
    language,
  );
  const texts = await textsOf(shown.map(({ translationId }) => translationId));
  return {
    posts: cards.map((card) => {
      const hit = shown.find(({ postId }) => postId === card.id);
      return {
        card,
        title: markText(card.title, marks),
        snippet: snippetOf((hit && texts.get(hit.translationId)) ?? card.excerptText, marks),
      };
    }),
    total: hits.length,
    isCut,
    page,
    pages: Math.max(1, Math.ceil(hits.length / FOUND_PER_PAGE)),
    corrections,
    facets: { language: [], category: [], author: [], year: [] },
  };
}

/** Plain text by translation; what was not rendered yet is missing. */
async function textsOf(translationIds: string[]): Promise<Map<string, string>> {
  const rows = await db().translation.findMany({
    where: { id: { in: translationIds } },
    select: { id: true, publishedRevision: { select: { renderings: { select: { text: true }, take: 1 } } } },
  });
  return new Map(
    rows.flatMap(({ id, publishedRevision }) => {
      const text = publishedRevision?.renderings[0]?.text;
      return text === undefined ? [] : [[id, text] as const];
    }),
  );
}
