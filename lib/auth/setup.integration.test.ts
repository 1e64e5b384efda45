import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { settings } from '@/lib/settings';
import { completeSetup, issueSetupLink, setupLinkWorks, setupNeeded, signInWithPassword } from '.';

useDatabase();

beforeEach(() => {
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
});

const input = (token: string) => ({
  token,
  email: ' First@Example.org ',
  password: 'seven quiet lanterns',
  names: { ko: '김첫째', en: '' },
  siteName: { ko: '첫 논문', en: 'First papers' },
  language: 'ko',
  timeZone: 'Asia/Seoul',
});

async function token(): Promise<string> {
  const link = new URL((await issueSetupLink()) ?? '');
  expect(link.origin + link.pathname).toBe('https://blog.example.org/setup/');
  return link.searchParams.get('token') ?? '';
}

test('the link makes the first administrator, names the blog and makes a category', async () => {
  expect(await setupNeeded()).toBe(true);
  const secret = await token();
  expect(JSON.stringify(await db().token.findMany())).not.toContain(secret);
  expect(await setupLinkWorks(secret)).toBe(true);
  const session = await completeSetup(input(secret), '203.0.113.1');
  expect(await db().member.findUniqueOrThrow({ where: { id: session.memberId } })).toMatchObject({
    email: 'first@example.org',
    role: 'administrator',
    state: 'active',
    names: { ko: '김첫째' },
    handle: '김첫째',
  });
  expect((await settings()).name).toEqual({ ko: '첫 논문', en: 'First papers' });
  expect(await db().category.count()).toBe(1);
  expect(await setupNeeded()).toBe(false);
  expect(await setupLinkWorks(secret)).toBe(false);
  expect(await issueSetupLink()).toBeNull();
  const again = { email: 'FIRST@example.org', password: 'seven quiet lanterns', address: '203.0.113.1' };
  expect(await signInWithPassword(again)).toEqual(session);
});

test('a new link replaces the one before', async () => {
  const old = await token();
  const present = await token();
  await expect(completeSetup(input(old), '203.0.113.1')).rejects.toMatchObject({ code: 'link-invalid' });
  await completeSetup(input(present), '203.0.113.1');
});

test('of two who use the link at once, one becomes administrator', async () => {
  const secret = await token();
  const results = await Promise.allSettled([
    completeSetup(input(secret), '203.0.113.1'),
    completeSetup({ ...input(secret), email: 'other@example.org' }, '203.0.113.2'),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db().member.count()).toBe(1);
});

test('what was entered wrongly leaves the link as it is', async () => {
  const secret = await token();
  const wrong = { ...input(secret), siteName: { ko: 'x'.repeat(10) }, timeZone: 'Mars/Base' };
  await expect(completeSetup(wrong, '203.0.113.1')).rejects.toMatchObject({ code: 'time-zone-unknown' });
  await expect(
    completeSetup({ ...input(secret), password: '김첫째김첫째김첫째' }, '203.0.113.1'),
  ).rejects.toMatchObject({ field: 'password' });
  expect(await setupLinkWorks(secret)).toBe(true);
});
