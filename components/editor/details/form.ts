import type { PostDetails } from '@/lib/writing/types';

/** Everything of the details that a person chooses. */
export type DetailField = Exclude<keyof PostDetails, 'version'>;

export const FIELDS = [
  'categoryId',
  'month',
  'slug',
  'tags',
  'authorIds',
  'paperIds',
  'leadMediaId',
  'publishedAt',
] as const satisfies readonly DetailField[];

/** Details as they come in JSON. */
export type StoredDetails = Omit<PostDetails, 'publishedAt'> & { publishedAt: string | Date | null };

/** @returns details of an answer, with a date that is one. */
export function detailsFrom(stored: StoredDetails): PostDetails {
  return { ...stored, publishedAt: stored.publishedAt === null ? null : new Date(stored.publishedAt) };
}

function same(a: PostDetails, b: PostDetails, field: DetailField): boolean {
  return JSON.stringify(a[field]) === JSON.stringify(b[field]);
}

/** @returns what differs between two states of the form. */
export function changes(from: PostDetails, to: PostDetails): DetailField[] {
  return FIELDS.filter((field) => !same(from, to, field));
}

/**
 * Brings together what two people changed since the same state.
 *
 * @returns `merged`: everything that only one of them changed, and of the rest what is here; `both`: what both changed
 *   to something else, so that a person has to choose.
 */
export function merge(
  base: PostDetails,
  mine: PostDetails,
  theirs: PostDetails,
): { merged: PostDetails; both: DetailField[] } {
  const kept = Object.fromEntries(changes(base, mine).map((field) => [field, mine[field]]));
  return {
    merged: { ...theirs, ...kept },
    both: changes(base, mine).filter((field) => !same(base, theirs, field) && !same(mine, theirs, field)),
  };
}

/** @returns a list with one of its items a place further up (-1) or down (1); the same list where it cannot go. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const [item, other] = [items[index], items[index + by]];
  if (item === undefined || other === undefined) return [...items];
  return items.map((each, at) => (at === index ? other : at === index + by ? item : each));
}
