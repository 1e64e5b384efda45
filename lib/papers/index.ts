export { latex, paperBibtex } from './bibtex';
export { readBibtex } from './bibtex-reading';
export { refreshPaperCounts } from './counts';
export { PaperError, type PaperFault } from './errors';
export { arxivUrl, doiUrl, identified, type Identified } from './identifiers';
export { MAX_PAPERS, paperFault } from './input';
export { addPaper, changePaper, ensurePaper, removePaper } from './keeping';
export { findPapers, knownPaper, knownPapers, type PaperViewer } from './knowing';
export {
  paperById,
  paperIdOf,
  paperList,
  papersOf,
  papersOfAuthor,
  publicPaperIds,
  PAPERS_PER_PAGE,
} from './reading';
export type * from './types';
