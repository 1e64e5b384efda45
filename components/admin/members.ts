import { localized, type MessageKey } from '@/lib/i18n';
import type { IssuedLink, ManagedMember } from '@/lib/members/types';

/** What roles are called. */
export const ROLE_NAMES: Readonly<Record<ManagedMember['role'], MessageKey>> = {
  member: 'admin.roleMember',
  editor: 'admin.roleEditor',
  administrator: 'admin.roleAdministrator',
};

/** What each may do, in a sentence. */
export const ROLE_NOTES: Readonly<Record<ManagedMember['role'], MessageKey>> = {
  member: 'admin.roleMemberNote',
  editor: 'admin.roleEditorNote',
  administrator: 'admin.roleAdministratorNote',
};

/** From few rights to many. */
export const ROLES = ['member', 'editor', 'administrator'] as const;

/** @returns what a member is called in a list. */
export function nameOfMember(member: Pick<ManagedMember, 'names' | 'handle'>, locale: string): string {
  return localized(member.names, locale) || member.handle;
}

/** What an invitation answers: the link to pass on, or nothing where it was mailed. */
export interface MaybeLink {
  link: string | null;
  expiresAt: string | null;
}

/** @returns the link, or null where it was mailed. */
export function issuedLink({ link, expiresAt }: MaybeLink): IssuedLink | null {
  return link === null || expiresAt === null ? null : { link, expiresAt: new Date(expiresAt) };
}
