export { slugOf } from '@/lib/i18n';
export { postPath, pagePath, RESERVED, type PostPlace } from './addresses';
export { postCards } from './cards';
export { authorsOfCategory, authorWeeks, relatedTags } from './companions';
export {
  addCategory,
  CategoryError,
  changeCategory,
  managedCategories,
  MAX_MOVED,
  orderCategories,
  removeCategory,
  type CategoryFault,
  type CategoryInput,
} from './categories';
export { cite } from './cite';
export { destinationOf } from './destinations';
export { PostError, type PostFault } from './errors';
export {
  authorByHandle,
  authorList,
  categoryBySlug,
  categoryList,
  groupView,
  monthCounts,
  postList,
  tagBySlug,
  tagList,
  type CategoryView,
  type CountedAuthor,
  type Scope,
} from './lists';
export { feedPosts, type FeedPost, type FeedSlice, type FeedWindow } from './feed';
export { formerAddress, postPage, presentCategorySlug, previewPage, singlePage, wasCategory } from './pages';
export {
  ensureCategory,
  ensureTag,
  setAuthors,
  setLeadMedia,
  setPapers,
  setPublishedAt,
  setTags,
} from './describing';
export { createPost, movePost, pathOf, takeAddress, type NewPost } from './placing';
export {
  addRevision,
  ensureTranslation,
  hide,
  publish,
  refreshPostsNaming,
  show,
  type NewRevision,
} from './publishing';
export { cleanLine, cleanText, cleanTitle, MAX_TITLE } from './texts';
export { refreshRenderings, renderSource, type RefreshOptions, type Render } from './renderings';
export { countPublic, publicAddresses, type PublicAddress } from './sitemap';
export { listEnd, type ListEnd } from './beyond';
export { meantBy, nearPosts, wordsOfAddress } from './suggestions';
export type * from './views';
export { completeIndex, indexJobs } from './indexing';
export { searchPosts, type FoundPost, type SearchFacet, type SearchFacets, type SearchPage } from './search';
export { quickFind, type QuickFound } from './quick-find';
export { LONGEST_QUESTION, lookAround, type LookedAround } from './look-around';
