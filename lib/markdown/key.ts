import { createHash } from 'node:crypto';
import type { MarkdownOptions } from './types';
import { rendererVersion } from './version';

/**
 * What results that were kept must agree on to be current, images aside: the renderer and the options that are the
 * same for the whole site or one post (language, macros, origin, typography).
 */
export function renderingKey(options: Omit<MarkdownOptions, 'images'>): string {
  const macros = Object.entries(options.macros ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    rendererVersion,
    options.language,
    options.origin,
    options.idPrefix ?? '',
    options.path ?? '',
    options.typography !== false,
    macros,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
