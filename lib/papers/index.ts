export { paperById, paperList, papersOf, papersOfAuthor, PAPERS_PER_PAGE } from './reading';
export type * from './types';
