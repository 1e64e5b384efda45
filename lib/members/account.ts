import { z } from 'zod';
import type { Viewer } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { db, namesSchema, transaction, type Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { mailConfigured } from '@/lib/mail';
import { requireFreeEmail, type MemberSession } from './accounts';
import { endSessions, setPassword, standingOf } from './changes';
import { normalizeEmail } from './email';
import { MemberError } from './errors';
import { MAILS, noticeOf } from './letters';
import { checkPassword, hashPassword, verifyPassword } from './passwords';
import { countAttempt } from './throttle';
import { claimToken, findToken, revokeTokens } from './tokens';

const subjectSchema = z.object({ email: z.string() });

/** Asks for the present password, as often as signing in does. @throws {MemberError} `password-wrong`, `password-none`, `throttled`. */
async function requirePassword(viewer: Viewer, password: string, address: string) {
  await countAttempt('link', { account: viewer.memberId, address });
  const member = await db().member.findUniqueOrThrow({
    where: { id: viewer.memberId },
    select: { id: true, handle: true, email: true, names: true, passwordHash: true },
  });
  if (member.passwordHash === null) throw new MemberError('password-none');
  if (!(await verifyPassword(member.passwordHash, password))) throw new MemberError('password-wrong');
  return { ...member, email: member.email ?? '', names: namesSchema.parse(member.names) };
}

/**
 * Changes one's own password. Other sessions end; this one goes on with what is returned.
 *
 * @param address of the visitor, for the throttle.
 * @throws {MemberError} `password-wrong`, `password-none`, `throttled`, and what is wrong with the new one.
 */
export async function changePassword(
  viewer: Viewer,
  { currentPassword, password }: { currentPassword: string; password: string },
  address: string,
): Promise<MemberSession> {
  const member = await requirePassword(viewer, currentPassword, address);
  await checkPassword(password, member);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const sessionVersion = await setPassword(tx, { memberId: member.id }, member, passwordHash);
    await noticeOf(tx, 'password', member.id, member.email);
    return { memberId: member.id, sessionVersion };
  });
}

/**
 * Changes one's own e-mail: by a link that is mailed to the new address, or at once where no mails are sent.
 *
 * @param address of the visitor, for the throttle.
 * @returns whether a link is on its way, and nothing is changed yet.
 * @throws {MemberError} `password-wrong`, `password-none`, `email-invalid`, `throttled`; `email-taken` only where it is
 *   changed at once, otherwise the mail is not sent and nobody learns who has an account.
 */
export async function requestEmailChange(
  viewer: Viewer,
  { email: given, currentPassword }: { email: string; currentPassword: string },
  address: string,
): Promise<{ isMailed: boolean }> {
  const email = normalizeEmail(given);
  const member = await requirePassword(viewer, currentPassword, address);
  if (email === member.email) return { isMailed: false };
  if (!mailConfigured()) {
    await transaction((tx) => changeEmail(tx, { memberId: member.id }, member.id, email));
    return { isMailed: false };
  }
  await countAttempt('mail', { account: email, address });
  await transaction((tx) => enqueue(tx, MAILS.email, { memberId: member.id, email }));
  return { isMailed: true };
}

/** @returns which e-mail a link confirms, or null where it does not work; spends nothing. */
export async function emailLinkOf(secret: string): Promise<{ email: string } | null> {
  const token = await findToken('email', secret);
  return token && subjectSchema.parse(token.subject);
}

/**
 * Spends a link that was mailed to a new e-mail.
 *
 * @throws {MemberError} `link-invalid`, `throttled`, `email-taken`.
 */
export async function confirmEmail(secret: string, address: string): Promise<{ email: string }> {
  await countAttempt('link', { address });
  return transaction(async (tx) => {
    const token = await claimToken(tx, 'email', secret);
    const { email } = subjectSchema.parse(token.subject);
    const memberId = token.memberId ?? '';
    if ((await standingOf(tx, memberId)).state !== 'active') throw new MemberError('link-invalid');
    await changeEmail(tx, { memberId }, memberId, email);
    return { email };
  });
}

/** Changes an e-mail. Links that went to the one from before stop working, and it is told. */
async function changeEmail(tx: Transaction, actor: Actor, memberId: string, email: string): Promise<void> {
  const before = await standingOf(tx, memberId);
  await requireFreeEmail(tx, email, memberId);
  await tx.member.update({ where: { id: memberId }, data: { email } });
  await revokeTokens(tx, 'password', memberId);
  await revokeTokens(tx, 'email', memberId);
  await record(tx, actor, {
    action: 'member.email',
    subjectType: 'member',
    subjectId: memberId,
    detail: { handle: before.handle },
  });
  if (before.email !== null) await noticeOf(tx, 'email', memberId, before.email);
}

/** Ends all of one's own sessions, this one too. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await transaction(async (tx) => {
    const { id, handle } = await standingOf(tx, viewer.memberId);
    await endSessions(tx, id);
    await record(
      tx,
      { memberId: id },
      {
        action: 'member.sign-out-everywhere',
        subjectType: 'member',
        subjectId: id,
        detail: { handle },
      },
    );
  });
}
