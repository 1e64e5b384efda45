import type { FeedItem } from './types';
import { emptyElement } from './xml';

/** @returns the lead image of an item by the names of Media RSS (rssboard.org/media-rss), in a list for its fields. */
export function mediaContent({ image }: FeedItem): string[] {
  if (image === null) return [];
  const { url, type, size, width, height } = image;
  return [emptyElement('media:content', { url, medium: 'image', type, fileSize: size, width, height })];
}
