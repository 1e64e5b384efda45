import { cookies } from 'next/headers';
import { sessionCookieName } from './cookies';
import { memberOf, readClaims, sessionCookie } from './session';
import type { SignedInMember } from './types';

/** Milliseconds after which a session that is in use gets its full time again. */
const RENEW_AFTER = 24 * 60 * 60_000;

async function claims() {
  return readClaims((await cookies()).get(sessionCookieName())?.value);
}

/** @returns the member whose session the current request carries, or null; asks the database each time. */
export async function currentMember(): Promise<SignedInMember | null> {
  return memberOf(await claims());
}

/** @returns a `Set-Cookie` value that prolongs the session of the current request, or null while it need not be. */
export async function renewedSession(): Promise<string | null> {
  const present = await claims();
  if (present === null || Date.now() - present.issuedAt.getTime() < RENEW_AFTER) return null;
  return (await memberOf(present)) === null ? null : sessionCookie(present);
}
