import { z } from 'zod';
import { check, notFound, ROLES, type Role, type Viewer } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { siteOrigin } from '@/lib/config';
import { db, namesSchema, transaction, type Transaction } from '@/lib/db';
import { enqueue } from '@/lib/jobs';
import { mailConfigured } from '@/lib/mail';
import {
  checkLanguage,
  checkNames,
  checkTimeZone,
  createMember,
  requireFreeEmail,
  type MemberSession,
} from './accounts';
import { standingOf } from './changes';
import { normalizeEmail } from './email';
import { MemberError } from './errors';
import { MAILS } from './letters';
import { checkPassword, hashPassword } from './passwords';
import { countAttempt } from './throttle';
import { claimToken, createToken, findToken, renewToken, type StoredToken } from './tokens';
import type { InvitationView, IssuedLink, OpenInvitation } from './types';

const subjectSchema = z.object({ email: z.string(), role: z.enum(ROLES), language: z.string() });

/** What an administrator says of somebody who is to become a member. */
export interface InvitationInput {
  email: string;
  role: Role;
  /** Of the mail, and of the desk until the person chooses. */
  language: string;
  /** An imported author whom nobody has claimed: becomes this person, posts and all. */
  memberId?: string | null;
}

export const invitationLink = (secret: string): string => `${siteOrigin()}/invite/${secret}/`;

/**
 * Invites somebody; an open invitation of the same e-mail, or to the same author, is replaced.
 *
 * @param byMail sends the link to the person; otherwise it is returned, to be passed on.
 * @throws {MemberError} `email-taken`, `email-invalid`, `language-unknown`, `not-unclaimed`, `mail-missing`. @throws {AccessError}
 */
export async function invite(
  viewer: Viewer,
  input: InvitationInput,
  byMail: boolean,
): Promise<{ id: string; issued: IssuedLink | null }> {
  check(viewer, 'member.manage');
  if (byMail && !mailConfigured()) throw new MemberError('mail-missing');
  const email = normalizeEmail(input.email);
  const subject = { email, role: input.role, language: checkLanguage(input.language) };
  const memberId = input.memberId ?? null;
  return transaction(async (tx) => {
    await requireFreeEmail(tx, email);
    if (memberId !== null) await requireUnclaimed(tx, memberId);
    const open = await tx.token.findMany({
      where: { purpose: 'invitation', usedAt: null },
      select: { id: true, memberId: true, subject: true },
    });
    const replaced = open.filter(
      (row) =>
        subjectSchema.parse(row.subject).email === email || (memberId !== null && row.memberId === memberId),
    );
    await tx.token.deleteMany({ where: { id: { in: replaced.map(({ id }) => id) } } });
    const token = await createToken(tx, {
      purpose: 'invitation',
      memberId,
      issuerId: viewer.memberId,
      subject,
    });
    await recordInvitation(tx, viewer, 'member.invite', token.id, { email, role: input.role });
    if (byMail) await enqueue(tx, MAILS.invitation, { invitationId: token.id });
    return {
      id: token.id,
      issued: byMail ? null : { link: invitationLink(token.secret), expiresAt: token.expiresAt },
    };
  });
}

async function requireUnclaimed(tx: Transaction, memberId: string): Promise<void> {
  const { state } = await standingOf(tx, memberId);
  if (state !== 'unclaimed') throw new MemberError('not-unclaimed');
}

async function recordInvitation(
  tx: Transaction,
  viewer: Viewer,
  action: string,
  id: string,
  detail: Record<string, string>,
): Promise<void> {
  const actor: Actor = { memberId: viewer.memberId };
  await record(tx, actor, { action, subjectType: 'member', subjectId: id, detail });
}

/** @returns invitations that nobody has accepted, the newest first, expired ones included. @throws {AccessError} */
export async function openInvitations(viewer: Viewer): Promise<OpenInvitation[]> {
  check(viewer, 'member.manage');
  const rows = await db().token.findMany({
    where: { purpose: 'invitation', usedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      subject: true,
      createdAt: true,
      expiresAt: true,
      member: { select: { id: true, names: true } },
      issuer: { select: { names: true } },
    },
  });
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    ...subjectSchema.parse(row.subject),
    author: row.member && { id: row.member.id, names: namesSchema.parse(row.member.names) },
    issuedBy: row.issuer && namesSchema.parse(row.issuer.names),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    isExpired: row.expiresAt <= now,
  }));
}

/**
 * Makes another link of an open invitation, also of an expired one; the one from before stops working.
 *
 * @returns the link, or null where it is mailed. @throws {MemberError} `mail-missing`. @throws {AccessError}
 */
export async function renewInvitation(
  viewer: Viewer,
  id: string,
  byMail: boolean,
): Promise<IssuedLink | null> {
  check(viewer, 'member.manage');
  if (byMail && !mailConfigured()) throw new MemberError('mail-missing');
  return transaction(async (tx) => {
    const renewed = await renewToken(tx, 'invitation', id);
    if (renewed === null) throw notFound();
    await recordInvitation(tx, viewer, 'member.invite-again', id, {
      email: subjectSchema.parse(renewed.subject).email,
    });
    if (byMail) await enqueue(tx, MAILS.invitation, { invitationId: id });
    return byMail ? null : { link: invitationLink(renewed.secret), expiresAt: renewed.expiresAt };
  });
}

/** Takes an invitation back. @throws {AccessError} `not-found` where there is no open one. */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<void> {
  check(viewer, 'member.manage');
  await transaction(async (tx) => {
    const row = await tx.token.findFirst({ where: { id, purpose: 'invitation', usedAt: null } });
    if (!row) throw notFound();
    await tx.token.delete({ where: { id } });
    const { email } = subjectSchema.parse(row.subject);
    await recordInvitation(tx, viewer, 'member.uninvite', id, { email });
  });
}

/** @returns what an invitation link is for, or null where it does not work; spends nothing. */
export async function invitationOf(secret: string): Promise<InvitationView | null> {
  const token = await findToken('invitation', secret);
  if (!token) return null;
  const named = async (id: string | null) =>
    id === null ? null : db().member.findUnique({ where: { id }, select: { names: true } });
  const [author, issuer] = await Promise.all([named(token.memberId), named(token.issuerId)]);
  return {
    ...subjectSchema.parse(token.subject),
    names: namesSchema.parse(author?.names ?? {}),
    issuedBy: issuer ? namesSchema.parse(issuer.names) : null,
  };
}

/** What somebody says who accepts an invitation. */
export interface AcceptanceInput {
  token: string;
  /** By language; at least one. */
  names: Record<string, string>;
  password: string;
  language: string;
  timeZone: string;
}

/**
 * Accepts an invitation with a password.
 *
 * @param address of the visitor, for the throttle.
 * @returns the new member's session.
 * @throws {MemberError} `link-invalid`, `throttled`, and what is wrong with the input.
 */
export async function acceptInvitation(input: AcceptanceInput, address: string): Promise<MemberSession> {
  await countAttempt('link', { address });
  const invitation = await findToken('invitation', input.token);
  if (!invitation) throw new MemberError('link-invalid');
  const { email } = subjectSchema.parse(invitation.subject);
  const names = checkNames(input.names);
  await checkPassword(input.password, { email, names });
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) =>
    fulfil(tx, await claimToken(tx, 'invitation', input.token), {
      names,
      passwordHash,
      language: input.language,
      timeZone: input.timeZone,
    }),
  );
}

/**
 * Spends the open invitation of an e-mail that somebody proved to have by signing in elsewhere.
 *
 * @returns the new member's session, or null where the e-mail is not invited.
 */
export async function acceptByEmail(
  tx: Transaction,
  email: string,
  name: string,
): Promise<MemberSession | null> {
  const now = new Date();
  const open = await tx.token.findMany({
    where: { purpose: 'invitation', usedAt: null, expiresAt: { gt: now } },
    select: { id: true, memberId: true, issuerId: true, subject: true, expiresAt: true },
  });
  const invitation = open.find((row) => subjectSchema.parse(row.subject).email === email);
  if (!invitation) return null;
  await tx.token.update({ where: { id: invitation.id }, data: { usedAt: now } });
  const { language } = subjectSchema.parse(invitation.subject);
  const given = name.trim() === '' ? (email.split('@')[0] ?? email) : name;
  return fulfil(tx, invitation, {
    names: { [language]: [...given].slice(0, 80).join('') },
    passwordHash: null,
    language,
    timeZone: null,
  });
}

/** @param person `timeZone` null leaves the default. */
async function fulfil(
  tx: Transaction,
  invitation: StoredToken,
  person: {
    names: Record<string, string>;
    passwordHash: string | null;
    language: string;
    timeZone: string | null;
  },
): Promise<MemberSession> {
  const { email, role } = subjectSchema.parse(invitation.subject);
  const { passwordHash, language } = person;
  const timeZone = person.timeZone ?? 'Asia/Seoul';
  if (invitation.memberId === null) {
    return createMember(tx, null, { email, role, names: person.names, language, timeZone, passwordHash });
  }
  await requireUnclaimed(tx, invitation.memberId);
  await requireFreeEmail(tx, email);
  const { names } = await tx.member.findUniqueOrThrow({ where: { id: invitation.memberId } });
  const { id, handle, sessionVersion } = await tx.member.update({
    where: { id: invitation.memberId },
    data: {
      email,
      role,
      passwordHash,
      state: 'active',
      // Who signs in elsewhere was not asked; the imported name is the better one.
      names:
        passwordHash === null ? { ...person.names, ...namesSchema.parse(names) } : checkNames(person.names),
      language: checkLanguage(language),
      timeZone: checkTimeZone(timeZone),
    },
    select: { id: true, handle: true, sessionVersion: true },
  });
  await record(
    tx,
    { memberId: id },
    {
      action: 'member.claim',
      subjectType: 'member',
      subjectId: id,
      detail: { handle, role },
    },
  );
  await touch(tx, [tags.authors, tags.member(id)]);
  return { memberId: id, sessionVersion };
}
