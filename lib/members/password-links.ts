import { check, type Viewer } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { siteOrigin } from '@/lib/config';
import { db, namesSchema, transaction, type Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { mailConfigured } from '@/lib/mail';
import type { MemberSession } from './accounts';
import { setPassword, standingOf, type MemberStanding } from './changes';
import { normalizeEmail } from './email';
import { MemberError } from './errors';
import { MAILS, noticeOf } from './letters';
import { checkPassword, hashPassword } from './passwords';
import { countAttempt, forgiveAccount } from './throttle';
import { claimToken, createToken, findToken, revokeTokens } from './tokens';
import type { IssuedLink, PasswordLinkView } from './types';

export const passwordLink = (secret: string): string => `${siteOrigin()}/password/${secret}/`;

/**
 * Asks for a password link by mail. Says and takes the same for an e-mail without an account: whether there is one is
 * looked up only when the mail is to be sent.
 *
 * @param address of the visitor, for the throttle.
 * @returns whether mails are sent at all; where they are not, administrators make such links.
 * @throws {MemberError} `email-invalid`, `throttled`.
 */
export async function requestPasswordLink(given: string, address: string): Promise<{ isMailed: boolean }> {
  const email = normalizeEmail(given);
  await countAttempt('mail', { account: email, address });
  const isMailed = mailConfigured();
  if (isMailed) await transaction((tx) => enqueue(tx, MAILS.password, { email }));
  return { isMailed };
}

/**
 * Makes a password link for somebody else to pass on; one from before stops working.
 *
 * @throws {MemberError} `not-active`, `no-email`. @throws {AccessError}
 */
export async function issuePasswordLink(viewer: Viewer, memberId: string): Promise<IssuedLink> {
  check(viewer, 'member.manage');
  return transaction(async (tx) =>
    makePasswordLink(tx, { memberId: viewer.memberId }, await standingOf(tx, memberId)),
  );
}

/** See {@link issuePasswordLink}; for whoever has checked that the actor may. */
export async function makePasswordLink(
  tx: Transaction,
  actor: Actor,
  member: MemberStanding,
): Promise<IssuedLink> {
  if (member.state !== 'active') throw new MemberError('not-active');
  if (member.email === null) throw new MemberError('no-email');
  await revokeTokens(tx, 'password', member.id);
  const issuerId = 'memberId' in actor ? actor.memberId : null;
  const { secret, expiresAt } = await createToken(tx, { purpose: 'password', memberId: member.id, issuerId });
  await record(tx, actor, {
    action: 'member.password-link',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle: member.handle },
  });
  return { link: passwordLink(secret), expiresAt };
}

async function ownerOf(secret: string) {
  const token = await findToken('password', secret);
  if (token?.memberId == null) return null;
  const member = await db().member.findUnique({
    where: { id: token.memberId },
    select: { id: true, handle: true, email: true, names: true, language: true, state: true },
  });
  if (member?.state !== 'active' || member.email === null) return null;
  return { ...member, email: member.email, names: namesSchema.parse(member.names) };
}

/** @returns whose password a link sets, or null where it does not work; spends nothing. */
export async function passwordLinkOwner(secret: string): Promise<PasswordLinkView | null> {
  const owner = await ownerOf(secret);
  return owner && { email: owner.email, names: owner.names, language: owner.language };
}

/**
 * Sets the password of a link's owner, whose sessions end.
 *
 * @param address of the visitor, for the throttle.
 * @returns the owner's new session.
 * @throws {MemberError} `link-invalid`, `throttled`, and what is wrong with the password.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  address: string,
): Promise<MemberSession> {
  await countAttempt('link', { address });
  const owner = await ownerOf(token);
  if (!owner) throw new MemberError('link-invalid');
  await checkPassword(password, owner);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const { memberId } = await claimToken(tx, 'password', token);
    const member = await standingOf(tx, memberId ?? '');
    if (member.state !== 'active') throw new MemberError('link-invalid');
    const sessionVersion = await setPassword(tx, { memberId: member.id }, member, passwordHash);
    await forgiveAccount(tx, 'signin', owner.email);
    await noticeOf(tx, 'password', member.id, owner.email);
    return { memberId: member.id, sessionVersion };
  });
}
