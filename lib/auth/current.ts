import { memberOf, readClaims, sessionCookie } from './session';
import type { SignedInMember } from './types';

/** Milliseconds after which a session that is in use gets its full time again. */
const RENEW_AFTER = 24 * 60 * 60_000;

/**
 * Whose session a cookie is; asks the database each time.
 *
 * @param cookie value of the cookie `sessionCookieName()` of a request, if it has one.
 */
export async function memberOfSession(cookie: string | undefined): Promise<SignedInMember | null> {
  return memberOf(await readClaims(cookie));
}

/** @returns a `Set-Cookie` value that prolongs the session of a cookie, or null while it need not be. */
export async function renewedSession(cookie: string | undefined): Promise<string | null> {
  const present = await readClaims(cookie);
  if (present === null || Date.now() - present.issuedAt.getTime() < RENEW_AFTER) return null;
  return (await memberOf(present)) === null ? null : sessionCookie(present);
}
