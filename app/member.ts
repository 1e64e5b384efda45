import { cookies } from 'next/headers';
import { memberOfSession, sessionCookieName, type SignedInMember } from '@/lib/auth';

/** @returns value of the session's cookie in the current request. */
export async function currentSession(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

/** @returns the member whose session the current request carries, or null; asks the database each time. */
export async function currentMember(): Promise<SignedInMember | null> {
  return memberOfSession(await currentSession());
}
