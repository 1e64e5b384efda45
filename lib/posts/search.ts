import { db, namesSchema } from '@/lib/db';
import { isLanguage, languageName, localized } from '@/lib/i18n';
import {
  find,
  markText,
  snippetOf,
  type MarkedText,
  type SearchCounts,
  type SearchFilters,
} from '@/lib/search';
import { namedLink, postCards } from './cards';
import type { PostCard } from './views';

const FOUND_PER_PAGE = 10;

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
  /** All that were found. */
  total: number;
  /** Whether there are more than anybody would look through: more than `pages` show. */
  isCut: boolean;
  page: number;
  pages: number;
  /** Place of the first post of this page among all, from 1. */
  from: number;
  /** Whether nothing has all of the words, so that what has some of them is shown. */
  isPartial: boolean;
  /** Words that were not found as they were typed, with what was looked for instead. */
  corrections: { typed: string; meant: string }[];
  facets: SearchFacets;
}

/** Pages that can be looked at. */
const MOST_PAGES = 100;

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
  const shownPage = Math.min(Math.max(1, Math.trunc(page) || 1), MOST_PAGES + 1);
  const end = shownPage * FOUND_PER_PAGE;
  const { hits, total, isPartial, corrections, marks, counts } = await find(question, language, filters, end);
  const shown = hits.slice(end - FOUND_PER_PAGE, end);
  const ids = shown.map(({ postId }) => postId);
  const [cards, texts, facets] = [
    await postCards(ids, language),
    await textsOf(shown.map(({ translationId }) => translationId)),
    await facetsOf(counts, filters, language),
  ];
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(total / FOUND_PER_PAGE)));
  return {
    posts: cards.map((card) => {
      const hit = shown.find(({ postId }) => postId === card.id);
      return {
        card,
        title: markText(card.title, marks),
        snippet: snippetOf((hit && texts.get(hit.translationId)) ?? card.excerptText, marks),
      };
    }),
    total,
    isCut: total > pages * FOUND_PER_PAGE,
    page: shownPage,
    pages,
    from: end - FOUND_PER_PAGE + 1,
    isPartial,
    corrections,
    facets,
  };
}

/** Authors that are offered; of more, nobody would choose one from a list. */
const MOST_AUTHORS = 30;

async function facetsOf(
  counts: SearchCounts,
  filters: SearchFilters,
  language: string,
): Promise<SearchFacets> {
  const authors = [...counts.author].sort((a, b) => b[1] - a[1]).slice(0, MOST_AUTHORS);
  const [categories, members] = await Promise.all([
    db().category.findMany({
      where: { id: { in: [...counts.category.keys()] } },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: { id: true, slug: true, names: true },
    }),
    db().member.findMany({
      where: {
        OR: [
          { id: { in: authors.map(([id]) => id) } },
          ...(filters.author === null ? [] : [{ handle: filters.author.replaceAll('\0', '') }]),
        ],
      },
      select: { id: true, handle: true, names: true },
    }),
  ]);
  const chosen = (facets: SearchFacet[], value: string | null, name = value ?? ''): SearchFacet[] =>
    value === null || facets.some((facet) => facet.value === value)
      ? facets
      : [...facets, { value, name, count: 0 }];
  const year = filters.year === null ? null : String(filters.year);
  return {
    language: chosen(
      [...counts.language]
        .sort((a, b) => b[1] - a[1])
        .map(([value, count]) => ({ value, name: languageName(value, language), count })),
      filters.language,
      // Anything can stand in an address; what is no language has no name.
      filters.language !== null && isLanguage(filters.language)
        ? languageName(filters.language, language)
        : (filters.language ?? ''),
    ),
    category: chosen(
      categories.map((row) => ({
        value: row.slug,
        name: namedLink(row, language).name,
        count: counts.category.get(row.id) ?? 0,
      })),
      filters.category,
    ),
    author: chosen(
      members
        .map(({ id, handle, names }) => ({
          value: handle,
          name: localized(namesSchema.parse(names), language),
          count: counts.author.get(id) ?? 0,
        }))
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, language)),
      filters.author,
    ),
    year: chosen(
      [...counts.year]
        .sort((a, b) => b[0] - a[0])
        .map(([value, count]) => ({ value: String(value), name: String(value), count })),
      year,
    ),
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
