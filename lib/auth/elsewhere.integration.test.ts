import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { invite, suspend } from '@/lib/members';
import { makeMember } from '@/lib/members/testing';
import { answerAuth, beginElsewhere, signInElsewhere } from '.';
import { sessionCookieName } from './cookies';
import { memberOf, readClaims } from './session';
import { startIssuer, type OutsidePerson, type TestIssuer } from './testing';

useDatabase();

const folder = mkdtempSync(join(tmpdir(), 'nonmun-auth-'));
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await startIssuer();
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
  vi.stubEnv('OIDC_ISSUER', issuer.url);
  vi.stubEnv('OIDC_CLIENT_ID', 'blog');
  vi.stubEnv('OIDC_CLIENT_SECRET', 'hush');
});

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await issuer.close();
  rmSync(folder, { recursive: true, force: true });
});

function jarOf(setCookies: string[]): Record<string, string> {
  return Object.fromEntries(
    setCookies.map((cookie) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      return [name, decodeURIComponent(value)] as const;
    }),
  );
}

async function comeBack(
  person: OutsidePerson,
  next = '/write/',
  change: (jar: Record<string, string>) => void = () => undefined,
) {
  const { url, setCookies } = await beginElsewhere('oidc', next, {}, '203.0.113.1');
  const jar = jarOf(setCookies);
  change(jar);
  const query = issuer.consent(url, person);
  const answer = await answerAuth({
    method: 'GET',
    action: 'callback',
    provider: 'oidc',
    query,
    body: {},
    cookies: jar,
    address: '203.0.113.1',
  });
  const session = jarOf(answer?.setCookies ?? [])[sessionCookieName()];
  return { url, setCookies, answer, claims: await readClaims(session) };
}

const person = { sub: 'u1', email: 'Kim@Example.org', email_verified: true, name: '김' };

test('the way there carries state, nonce and proof key, its cookies bound to this host, and comes back to this site', async () => {
  const { memberId } = await makeMember({ email: 'kim@example.org', password: null });
  const { url, setCookies, answer, claims } = await comeBack(person, '/write/new/');
  const query = new URL(url).searchParams;
  expect(query.get('redirect_uri')).toBe('https://blog.example.org/api/auth/callback/oidc');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)).toBeTruthy();
  expect(setCookies).toHaveLength(5);
  for (const cookie of [...setCookies, ...(answer?.setCookies ?? [])]) {
    expect(cookie).toMatch(/^__Host-nonmun\./);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain/);
  }
  expect(answer?.redirect).toBe('/write/new/');
  expect(claims).toMatchObject({ memberId, sessionVersion: 0 });
  expect(await memberOf(claims)).toMatchObject({ memberId, email: 'kim@example.org' });
});

test('afterwards the account is known by its id, not by its e-mail', async () => {
  const { memberId } = await makeMember({ email: 'kim@example.org' });
  await comeBack(person);
  const other = await makeMember({ email: 'other@example.org' });
  const { claims } = await comeBack({ ...person, email: 'other@example.org' });
  expect(claims?.memberId).toBe(memberId);
  expect(await db().identity.count()).toBe(1);
  const { claims: stranger } = await comeBack({ ...person, sub: 'u2', email: 'other@example.org' });
  expect(stranger?.memberId).toBe(other.memberId);
});

test.each<[string, OutsidePerson, string]>([
  ['nobody invited', { ...person, email: 'nobody@example.org' }, 'not-invited'],
  ['the provider has not verified', { ...person, email_verified: false }, 'email-unverified'],
  ['the provider says nothing of', { sub: 'u1', email: 'kim@example.org' }, 'email-unverified'],
  ['there is none of', { sub: 'u1' }, 'email-unverified'],
])('an e-mail that %s lets nobody in', async (_, who, fault) => {
  await makeMember({ email: 'kim@example.org' });
  const { answer, claims } = await comeBack(who);
  expect(answer?.redirect).toBe(`/signin/?error=${fault}`);
  expect(claims).toBeNull();
  expect(await db().identity.count()).toBe(0);
});

test('an open invitation makes a member, once, with its role', async () => {
  const administrator = await makeMember({ role: 'administrator' });
  await invite(administrator, { email: 'kim@example.org', role: 'editor', language: 'ko' }, false);
  const { claims } = await comeBack(person);
  const member = await db().member.findUniqueOrThrow({ where: { id: claims?.memberId ?? '' } });
  expect(member).toMatchObject({ role: 'editor', email: 'kim@example.org', names: { ko: '김' } });
  expect(await db().token.count({ where: { usedAt: null } })).toBe(0);
});

test('who is suspended stays out', async () => {
  const administrator = await makeMember({ role: 'administrator' });
  const { memberId } = await makeMember({ email: 'kim@example.org' });
  await comeBack(person);
  await suspend(administrator, memberId);
  const { answer, claims } = await comeBack(person);
  expect(answer?.redirect).toBe('/signin/?error=suspended');
  expect(claims).toBeNull();
});

test('an answer for another visitor is not taken', async () => {
  await makeMember({ email: 'kim@example.org' });
  const { answer, claims } = await comeBack(person, '/write/', (jar) => {
    for (const name of Object.keys(jar)) if (/state/.test(name)) jar[name] = 'another';
  });
  expect(answer?.redirect).toBe('/signin/?error=elsewhere');
  expect(claims).toBeNull();
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'after signing in, %s is not gone to',
  async (next) => {
    await makeMember({ email: 'kim@example.org' });
    const { answer } = await comeBack(person, next);
    expect(answer?.redirect).toBe('/write/');
  },
);

test('a provider that tells more only when asked is asked', async () => {
  const shy = await startIssuer('userinfo');
  const config = {
    siteUrl: 'https://blog.example.org',
    authSecret: 'x'.repeat(40),
    github: null,
    oidc: { issuer: shy.url, clientId: 'blog', clientSecret: 'hush' },
  };
  await makeMember({ email: 'kim@example.org' });
  const ask = { query: {}, cookies: {}, address: '203.0.113.1' };
  const first = await answerAuth({ ...ask, method: 'GET', action: 'csrf', body: {} }, config);
  const csrf = jarOf(first?.setCookies ?? []);
  const begun = await answerAuth(
    {
      ...ask,
      method: 'POST',
      action: 'signin',
      provider: 'oidc',
      cookies: csrf,
      body: { csrfToken: (first?.body as { csrfToken: string }).csrfToken },
    },
    config,
  );
  const answer = await answerAuth(
    {
      ...ask,
      method: 'GET',
      action: 'callback',
      provider: 'oidc',
      body: {},
      query: shy.consent(begun?.redirect ?? '', person),
      cookies: { ...csrf, ...jarOf(begun?.setCookies ?? []) },
    },
    config,
  );
  await shy.close();
  expect(answer?.redirect).toBe('/write/');
  expect(await db().identity.count()).toBe(1);
});

test('two ways back at once make one member', async () => {
  const administrator = await makeMember({ role: 'administrator' });
  await invite(administrator, { email: 'kim@example.org', role: 'member', language: 'ko' }, false);
  const account = { provider: 'github', subject: '7', verifiedEmail: 'kim@example.org', name: '김' };
  const [a, b] = await Promise.all([signInElsewhere(account), signInElsewhere(account)]);
  expect(a).toEqual(b);
});

test('what next-auth has besides is not there', async () => {
  const ask = {
    method: 'POST',
    query: {},
    body: { level: 'error', code: 'x' },
    cookies: {},
    address: '203.0.113.1',
  };
  expect(await answerAuth({ ...ask, action: '_log' })).toBeNull();
});

test('a provider that is not configured leads nowhere', async () => {
  expect(await beginElsewhere('github', '/write/', {}, '203.0.113.1')).toEqual({
    url: '/signin/?error=elsewhere',
    setCookies: [],
  });
});
