export { Activity } from './Activity';
export { ArchivePage, MonthList } from './Archive';
export { Article } from './Article';
export { EmptyState, type EmptyKind } from './EmptyState';
export { Feeds } from './Feeds';
export { ErrorPage, Gone, NotFound } from './Failures';
export { HomeIntro, NewestHeading } from './Home';
export {
  AuthorHeader,
  AuthorIndex,
  AuthorPapers,
  CategoryHeader,
  CategoryIndex,
  TagHeader,
  TagIndex,
} from './Indexes';
export { PaperHeader, PaperIndex } from './Papers';
export { PostPapers, shortAuthors } from './PostPapers';
export { kindNames } from './kind-names';
export { PageHeader } from './PageHeader';
export { PostArticle } from './PostArticle';
export { TranslationLinks } from './TranslationLinks';
export { PostCard, PostCardList, type PostCardListProps, type PostCardProps } from './PostCards';
export { ProfileCard } from './ProfileCard';
export { NO_FILTERS, searchQuery, type Asked } from './search-address';
export { SearchForm, type SearchFormProps } from './SearchForm';
export { SearchResults } from './Search';
export { SinglePageArticle } from './SinglePageArticle';
export { SearchEntry, SiteShell, type SiteShellProps } from './SiteShell';
