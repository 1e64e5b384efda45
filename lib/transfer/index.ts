export { applyImport, type ApplyOptions } from './apply';
export { ImportError, importFailures, type ImportFailure } from './errors';
export { readFeed } from './feed';
export { readFolder } from './folder';
export { readHugoSite, type ReadOptions } from './hugo';
export { readSource } from './read';
export type * from './report';
export { noticeCodes } from './types';
export type * from './types';
