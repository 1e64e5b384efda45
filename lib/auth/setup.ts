import { siteOrigin } from '@/lib/config';
import { db, transaction } from '@/lib/db';
import {
  checkNames,
  checkPassword,
  claimToken,
  countAttempt,
  createMember,
  createToken,
  findToken,
  hashPassword,
  MemberError,
  normalizeEmail,
  revokeTokens,
} from '@/lib/members';
import { ensureCategory } from '@/lib/posts';
import { changeSettings } from '@/lib/settings';
import type { SessionClaims } from './session';

const ADMINISTRATORS = { role: 'administrator', state: 'active' } as const;

/** @returns whether nobody can administer the blog yet. */
export async function setupNeeded(): Promise<boolean> {
  return (await db().member.count({ where: ADMINISTRATORS })) === 0;
}

/**
 * Makes the link by which the first administrator is made; those from before stop working. Called at each start.
 *
 * @returns the link, or null where there is an administrator.
 */
export async function issueSetupLink(): Promise<string | null> {
  if (!(await setupNeeded())) return null;
  const secret = await transaction(async (tx) => {
    if ((await tx.member.count({ where: ADMINISTRATORS })) > 0) return null;
    await revokeTokens(tx, 'setup');
    return (await createToken(tx, { purpose: 'setup' })).secret;
  });
  return secret === null ? null : `${siteOrigin()}/setup/?token=${secret}`;
}

/** @returns whether a setup link still works; spends nothing. */
export async function setupLinkWorks(token: string): Promise<boolean> {
  return (await setupNeeded()) && (await findToken('setup', token)) !== null;
}

/** What the first administrator says about oneself and the blog. */
export interface SetupInput {
  token: string;
  email: string;
  password: string;
  /** Of the person, by language; at least one. */
  names: Record<string, string>;
  /** Of the blog, by language; at least one. */
  siteName: Record<string, string>;
  /** Of the person's desk. */
  language: string;
  /** IANA; of the person and of the blog. */
  timeZone: string;
}

/**
 * Makes the first administrator and names the blog, all of it or nothing; where there is no category yet, a first one, so
 * that a post can be begun at once.
 *
 * @param address of the visitor, for the throttle.
 * @returns the administrator's session.
 * @throws {MemberError} `link-invalid`, `setup-done`, and what is wrong with the input.
 */
export async function completeSetup(input: SetupInput, address: string): Promise<SessionClaims> {
  await countAttempt('link', { address });
  const email = normalizeEmail(input.email);
  const siteName = checkNames(input.siteName, 'siteName');
  if ((await findToken('setup', input.token)) === null) {
    throw new MemberError((await setupNeeded()) ? 'link-invalid' : 'setup-done');
  }
  await checkPassword(input.password, { email, names: input.names });
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    await claimToken(tx, 'setup', input.token);
    if ((await tx.member.count({ where: ADMINISTRATORS })) > 0) throw new MemberError('setup-done');
    const member = await createMember(tx, null, {
      email,
      names: input.names,
      role: 'administrator',
      language: input.language,
      timeZone: input.timeZone,
      passwordHash,
    });
    const actor = { memberId: member.memberId };
    await changeSettings(tx, actor, { name: siteName, timeZone: input.timeZone });
    if ((await tx.category.count()) === 0) {
      await ensureCategory(tx, actor, { slug: 'reviews', names: { ko: '논문 리뷰', en: 'Reviews' } });
    }
    return member;
  });
}
