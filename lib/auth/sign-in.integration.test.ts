import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { useDatabase } from '@/lib/db/testing';
import { changePassword, reactivate, setRole, signOutEverywhere, suspend } from '@/lib/members';
import { makeMember, TEST_PASSWORD } from '@/lib/members/testing';
import { answerAuth, memberOfSession, sessionCookie, signInWithPassword } from '.';

vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

useDatabase();

const folder = mkdtempSync(join(tmpdir(), 'nonmun-auth-'));
const secret = 'a secret that is long enough for this';
const address = '203.0.113.1';

beforeAll(() => {
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
  vi.stubEnv('AUTH_SECRET', secret);
});

beforeEach(() => {
  vi.mocked(verify).mockClear();
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = (email: string, password = TEST_PASSWORD) => signInWithPassword({ email, password, address });
const code = (it: string) => expect.objectContaining({ code: it }) as Error;

async function session(email: string): Promise<string> {
  const cookie = await sessionCookie(await signIn(email));
  expect(cookie).toMatch(
    /^__Host-nonmun\.session=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
  );
  return /=([^;]*)/.exec(cookie)?.[1] ?? '';
}

test('e-mail and password sign in, however the e-mail is typed', async () => {
  const { memberId } = await makeMember({ email: 'kim@example.org' });
  expect(await signIn('  KIM@Example.org ')).toEqual({ memberId, sessionVersion: 0 });
  expect(await memberOfSession(await session('kim@example.org'))).toMatchObject({ memberId, role: 'member' });
});

test.each([
  ['a wrong password', 'kim@example.org', 'eight loud lanterns'],
  ['an e-mail without an account', 'nobody@example.org', TEST_PASSWORD],
  ['what is no e-mail', 'kim@example.org,eve@example.org', TEST_PASSWORD],
  ['a member without a password', 'linked@example.org', TEST_PASSWORD],
  ['a suspended member’s wrong password', 'gone@example.org', 'eight loud lanterns'],
])('%s says the same, after the same work', async (_, email, password) => {
  await makeMember({ email: 'kim@example.org' });
  await makeMember({ email: 'linked@example.org', password: null });
  await makeMember({ email: 'gone@example.org', state: 'suspended' });
  await expect(signIn(email, password)).rejects.toMatchObject({ code: 'credentials', field: undefined });
  expect(verify).toHaveBeenCalledTimes(1);
  const [hash] = vi.mocked(verify).mock.calls[0] ?? [];
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('that an account is suspended learns who knows its password', async () => {
  await makeMember({ email: 'gone@example.org', state: 'suspended' });
  await expect(signIn('gone@example.org')).rejects.toThrow(code('suspended'));
});

test('after ten tries the right password does not help; with or without an account', async () => {
  await makeMember({ email: 'kim@example.org' });
  for (const email of ['kim@example.org', 'nobody@example.org']) {
    for (let n = 0; n < 10; n += 1) await signIn(email, 'wrong').catch(() => undefined);
    await expect(signIn(email.toUpperCase())).rejects.toThrow(code('throttled'));
  }
});

test('who knows the password may mistype it before', async () => {
  await makeMember({ email: 'kim@example.org' });
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 9; n += 1) await signIn('kim@example.org', 'wrong').catch(() => undefined);
    await signIn('kim@example.org');
  }
});

test('sessions end with a changed password, role, suspension, and signing out everywhere', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const viewer = await makeMember({ email: 'kim@example.org' });
  const ends: (() => Promise<unknown>)[] = [
    () => setRole(boss, viewer.memberId, 'editor'),
    () => signOutEverywhere(viewer),
    () => suspend(boss, viewer.memberId),
    () =>
      changePassword(viewer, { currentPassword: TEST_PASSWORD, password: 'eight loud lanterns' }, address),
  ];
  for (const end of ends) {
    const cookie = await session('kim@example.org');
    expect(await memberOfSession(cookie)).not.toBeNull();
    await end();
    expect(await memberOfSession(cookie)).toBeNull();
    await reactivate(boss, viewer.memberId);
    expect(await memberOfSession(cookie)).toBeNull();
  }
});

test('a cookie that is not ours, was altered or is old lets nobody in', async () => {
  const { memberId } = await makeMember({ email: 'kim@example.org' });
  const cookie = await session('kim@example.org');
  const token = { memberId, sessionVersion: 0 };
  const others = [
    undefined,
    '',
    'x',
    `${cookie.slice(0, -2)}AA`,
    await encode({ token, secret: 'another secret, as long as it may be' }),
    await encode({ token, secret, maxAge: -60 }),
    await encode({ token: { sub: memberId }, secret }),
    await encode({ token: { memberId, sessionVersion: '0' }, secret }),
  ];
  for (const other of others) expect(await memberOfSession(other)).toBeNull();
  expect(await memberOfSession(await encode({ token, secret }))).not.toBeNull();
});

test('next-auth’s own form signs in by the same rules, and tells what went wrong by a code', async () => {
  const { memberId } = await makeMember({ email: 'kim@example.org' });
  const ask = { query: {}, address };
  const first = await answerAuth({ ...ask, method: 'GET', action: 'csrf', body: {}, cookies: {} });
  const { csrfToken } = first?.body as { csrfToken: string };
  const [name = '', value = ''] = (first?.setCookies[0] ?? '').split(';')[0]?.split('=') ?? [];
  const cookies = { [name]: decodeURIComponent(value) };
  const form = (body: Record<string, string>) =>
    answerAuth({ ...ask, method: 'POST', action: 'callback', provider: 'credentials', cookies, body });
  const wrong = await form({ csrfToken, email: 'kim@example.org', password: 'wrong' });
  expect(wrong?.redirect).toBe('/signin/?error=credentials');
  const right = { email: 'kim@example.org', password: TEST_PASSWORD };
  expect((await form({ ...right, csrfToken: 'forged' }))?.setCookies.join()).not.toContain('session=');
  const answer = await form({ ...right, csrfToken });
  const cookie = answer?.setCookies.find((it) => it.includes('session=')) ?? '';
  expect(await memberOfSession(/=([^;]*)/.exec(cookie)?.[1])).toMatchObject({ memberId });
});
