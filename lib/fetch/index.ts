export { isPublicAddress } from './addresses';
export { FetchError, type FetchFailure } from './errors';
export { fetchPublic, postForm, type Fetched, type FetchOptions } from './fetch-public';
