import type { Role } from '@/lib/access';
import type { Actor } from '@/lib/audit';
import { db, namesSchema, transaction } from '@/lib/db';
import { localized } from '@/lib/i18n';
import { createMember } from './accounts';
import {
  changeRole,
  reactivateMember,
  setPassword,
  standingByEmail,
  standingOf,
  suspendMember,
} from './changes';
import { normalizeEmail } from './email';
import { makePasswordLink } from './password-links';
import { checkPassword, hashPassword } from './passwords';
import { forgiveAccount } from './throttle';

// Whoever has a shell on the machine has the database too; nobody is asked who they are.
const shell: Actor = { label: 'shell' };

/** A line of the list of members. */
export interface ListedMember {
  email: string | null;
  role: Role;
  state: 'unclaimed' | 'active' | 'suspended';
  name: string;
  handle: string;
}

/** @returns everyone, the oldest first. */
export async function listFromShell(language: string): Promise<ListedMember[]> {
  const rows = await db().member.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { email: true, role: true, state: true, names: true, handle: true },
  });
  return rows.map(({ names, ...row }) => ({ ...row, name: localized(namesSchema.parse(names), language) }));
}

/**
 * Adds a member.
 *
 * @param member `password` null makes a link by which the member chooses one.
 * @returns that link, or null.
 * @throws {MemberError} what is wrong with it.
 */
export async function addFromShell(member: {
  email: string;
  name: string;
  role: Role;
  language: string;
  password: string | null;
}): Promise<string | null> {
  const email = normalizeEmail(member.email);
  const names = { [member.language]: member.name };
  const passwordHash = await checkedHash(member.password, { email, names });
  return transaction(async (tx) => {
    const { memberId } = await createMember(tx, shell, {
      email,
      names,
      role: member.role,
      language: member.language,
      timeZone: 'Asia/Seoul',
      passwordHash,
    });
    if (passwordHash !== null) return null;
    return (await makePasswordLink(tx, shell, await standingOf(tx, memberId))).link;
  });
}

/** See `setRole`. @throws {AccessError} `not-found` for an unknown e-mail. */
export async function setRoleFromShell(email: string, role: Role): Promise<void> {
  await transaction(async (tx) =>
    changeRole(tx, shell, await standingByEmail(tx, normalizeEmail(email)), role),
  );
}

/** See `suspend`. @throws {AccessError} `not-found` for an unknown e-mail. */
export async function suspendFromShell(email: string): Promise<void> {
  await transaction(async (tx) => suspendMember(tx, shell, await standingByEmail(tx, normalizeEmail(email))));
}

/** See `reactivate`. @throws {AccessError} `not-found` for an unknown e-mail. */
export async function reactivateFromShell(email: string): Promise<void> {
  await transaction(async (tx) =>
    reactivateMember(tx, shell, await standingByEmail(tx, normalizeEmail(email))),
  );
}

/**
 * Sets a password, or makes a link by which the member chooses one.
 *
 * @param password null for a link.
 * @returns the link, or null.
 * @throws {AccessError} `not-found` for an unknown e-mail. @throws {MemberError} what is wrong with the password.
 */
export async function passwordFromShell(given: string, password: string | null): Promise<string | null> {
  const email = normalizeEmail(given);
  const row = await db().member.findUnique({ where: { email }, select: { names: true } });
  const passwordHash = await checkedHash(password, { email, names: namesSchema.parse(row?.names ?? {}) });
  return transaction(async (tx) => {
    const member = await standingByEmail(tx, email);
    if (passwordHash === null) return (await makePasswordLink(tx, shell, member)).link;
    await setPassword(tx, shell, member, passwordHash);
    await forgiveAccount(tx, 'signin', email);
    return null;
  });
}

async function checkedHash(
  password: string | null,
  owner: { email: string; names: Record<string, string> },
): Promise<string | null> {
  if (password === null) return null;
  await checkPassword(password, owner);
  return hashPassword(password);
}
