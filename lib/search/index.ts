export { find } from './find';
export { findSimilar } from './similar';
export { marked, markText, snippetOf, type MarkedText } from './marks';
export { matchName, nameWords, type NameMatch, type NameWord } from './names';
export { findNames, putNames, takeNames, type FoundName, type Name, type NameKind } from './stored-names';
export type { SearchAnswer, SearchCounts, SearchDocument, SearchFilters, SearchHit } from './types';
export { missingFromIndex, putIntoIndex, takeFromIndex } from './writing';

/** Kind of the job that brings an author's posts in step after a change of names: `{ memberId }`. */
export const AUTHOR_RENAMED = 'search.author-renamed';

/** Kind of the job that brings the posts about a paper in step after a change of what it is called: `{ paperId }`. */
export const PAPER_CHANGED = 'search.paper-changed';

/** Kind of the job that brings the posts of a category or a tag in step after a change of its names: `{ kind, id }`. */
export const NAMES_CHANGED = 'search.names-changed';
