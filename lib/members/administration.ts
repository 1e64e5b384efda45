import { check, type Role, type Viewer } from '@/lib/access';
import type { Actor } from '@/lib/audit';
import { db, namesSchema, transaction } from '@/lib/db';
import { changeRole, reactivateMember, standingOf, suspendMember, type MemberStanding } from './changes';
import { MemberError } from './errors';
import { avatarColumns, presentAvatar } from './present';
import type { ManagedMember } from './types';

/** @returns everyone, for administrators: those who can sign in first, then imported authors, each by name. */
export async function managedMembers(viewer: Viewer): Promise<ManagedMember[]> {
  check(viewer, 'member.manage');
  const rows = await db().member.findMany({
    select: {
      id: true,
      handle: true,
      names: true,
      email: true,
      role: true,
      state: true,
      passwordHash: true,
      language: true,
      createdAt: true,
      avatar: avatarColumns,
      identities: { select: { provider: true } },
      _count: { select: { posts: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    handle: row.handle,
    names: namesSchema.parse(row.names),
    email: row.email,
    role: row.role,
    state: row.state,
    language: row.language,
    avatar: presentAvatar(row.avatar),
    signsInBy: [
      ...(row.passwordHash === null ? [] : ['password']),
      ...row.identities.map(({ provider }) => provider.split(':')[0] ?? ''),
    ],
    posts: row._count.posts,
    createdAt: row.createdAt,
  }));
}

/** Does something to another member, in a transaction, for those who may. */
async function manage(
  viewer: Viewer,
  memberId: string,
  act: (
    tx: Parameters<Parameters<typeof transaction>[0]>[0],
    actor: Actor,
    member: MemberStanding,
  ) => Promise<void>,
): Promise<void> {
  check(viewer, 'member.manage');
  await transaction(async (tx) => act(tx, { memberId: viewer.memberId }, await standingOf(tx, memberId)));
}

/**
 * Gives a member another role, which ends the member's sessions.
 *
 * @throws {MemberError} `last-administrator`, `not-active` for an imported author. @throws {AccessError}
 */
export async function setRole(viewer: Viewer, memberId: string, role: Role): Promise<void> {
  await manage(viewer, memberId, (tx, actor, member) => changeRole(tx, actor, member, role));
}

/**
 * Shuts a member out, at once; posts and name stay.
 *
 * @throws {MemberError} `not-oneself`, `last-administrator`, `not-active`. @throws {AccessError}
 */
export async function suspend(viewer: Viewer, memberId: string): Promise<void> {
  check(viewer, 'member.manage');
  if (memberId === viewer.memberId) throw new MemberError('not-oneself');
  await manage(viewer, memberId, suspendMember);
}

/** Lets a suspended member in again. @throws {MemberError} `not-active` for an imported author. @throws {AccessError} */
export async function reactivate(viewer: Viewer, memberId: string): Promise<void> {
  await manage(viewer, memberId, reactivateMember);
}
