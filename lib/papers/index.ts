export { paperBibtex } from './bibtex';
export { refreshPaperCounts } from './counts';
export { PaperError, type PaperFault } from './errors';
export { arxivUrl, doiUrl, identified, type Identified } from './identifiers';
export { MAX_PAPERS } from './input';
export { addPaper, changePaper, ensurePaper, removePaper } from './keeping';
export { findPapers, knownPapers, type PaperViewer } from './knowing';
export { paperById, paperIdOf, paperList, papersOf, papersOfAuthor, PAPERS_PER_PAGE } from './reading';
export type * from './types';
