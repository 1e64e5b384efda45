import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { db, namesSchema } from '@/lib/db';
import { avatarColumns, presentAvatar } from '@/lib/members';
import { SESSION_SECONDS, setSessionCookie } from './cookies';
import { authConfig } from './settings';
import type { SignedInMember } from './types';

/** All that a session says: whose it is, and since which change of password, role or state. */
export interface SessionClaims {
  memberId: string;
  sessionVersion: number;
}

const claimsSchema = z.object({
  memberId: z.string().min(1),
  sessionVersion: z.number().int(),
  iat: z.number(),
});

/** @returns a `Set-Cookie` value by which a member is signed in. */
export async function sessionCookie({ memberId, sessionVersion }: SessionClaims): Promise<string> {
  const { authSecret } = authConfig();
  const token = await encode({
    token: { memberId, sessionVersion },
    secret: authSecret,
    maxAge: SESSION_SECONDS,
  });
  return setSessionCookie(token, SESSION_SECONDS);
}

/** @returns a `Set-Cookie` value by which nobody is signed in any more in this browser. */
export function endedSessionCookie(): string {
  return setSessionCookie('', 0);
}

/** @returns what a cookie says, or null for one that is not ours, was altered or has expired. */
export async function readClaims(
  cookie: string | undefined,
): Promise<(SessionClaims & { issuedAt: Date }) | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: authConfig().authSecret });
    const { memberId, sessionVersion, iat } = claimsSchema.parse(token);
    return { memberId, sessionVersion, issuedAt: new Date(iat * 1000) };
  } catch {
    // Whatever is wrong with it, it lets nobody in.
    return null;
  }
}

/**
 * Asks the database each time, so that a changed password or role, a suspension, and signing out everywhere end a
 * session at its next request.
 *
 * @returns the member whose session it is, or null.
 */
export async function memberOf(claims: SessionClaims | null): Promise<SignedInMember | null> {
  if (claims === null) return null;
  const row = await db().member.findUnique({
    where: { id: claims.memberId },
    select: {
      id: true,
      role: true,
      state: true,
      sessionVersion: true,
      handle: true,
      names: true,
      email: true,
      language: true,
      timeZone: true,
      avatar: avatarColumns,
    },
  });
  if (row?.state !== 'active' || row.sessionVersion !== claims.sessionVersion) return null;
  return {
    memberId: row.id,
    role: row.role,
    handle: row.handle,
    names: namesSchema.parse(row.names),
    email: row.email,
    language: row.language,
    timeZone: row.timeZone,
    avatar: presentAvatar(row.avatar),
  };
}
