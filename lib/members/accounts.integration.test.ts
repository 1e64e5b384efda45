import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changesSince, tags } from '@/lib/cache';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import {
  changePassword,
  changeProfile,
  confirmEmail,
  countAttempt,
  createToken,
  issuePasswordLink,
  managedMembers,
  passwordLinkOwner,
  presentHandle,
  profileOf,
  reactivate,
  requestEmailChange,
  requestPasswordLink,
  resetPassword,
  setRole,
  signOutEverywhere,
  suspend,
} from '.';
import { makeMember, TEST_PASSWORD } from './testing';

useDatabase();

const address = '203.0.113.1';
const code = (it: string) => expect.objectContaining({ code: it }) as Error;
const member = (id: string) => db().member.findUniqueOrThrow({ where: { id } });
const version = async (id: string) => (await member(id)).sessionVersion;
const actions = async () =>
  (await db().auditEvent.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);

beforeEach(() => {
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('administrators', () => {
  test('set roles, suspend and let in again, each of which ends sessions and leaves a trace', async () => {
    const boss = await makeMember({ role: 'administrator' });
    const { memberId } = await makeMember();
    await setRole(boss, memberId, 'editor');
    expect(await member(memberId)).toMatchObject({ role: 'editor', sessionVersion: 1 });
    await suspend(boss, memberId);
    expect(await member(memberId)).toMatchObject({ state: 'suspended', sessionVersion: 2 });
    await reactivate(boss, memberId);
    expect(await member(memberId)).toMatchObject({ state: 'active' });
    expect(await actions()).toEqual(['member.role', 'member.suspend', 'member.reactivate']);
    expect((await managedMembers(boss)).map(({ role, signsInBy }) => [role, signsInBy])).toEqual([
      ['administrator', ['password']],
      ['editor', ['password']],
    ]);
  });

  test('one of them remains, even if all take leave at once', async () => {
    const a = await makeMember({ role: 'administrator' });
    await expect(setRole(a, a.memberId, 'member')).rejects.toThrow(code('last-administrator'));
    await expect(suspend(a, a.memberId)).rejects.toThrow(code('not-oneself'));
    const b = await makeMember({ role: 'administrator' });
    const results = await Promise.allSettled([
      suspend(a, b.memberId),
      suspend(b, a.memberId),
      setRole(a, a.memberId, 'member'),
    ]);
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
    expect(await db().member.count({ where: { role: 'administrator', state: 'active' } })).toBe(1);
  });

  test('an imported author has no role and no password', async () => {
    const boss = await makeMember({ role: 'administrator' });
    const { memberId } = await makeMember({ state: 'unclaimed' });
    for (const act of [
      () => setRole(boss, memberId, 'editor'),
      () => suspend(boss, memberId),
      () => reactivate(boss, memberId),
      () => issuePasswordLink(boss, memberId),
    ]) {
      await expect(act()).rejects.toThrow(code('not-active'));
    }
  });

  test.each(['member', 'editor'] as const)('a %s can do none of it, and learns nothing', async (role) => {
    const viewer = await makeMember({ role });
    const boss = await makeMember({ role: 'administrator' });
    for (const id of [boss.memberId, 'nobody']) {
      for (const act of [
        () => setRole(viewer, id, 'member'),
        () => suspend(viewer, id),
        () => reactivate(viewer, id),
        () => issuePasswordLink(viewer, id),
      ]) {
        await expect(act()).rejects.toThrow(code('forbidden'));
      }
    }
    await expect(managedMembers(viewer)).rejects.toThrow(code('forbidden'));
  });
});

describe('passwords', () => {
  const next = 'eight loud lanterns';

  async function linkOf(memberId: string): Promise<string> {
    const boss = await makeMember({ role: 'administrator' });
    return (await issuePasswordLink(boss, memberId)).link.split('/').at(-2) ?? '';
  }

  test('a link sets one, once, ends sessions, and is gone', async () => {
    const { memberId, email } = await makeMember();
    const token = await linkOf(memberId);
    expect(await passwordLinkOwner(token)).toMatchObject({ email });
    await expect(resetPassword({ token, password: 'password123' }, address)).rejects.toThrow(
      code('password-common'),
    );
    const results = await Promise.allSettled(
      [next, next, next].map((password) => resetPassword({ token, password }, address)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await version(memberId)).toBe(1);
    expect(await passwordLinkOwner(token)).toBeNull();
  });

  test('a newer link, a suspension and a changed password make a link useless', async () => {
    const boss = await makeMember({ role: 'administrator' });
    const viewer = await makeMember();
    const old = await linkOf(viewer.memberId);
    const present = await linkOf(viewer.memberId);
    expect(await passwordLinkOwner(old)).toBeNull();
    await changePassword(viewer, { currentPassword: TEST_PASSWORD, password: next }, address);
    expect(await passwordLinkOwner(present)).toBeNull();
    const last = await linkOf(viewer.memberId);
    await suspend(boss, viewer.memberId);
    await expect(resetPassword({ token: last, password: next }, address)).rejects.toThrow(
      code('link-invalid'),
    );
  });

  test('one changes one’s own with the present one; other sessions end, this one goes on', async () => {
    const viewer = await makeMember();
    const wrong = { currentPassword: 'not this', password: next };
    await expect(changePassword(viewer, wrong, address)).rejects.toThrow(code('password-wrong'));
    const session = await changePassword(viewer, { currentPassword: TEST_PASSWORD, password: next }, address);
    expect(session).toEqual({ memberId: viewer.memberId, sessionVersion: await version(viewer.memberId) });
    expect(session.sessionVersion).toBe(1);
  });

  test('the present one is not to be found by trying', async () => {
    const viewer = await makeMember();
    const wrong = { currentPassword: 'not this', password: next };
    for (let n = 0; n < 10; n += 1) await changePassword(viewer, wrong, address).catch(() => undefined);
    await expect(
      changePassword(viewer, { currentPassword: TEST_PASSWORD, password: next }, address),
    ).rejects.toThrow(code('throttled'));
  });

  test('asking for a link says and leaves the same for an e-mail without an account', async () => {
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    const { email } = await makeMember();
    expect(await requestPasswordLink(email, address)).toEqual(
      await requestPasswordLink('no@example.org', address),
    );
    expect(await db().job.count()).toBe(2);
    expect(await db().token.count()).toBe(0);
    for (let n = 0; n < 2; n += 1) await requestPasswordLink('no@example.org', address);
    await expect(requestPasswordLink('NO@example.org', address)).rejects.toThrow(code('throttled'));
  });

  test('signing out everywhere ends every session', async () => {
    const viewer = await makeMember();
    await signOutEverywhere(viewer);
    expect(await version(viewer.memberId)).toBe(1);
  });
});

describe('e-mail', () => {
  const input = { email: 'New@example.org', currentPassword: TEST_PASSWORD };

  test('is changed at once where no mails are sent, with the password, and to a free one', async () => {
    const viewer = await makeMember();
    const other = await makeMember();
    await expect(requestEmailChange(viewer, { ...input, currentPassword: 'x' }, address)).rejects.toThrow(
      code('password-wrong'),
    );
    await expect(requestEmailChange(viewer, { ...input, email: other.email }, address)).rejects.toThrow(
      code('email-taken'),
    );
    expect(await requestEmailChange(viewer, input, address)).toEqual({ isMailed: false });
    expect((await member(viewer.memberId)).email).toBe('new@example.org');
  });

  test('where mails are sent, nothing changes before the link, which does not tell who has an account', async () => {
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    const viewer = await makeMember();
    const other = await makeMember();
    expect(await requestEmailChange(viewer, input, address)).toEqual({ isMailed: true });
    expect(await requestEmailChange(viewer, { ...input, email: other.email }, address)).toEqual({
      isMailed: true,
    });
    expect((await member(viewer.memberId)).email).toBe(viewer.email);
    const { secret } = await transaction((tx) =>
      createToken(tx, { purpose: 'email', memberId: viewer.memberId, subject: { email: 'new@example.org' } }),
    );
    const results = await Promise.allSettled([confirmEmail(secret, address), confirmEmail(secret, address)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await member(viewer.memberId)).email).toBe('new@example.org');
  });

  test('a token of one purpose is none of another', async () => {
    const viewer = await makeMember();
    const { secret } = await transaction((tx) =>
      createToken(tx, { purpose: 'password', memberId: viewer.memberId }),
    );
    await expect(confirmEmail(secret, address)).rejects.toThrow(code('link-invalid'));
    expect(await passwordLinkOwner(secret)).not.toBeNull();
  });
});

describe('profiles', () => {
  const profile = {
    names: { ko: ' 김\u0000 철수 ', en: '' },
    handle: 'Kim-Chulsoo',
    about: { ko: '논문을 읽습니다.' },
    links: [
      { label: '', url: 'https://kim.example.org/' },
      { label: '메일', url: 'mailto:kim@example.org' },
      { label: '', url: '' },
    ],
    avatarId: null,
    language: 'en',
    timeZone: 'Europe/Berlin',
  };

  test('are one’s own to change; readers see it, and the former handle leads to the new one', async () => {
    const viewer = await makeMember({ handle: 'kim' });
    const { now } = await changesSince(0);
    await changeProfile(viewer, viewer.memberId, profile);
    expect(await profileOf(viewer, viewer.memberId)).toMatchObject({
      names: { ko: '김 철수' },
      handle: 'kim-chulsoo',
      links: [
        { label: 'kim.example.org', url: 'https://kim.example.org/' },
        { label: '메일', url: 'mailto:kim@example.org' },
      ],
      language: 'en',
      timeZone: 'Europe/Berlin',
    });
    expect((await changesSince(now)).tags).toEqual(
      expect.arrayContaining([tags.authors, tags.member(viewer.memberId), tags.addresses]),
    );
    expect(await presentHandle('kim')).toBe('kim-chulsoo');
    const other = await makeMember();
    for (const handle of ['kim', 'kim-chulsoo']) {
      await expect(changeProfile(other, other.memberId, { ...profile, handle })).rejects.toThrow(
        code('handle-taken'),
      );
    }
    await changeProfile(viewer, viewer.memberId, { ...profile, handle: 'kim' });
    expect(await presentHandle('kim')).toBeNull();
    expect(await presentHandle('kim-chulsoo')).toBe('kim');
  });

  test.each([
    ['names', { names: { ko: ' ' } }, 'name-missing'],
    ['handle', { handle: 'a/b' }, 'handle-invalid'],
    ['links', { links: [{ label: 'x', url: 'javascript:alert(1)' }] }, 'link-address'],
    ['links', { links: [{ label: 'x', url: '//evil.example' }] }, 'link-address'],
    ['links', { links: [{ label: 'x', url: 'https://' }] }, 'link-address'],
    ['links', { links: Array(11).fill({ label: 'x', url: 'https://x.example' }) as [] }, 'too-many-links'],
    ['about', { about: { ko: '가'.repeat(501) } }, 'text-long'],
    ['timeZone', { timeZone: '+09:00' }, 'time-zone-unknown'],
    ['language', { language: '../en' }, 'language-unknown'],
    ['avatarId', { avatarId: '00000000-0000-7000-8000-000000000000' }, 'avatar-missing'],
  ])('a wrong %s is told: %o', async (field, wrong, fault) => {
    const viewer = await makeMember({ handle: 'kim' });
    await expect(changeProfile(viewer, viewer.memberId, { ...profile, ...wrong })).rejects.toMatchObject({
      code: fault,
      field,
    });
    expect((await member(viewer.memberId)).handle).toBe('kim');
  });

  test.each(['member', 'editor'] as const)('of others are not there for a %s', async (role) => {
    const viewer = await makeMember({ role });
    const other = await makeMember();
    for (const id of [other.memberId, 'nobody']) {
      await expect(profileOf(viewer, id)).rejects.toThrow(code('not-found'));
      await expect(changeProfile(viewer, id, profile)).rejects.toThrow(code('not-found'));
    }
  });

  test('of imported authors are an administrator’s to change', async () => {
    const boss = await makeMember({ role: 'administrator' });
    const author = await makeMember({ state: 'unclaimed' });
    await changeProfile(boss, author.memberId, profile);
    expect((await member(author.memberId)).handle).toBe('kim-chulsoo');
  });
});

describe('the throttle', () => {
  const signin = (account: string, from = address) => countAttempt('signin', { account, address: from });

  test('counts tries that are made at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => signin('a')));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  test('counts an account from wherever it is tried, an address whatever it tries, a whole network as one', async () => {
    for (let n = 0; n < 10; n += 1) await signin('a', `203.0.113.${n}`);
    await expect(signin('a', '198.51.100.1')).rejects.toThrow(code('throttled'));
    for (let n = 0; n < 50; n += 1) await signin(`b${n}`, `2001:db8:1:2::${n}`);
    await expect(signin('c', '2001:db8:1:2:ffff::1')).rejects.toThrow(code('throttled'));
    await signin('c', '2001:db8:1:3::1');
  });

  test('forgets after a while, and keeps nothing of what was typed', async () => {
    for (let n = 0; n < 10; n += 1) await signin('typed@example.org');
    const rows = await db().throttle.findMany();
    expect(JSON.stringify(rows)).not.toContain('typed');
    await transaction((tx) => tx.throttle.updateMany({ data: { resetsAt: new Date(0) } }));
    await signin('typed@example.org');
    expect(await db().throttle.count()).toBe(2);
  });
});
