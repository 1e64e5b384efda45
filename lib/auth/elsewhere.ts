import { record } from '@/lib/audit';
import { transaction } from '@/lib/db';
import { acceptByEmail, MemberError, normalizeEmail } from '@/lib/members';
import type { SessionClaims } from './session';

/** An account elsewhere, as its provider vouches for it. */
export interface OutsideAccount {
  /** `github`, `oidc:<issuer>`: a subject means something only within its issuer. */
  provider: string;
  /** The account's id there. */
  subject: string;
  /** Only one that the provider has verified; null where there is none. */
  verifiedEmail: string | null;
  /** What the person is called there; for a new member, until they say otherwise. */
  name: string;
}

/**
 * Signs in with an account elsewhere: one that is known, or else by its verified e-mail, which must be an active member's
 * or have an open invitation. From then on the account is known by its id, whatever becomes of its e-mail there.
 *
 * @throws {MemberError} `suspended`, `email-unverified`, `not-invited`.
 */
export async function signInElsewhere(account: OutsideAccount): Promise<SessionClaims> {
  const { provider, subject } = account;
  return transaction(async (tx) => {
    const identity = await tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { member: { select: { id: true, state: true, sessionVersion: true } } },
    });
    if (identity) {
      if (identity.member.state !== 'active') throw new MemberError('suspended');
      return { memberId: identity.member.id, sessionVersion: identity.member.sessionVersion };
    }
    if (account.verifiedEmail === null) throw new MemberError('email-unverified');
    const email = normalizeEmail(account.verifiedEmail);
    const holder = await tx.member.findUnique({
      where: { email },
      select: { id: true, state: true, sessionVersion: true },
    });
    if (holder && holder.state !== 'active') throw new MemberError('suspended');
    const session: SessionClaims | null = holder
      ? { memberId: holder.id, sessionVersion: holder.sessionVersion }
      : await acceptByEmail(tx, email, account.name);
    if (session === null) throw new MemberError('not-invited');
    const { memberId } = session;
    await tx.identity.create({ data: { provider, subject, memberId } });
    await record(
      tx,
      { memberId },
      {
        action: 'member.link',
        subjectType: 'member',
        subjectId: memberId,
        detail: { provider },
      },
    );
    return session;
  });
}
