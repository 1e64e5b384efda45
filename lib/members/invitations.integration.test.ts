import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import {
  acceptInvitation,
  invitationOf,
  invite,
  openInvitations,
  renewInvitation,
  revokeInvitation,
} from '.';
import { makeMember, type TestMember } from './testing';

useDatabase();

let administrator: TestMember;

beforeEach(async () => {
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
  administrator = await makeMember({ role: 'administrator', name: '관리자' });
});

const secretOf = (link: string | undefined): string => link?.split('/').at(-2) ?? '';

async function invited(input: { email?: string; memberId?: string } = {}): Promise<string> {
  const { issued } = await invite(
    administrator,
    { email: 'lee@example.org', role: 'editor', language: 'en', ...input },
    false,
  );
  expect(issued?.link).toMatch(/^https:\/\/blog\.example\.org\/invite\/[\w-]{43}\/$/);
  return secretOf(issued?.link);
}

const acceptance = (token: string) => ({
  token,
  names: { en: 'Lee' },
  password: 'seven quiet lanterns',
  language: 'en',
  timeZone: 'Europe/Berlin',
});
const accept = (token: string) => acceptInvitation(acceptance(token), '203.0.113.1');
const code = (it: string) => expect.objectContaining({ code: it }) as Error;

test('a link makes a member with the role of the invitation, and works once', async () => {
  const token = await invited({ email: ' Lee@Example.org' });
  expect(JSON.stringify(await db().token.findMany())).not.toContain(token);
  expect(await invitationOf(token)).toMatchObject({
    email: 'lee@example.org',
    role: 'editor',
    language: 'en',
    names: {},
  });
  expect(await invitationOf(token)).not.toBeNull();
  const { memberId } = await accept(token);
  expect(await db().member.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
    email: 'lee@example.org',
    role: 'editor',
    state: 'active',
    handle: 'lee',
    timeZone: 'Europe/Berlin',
  });
  expect(await invitationOf(token)).toBeNull();
  await expect(accept(token)).rejects.toThrow(code('link-invalid'));
  expect(await openInvitations(administrator)).toEqual([]);
});

test('of several who use a link at once, one becomes a member', async () => {
  const token = await invited();
  const results = await Promise.allSettled([accept(token), accept(token), accept(token)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db().member.count()).toBe(2);
});

test('what was entered wrongly does not spend the link', async () => {
  const token = await invited();
  for (const wrong of [{ password: 'short' }, { names: {} }, { timeZone: 'Mars/Base' }, { language: 'xx' }]) {
    await expect(acceptInvitation({ ...acceptance(token), ...wrong }, '203.0.113.1')).rejects.toThrow();
  }
  await accept(token);
});

test('links that are revoked, replaced or expired do not work', async () => {
  const first = await invited();
  const second = await invited();
  expect(await invitationOf(first)).toBeNull();
  const [open] = await openInvitations(administrator);
  expect(open).toMatchObject({
    email: 'lee@example.org',
    role: 'editor',
    issuedBy: { ko: '관리자' },
    isExpired: false,
  });
  const renewed = await renewInvitation(administrator, open?.id ?? '', false);
  expect(await invitationOf(second)).toBeNull();
  await transaction((tx) => tx.token.updateMany({ data: { expiresAt: new Date(0) } }));
  await expect(accept(secretOf(renewed?.link))).rejects.toThrow(code('link-invalid'));
  expect((await openInvitations(administrator))[0]?.isExpired).toBe(true);
  const again = await renewInvitation(administrator, open?.id ?? '', false);
  await revokeInvitation(administrator, open?.id ?? '');
  await expect(accept(secretOf(again?.link))).rejects.toThrow(code('link-invalid'));
  await expect(revokeInvitation(administrator, open?.id ?? '')).rejects.toThrow(code('not-found'));
});

test('an imported author becomes the person who accepts, posts and address kept', async () => {
  const author = await makeMember({ state: 'unclaimed', name: '이가져온', handle: 'yi' });
  const token = await invited({ memberId: author.memberId });
  expect(await invitationOf(token)).toMatchObject({ names: { ko: '이가져온' } });
  const { memberId } = await accept(token);
  expect(memberId).toBe(author.memberId);
  expect(await db().member.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({
    handle: 'yi',
    state: 'active',
    email: 'lee@example.org',
    names: { en: 'Lee' },
  });
  await expect(invited({ email: 'else@example.org', memberId })).rejects.toThrow(code('not-unclaimed'));
});

describe('refused is', () => {
  test('an e-mail that has an account', async () => {
    await expect(invited({ email: administrator.email.toUpperCase() })).rejects.toThrow(code('email-taken'));
  });

  test('a mail where there is no mail server', async () => {
    const input = { email: 'lee@example.org', role: 'member', language: 'ko' } as const;
    await expect(invite(administrator, input, true)).rejects.toThrow(code('mail-missing'));
  });

  test.each(['member', 'editor'] as const)('everything to a %s', async (role) => {
    const viewer = await makeMember({ role });
    const input = { email: 'lee@example.org', role: 'administrator', language: 'ko' } as const;
    await expect(invite(viewer, input, false)).rejects.toThrow(code('forbidden'));
    await expect(openInvitations(viewer)).rejects.toThrow(code('forbidden'));
    await expect(renewInvitation(viewer, 'x', false)).rejects.toThrow(code('forbidden'));
    await expect(revokeInvitation(viewer, 'x')).rejects.toThrow(code('forbidden'));
  });
});
