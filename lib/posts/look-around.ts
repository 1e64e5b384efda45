import type { SearchFilters } from '@/lib/search';
import { categoryList, tagList } from './lists';
import { quickFind, type QuickFound } from './quick-find';
import { searchPosts, type SearchPage } from './search';
import { nearPosts } from './suggestions';
import type { CountedLink, PostCard } from './views';

/** Characters of a question that are read; the rest is cut. */
export const LONGEST_QUESTION = 200;
/** Tags that are offered to who has not asked yet, or found nothing. */
const OFFERED_TAGS = 24;
/** Things of that name, where posts are found as well. */
const MOST_NAMED = 5;

/** What the search page shows. */
export interface LookedAround {
  /** Null where nothing was asked. */
  found: SearchPage | null;
  /** Papers, tags, authors and categories of that name; headings too where no text was found. */
  named: QuickFound[];
  /** Posts that may have been meant, where nothing was found. */
  near: PostCard[];
  /** Where to begin, for who has not asked, or found nothing. */
  hints: { tags: CountedLink[]; categories: CountedLink[] };
}

/**
 * Looks for posts, for things of that name, and, where nothing is found, for ways on.
 *
 * @param question as a person typed it, at most {@link LONGEST_QUESTION} characters; empty where nothing is asked.
 * @param language of the page.
 * @param page from 1.
 */
export async function lookAround(
  question: string,
  language: string,
  filters: SearchFilters,
  page: number,
): Promise<LookedAround> {
  if (question === '') return { found: null, named: [], near: [], hints: await hints(language) };
  const [found, names] = await Promise.all([
    searchPosts(question, language, filters, page),
    page === 1 ? quickFind(question, language) : [],
  ]);
  const isFound = found.total > 0;
  const named = names.filter(({ kind }) => (isFound ? !['post', 'heading'].includes(kind) : true));
  const none = { tags: [], categories: [] };
  if (isFound) return { found, named: named.slice(0, MOST_NAMED), near: [], hints: none };
  const near = await nearPosts(question.replaceAll('/', ' '), language);
  return { found, named, near: near.similar ? near.posts : [], hints: await hints(language) };
}

async function hints(language: string): Promise<LookedAround['hints']> {
  const [tags, categories] = await Promise.all([tagList(language), categoryList(language)]);
  return {
    tags: tags.toSorted((a, b) => b.count - a.count).slice(0, OFFERED_TAGS),
    categories: categories.filter(({ count }) => count > 0),
  };
}
