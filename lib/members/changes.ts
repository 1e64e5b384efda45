import { notFound, type Role } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import type { Transaction } from '@/lib/db';
import { MemberError } from './errors';
import { revokeTokens } from './tokens';

/** What rules about members look at. */
export interface MemberStanding {
  id: string;
  handle: string;
  email: string | null;
  role: Role;
  state: 'unclaimed' | 'active' | 'suspended';
}

const columns = { id: true, handle: true, email: true, role: true, state: true } as const;

/** @returns a member as the transaction sees it. @throws {AccessError} `not-found`. */
export async function standingOf(tx: Transaction, id: string): Promise<MemberStanding> {
  const member = await tx.member.findUnique({ where: { id }, select: columns });
  if (!member) throw notFound();
  return member;
}

/** @returns the member with a normalised e-mail. @throws {AccessError} `not-found`. */
export async function standingByEmail(tx: Transaction, email: string): Promise<MemberStanding> {
  const member = await tx.member.findUnique({ where: { email }, select: columns });
  if (!member) throw notFound();
  return member;
}

/** Transactions come one after the other, so two administrators cannot take leave at the same moment. */
async function requireAnotherAdministrator(tx: Transaction, member: MemberStanding): Promise<void> {
  if (member.role !== 'administrator' || member.state !== 'active') return;
  const others = await tx.member.count({
    where: { role: 'administrator', state: 'active', id: { not: member.id } },
  });
  if (others === 0) throw new MemberError('last-administrator');
}

/** Ends every session of a member. @returns the version that sessions have from now on. */
export async function endSessions(tx: Transaction, memberId: string): Promise<number> {
  const { sessionVersion } = await tx.member.update({
    where: { id: memberId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return sessionVersion;
}

/** @throws {MemberError} `not-active`, `last-administrator`. */
export async function changeRole(
  tx: Transaction,
  actor: Actor,
  member: MemberStanding,
  role: Role,
): Promise<void> {
  if (member.state === 'unclaimed') throw new MemberError('not-active');
  if (member.role === role) return;
  if (role !== 'administrator') await requireAnotherAdministrator(tx, member);
  await tx.member.update({ where: { id: member.id }, data: { role } });
  await revokeTokens(tx, 'review-feed', member.id);
  await endSessions(tx, member.id);
  await record(tx, actor, {
    action: 'member.role',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle: member.handle, from: member.role, to: role },
  });
}

/** @throws {MemberError} `not-active`, `last-administrator`. */
export async function suspendMember(tx: Transaction, actor: Actor, member: MemberStanding): Promise<void> {
  if (member.state === 'suspended') return;
  if (member.state !== 'active') throw new MemberError('not-active');
  await requireAnotherAdministrator(tx, member);
  await tx.member.update({ where: { id: member.id }, data: { state: 'suspended' } });
  await revokeTokens(tx, 'review-feed', member.id);
  await endSessions(tx, member.id);
  await revokeTokens(tx, 'password', member.id);
  await revokeTokens(tx, 'email', member.id);
  await record(tx, actor, {
    action: 'member.suspend',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle: member.handle },
  });
  await touch(tx, [tags.authors, tags.member(member.id)]);
}

/** @throws {MemberError} `not-active` for an author whom nobody has claimed. */
export async function reactivateMember(tx: Transaction, actor: Actor, member: MemberStanding): Promise<void> {
  if (member.state === 'active') return;
  if (member.state !== 'suspended') throw new MemberError('not-active');
  await tx.member.update({ where: { id: member.id }, data: { state: 'active' } });
  await record(tx, actor, {
    action: 'member.reactivate',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle: member.handle },
  });
  await touch(tx, [tags.authors, tags.member(member.id)]);
}

/** Sets a password, which ends all sessions and makes links for another one useless. @returns the sessions' version. */
export async function setPassword(
  tx: Transaction,
  actor: Actor,
  member: { id: string; handle: string },
  passwordHash: string,
): Promise<number> {
  await tx.member.update({ where: { id: member.id }, data: { passwordHash } });
  await revokeTokens(tx, 'password', member.id);
  await record(tx, actor, {
    action: 'member.password',
    subjectType: 'member',
    subjectId: member.id,
    detail: { handle: member.handle },
  });
  return endSessions(tx, member.id);
}
