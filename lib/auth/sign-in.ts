import { db, transaction } from '@/lib/db';
import { countAttempt, forgiveAttempts, MemberError, normalizeEmail, verifyPassword } from '@/lib/members';
import type { SessionClaims } from './session';

/** What somebody enters who signs in, and where from. */
export interface SignInTry {
  email: string;
  password: string;
  /** Of the visitor, for the throttle. */
  address: string;
}

/**
 * Signs in with e-mail and password. An e-mail without an account takes as long and says the same as a wrong password;
 * that an account is suspended learns only who knows its password.
 *
 * @throws {MemberError} `throttled`, `credentials`, `suspended`.
 */
export async function signInWithPassword({ email, password, address }: SignInTry): Promise<SessionClaims> {
  const account = emailOrNull(email);
  const attempt = { account: account ?? email.slice(0, 500), address };
  await countAttempt('signin', attempt);
  const row =
    account === null
      ? null
      : await db().member.findUnique({
          where: { email: account },
          select: { id: true, passwordHash: true, state: true, sessionVersion: true },
        });
  const isRight = await verifyPassword(row?.passwordHash ?? null, password);
  if (!row || !isRight) throw new MemberError('credentials');
  if (row.state !== 'active') throw new MemberError('suspended');
  await transaction((tx) => forgiveAttempts(tx, 'signin', attempt));
  return { memberId: row.id, sessionVersion: row.sessionVersion };
}

function emailOrNull(given: string): string | null {
  try {
    return normalizeEmail(given);
  } catch {
    // Told apart from a wrong password, it would say which addresses can have accounts.
    return null;
  }
}
