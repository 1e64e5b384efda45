import type { CallFailure } from '../../desk';
import type { SavingStatus } from './types';

/** Why a save did not come about, and what follows from it. */
export interface Trouble {
  status: Extract<
    SavingStatus,
    'offline' | 'unavailable' | 'signed-out' | 'other-member' | 'too-large' | 'refused'
  >;
  since: Date;
  message: string | null;
  otherName: string | null;
}

/** @returns what kind of trouble an answer means. */
export function troubleOf({ status }: CallFailure): Trouble['status'] {
  if (status === 0) return 'offline';
  if (status === 401) return 'signed-out';
  if (status === 413) return 'too-large';
  // Too many requests pass by themselves, as does what is wrong with the server.
  if (status === 429 || status >= 500 || status < 400) return 'unavailable';
  return 'refused';
}

/** Milliseconds until the next try by itself, after so many failures in a row (from 1). */
export function waitAfter(status: Trouble['status'], failures: number): number {
  switch (status) {
    case 'signed-out':
    case 'other-member':
      return 10_000;
    case 'too-large':
    case 'refused':
      return 60_000;
    case 'offline':
    case 'unavailable':
      return Math.min(30_000, 1_000 * 2 ** (failures - 1));
  }
}
