import { UserError } from '@/lib/i18n';
import type { Viewer } from '.';
import { TABLE, type Act } from './table';

/** Whose a thing is: ids of the members that count as its owners. */
export interface Ownership {
  ownerIds: readonly (string | null)[];
}

/** Somebody may not do something. */
export class AccessError extends UserError {
  override readonly name = 'AccessError';
  constructor(readonly reason: 'not-signed-in' | 'forbidden' | 'not-found') {
    super({ kind: reason, code: reason, key: KEYS[reason] });
  }
}

const KEYS = {
  'not-signed-in': 'access.notSignedIn',
  forbidden: 'access.forbidden',
  'not-found': 'access.notFound',
} as const;

/** @returns whether `viewer` is among the owners. */
export function isOwn(viewer: Viewer | null, thing: Ownership): boolean {
  return viewer !== null && thing.ownerIds.includes(viewer.memberId);
}

/**
 * @param viewer null for a reader without an account.
 * @param thing what it is about; left out where the act has no object yet (a new post).
 * @returns whether the table allows it.
 */
export function may(viewer: Viewer | null, act: Act, thing?: Ownership): boolean {
  const scope = TABLE[act][viewer?.role ?? 'reader'];
  return scope === 'all' || (scope === 'own' && thing !== undefined && isOwn(viewer, thing));
}

/**
 * Lets only those pass who may.
 *
 * @param secret what is not to be known to exist by those who may not: asked for by an act that reads it. Whoever may
 *   not even do that is told that there is no such thing.
 * @throws {AccessError} `not-signed-in`, `forbidden` or `not-found`.
 */
export function check(
  viewer: Viewer | null,
  act: Act,
  thing?: Ownership,
  secret?: Act,
): asserts viewer is Viewer {
  if (viewer === null) throw new AccessError('not-signed-in');
  if (secret !== undefined && !may(viewer, secret, thing)) throw new AccessError('not-found');
  if (!may(viewer, act, thing)) throw new AccessError('forbidden');
}

/** What is thrown for a thing that does not exist, so that it looks like one that may not be seen. */
export function notFound(): AccessError {
  return new AccessError('not-found');
}
