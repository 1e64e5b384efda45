import { z } from 'zod';
import { notFound } from '@/lib/access';

/** The database's own ids, in a body or a query. */
export const identifier = z.uuid();

/**
 * @param part of an address.
 * @returns it, if it can be an id at all.
 * @throws {AccessError} `not-found` for what can name nothing.
 */
export function identifierOf(part: string | undefined): string {
  const id = identifier.safeParse(part);
  if (!id.success) throw notFound();
  return id.data;
}
