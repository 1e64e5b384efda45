import { PostError } from './errors';

/** First parts of addresses that belong to the product itself, in every language. */
export const RESERVED = new Set([
  '_next',
  'admin',
  'api',
  'archive',
  'atom',
  'authors',
  'categories',
  'email',
  'en',
  'feed',
  'feeds',
  'healthz',
  'index.xml',
  'invite',
  'ko',
  'media',
  'media-address',
  'not-found',
  'og',
  'page',
  'papers',
  'password',
  'preview',
  'rss',
  'search',
  'setup',
  'signin',
  'signout',
  'tags',
  'write',
]);

/** Where a post is to be found. */
export interface PostPlace {
  categorySlug: string;
  /** `YYYY-MM` */
  month: string;
  slug: string;
}

function checkPart(part: string): void {
  // Nothing that would make another address of it when it stands in a path.
  if (
    part === '' ||
    part === '.' ||
    part === '..' ||
    /[/\\?#\p{Cc}]/u.test(part) ||
    part !== part.normalize('NFC')
  ) {
    throw new PostError('address-invalid', part);
  }
}

/**
 * @returns the address of a post, decoded, without language prefix: `/ai/2022-09/220923-whisper/`.
 * @throws {PostError} `address-invalid`, `address-reserved`.
 */
export function postPath({ categorySlug, month, slug }: PostPlace): string {
  checkPart(categorySlug);
  checkPart(slug);
  if (RESERVED.has(categorySlug)) throw new PostError('address-reserved', categorySlug);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new PostError('address-invalid', month);
  return `/${categorySlug}/${month}/${slug}/`;
}

/**
 * @returns the address of a single page: `/about/`.
 * @throws {PostError} `address-invalid`, `address-reserved`.
 */
export function pagePath(slug: string): string {
  checkPart(slug);
  if (RESERVED.has(slug)) throw new PostError('address-reserved', slug);
  return `/${slug}/`;
}
