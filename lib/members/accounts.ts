import type { Role } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import type { Transaction } from '@/lib/db';
import { isLanguage } from '@/lib/i18n';
import { MemberError } from './errors';
import { freeHandle } from './handles';

/** Most characters of a name. */
export const MAX_NAME = 80;

/** A member who can sign in from now on. */
export interface NewMember {
  /** Normalised. */
  email: string;
  /** By language; at least one. */
  names: Record<string, string>;
  role: Role;
  language: string;
  timeZone: string;
  /** Null for somebody who signs in elsewhere, or will choose a password by a link. */
  passwordHash: string | null;
}

/** What a session of a member says. */
export interface MemberSession {
  memberId: string;
  sessionVersion: number;
}

/**
 * @param given by language; of a person, or of the blog.
 * @returns names as they are stored: NFC, trimmed, empty ones left out.
 * @throws {MemberError} `name-missing`, `text-long`, about the field.
 */
export function checkNames(given: Readonly<Record<string, string>>, field = 'names'): Record<string, string> {
  const names = Object.fromEntries(
    Object.entries(given)
      .filter(([language]) => isLanguage(language))
      .map(([language, name]) => [
        language,
        name
          .normalize('NFC')
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim(),
      ])
      .filter(([, name]) => name !== ''),
  ) as Record<string, string>;
  if (Object.keys(names).length === 0) throw new MemberError('name-missing', undefined, field);
  if (Object.values(names).some((name) => [...name].length > MAX_NAME)) {
    throw new MemberError('text-long', { most: MAX_NAME }, field);
  }
  return names;
}

/** @returns the language. @throws {MemberError} `language-unknown`. */
export function checkLanguage(language: string): string {
  if (!isLanguage(language)) throw new MemberError('language-unknown');
  return language;
}

/** @returns the zone's name. @throws {MemberError} `time-zone-unknown` for what is no IANA time zone. */
export function checkTimeZone(timeZone: string): string {
  // Offsets such as +09:00 are accepted by Intl as well, but say nothing of summer time.
  if (!/^(?:[A-Za-z]+(?:\/[\w+-]+){1,2}|UTC)$/.test(timeZone)) throw new MemberError('time-zone-unknown');
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) throw new MemberError('time-zone-unknown');
    throw error;
  }
}

/** @throws {MemberError} `email-taken` where another member has the address. */
export async function requireFreeEmail(tx: Transaction, email: string, memberId?: string): Promise<void> {
  const holder = await tx.member.findUnique({ where: { email }, select: { id: true } });
  if (holder && holder.id !== memberId) throw new MemberError('email-taken');
}

/**
 * Makes an active member.
 *
 * @param actor who makes it; null where it is the new member's own doing.
 * @throws {MemberError} `email-taken`, and what is wrong with names, language or time zone.
 */
export async function createMember(
  tx: Transaction,
  actor: Actor | null,
  member: NewMember,
): Promise<MemberSession> {
  await requireFreeEmail(tx, member.email);
  const names = checkNames(member.names);
  const { id, handle, sessionVersion } = await tx.member.create({
    data: {
      // Latin letters where there are some: the address is easier to pass on.
      handle: await freeHandle(tx, names.en ?? Object.values(names)[0] ?? ''),
      names,
      email: member.email,
      passwordHash: member.passwordHash,
      role: member.role,
      state: 'active',
      about: {},
      links: [],
      language: checkLanguage(member.language),
      timeZone: checkTimeZone(member.timeZone),
    },
    select: { id: true, handle: true, sessionVersion: true },
  });
  await record(tx, actor ?? { memberId: id }, {
    action: 'member.create',
    subjectType: 'member',
    subjectId: id,
    detail: { handle, role: member.role },
  });
  await touch(tx, [tags.authors]);
  return { memberId: id, sessionVersion };
}
