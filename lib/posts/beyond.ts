import { pageOf } from '@/lib/i18n';
import { postList, type Scope } from './lists';

/** The end of a list that somebody went beyond. */
export interface ListEnd {
  /** Number of its last page. */
  pages: number;
  /** Address of the last page, decoded, without language prefix. */
  path: string;
}

/** @returns the list whose first page is at an address, where posts are listed there. */
function scopeAt(parts: string[]): Scope | null {
  const [first = '', second = ''] = parts;
  if (parts.length === 0) return { kind: 'all' };
  if (parts.length === 1) return { kind: 'category', slug: first };
  if (parts.length > 2) return null;
  if (first === 'tags') return { kind: 'tag', slug: second };
  if (first === 'authors') return { kind: 'author', handle: second };
  if (first === 'papers') return { kind: 'paper', id: second };
  return /^\d{4}-\d{2}$/.test(second) ? { kind: 'month', category: first, month: second } : null;
}

/**
 * @param path an address that leads nowhere, decoded, without language prefix: `/ai/page/99/`.
 * @returns the end of the list, where the address is that of a page after its last; otherwise null.
 */
export async function listEnd(path: string, language: string): Promise<ListEnd | null> {
  const match = /^(\/(?:.*\/)?)page\/[1-9]\d*\/?$/.exec(path);
  const base = match?.[1];
  if (base === undefined) return null;
  const scope = scopeAt(base.split('/').filter(Boolean));
  const list = scope && (await postList(scope, language));
  if (!list || list.total === 0) return null;
  const { pages } = list;
  return { pages, path: pageOf(base, pages) };
}
