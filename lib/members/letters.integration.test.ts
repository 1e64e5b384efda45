import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { startMailSink, type MailSink } from '@/lib/mail/testing';
import {
  accountJobs,
  confirmEmail,
  invitationOf,
  invite,
  requestEmailChange,
  requestPasswordLink,
  resetPassword,
  revokeInvitation,
} from '.';
import { makeMember, TEST_PASSWORD } from './testing';

useDatabase();

let sink: MailSink;
const address = '203.0.113.1';

beforeEach(async () => {
  sink = await startMailSink();
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
  vi.stubEnv('SMTP_URL', sink.url);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await sink.close();
});

/** Does what was asked for so far, `times` over, as after a crash. */
async function work(times = 1): Promise<void> {
  const jobs = await db().job.findMany({ orderBy: { id: 'asc' } });
  for (const { id, kind, payload } of jobs) {
    for (let attempt = 1; attempt <= times; attempt += 1) {
      await accountJobs[kind]?.({ id, payload, attempt, signal: new AbortController().signal });
    }
  }
}

const secretIn = (text = ''): string =>
  /https:\/\/blog\.example\.org\/\w+\/([\w-]{43})\//.exec(text)?.[1] ?? '';

test('an invitation is mailed in its language, and what waits to be sent lets nobody in', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const input = { email: 'lee@example.org', role: 'member', language: 'en' } as const;
  expect(await invite(boss, input, true)).toMatchObject({ issued: null });
  expect((await db().job.findFirstOrThrow()).payload).toEqual({ invitationId: expect.any(String) as string });
  await work(2);
  expect(sink.mails.map(({ to }) => to)).toEqual([['lee@example.org'], ['lee@example.org']]);
  const last = sink.mails.at(-1);
  expect(last?.headers).toContain('Subject: Invitation to Nonmun');
  expect(last?.html).toContain('<html lang="en">');
  expect(await invitationOf(secretIn(last?.text))).toMatchObject({ email: 'lee@example.org' });
});

test('an invitation that was taken back is not mailed any more', async () => {
  const boss = await makeMember({ role: 'administrator' });
  const { id } = await invite(boss, { email: 'lee@example.org', role: 'member', language: 'ko' }, true);
  await revokeInvitation(boss, id);
  await work();
  expect(sink.mails).toEqual([]);
});

test('a password link goes to the address of the account, and to nobody where there is none', async () => {
  const { memberId, email } = await makeMember({ language: 'ko' });
  await makeMember({ state: 'suspended', email: 'gone@example.org' });
  await requestPasswordLink(email.toUpperCase(), address);
  await requestPasswordLink('nobody@example.org', address);
  await requestPasswordLink('gone@example.org', address);
  await work();
  expect(sink.mails.map(({ to }) => to)).toEqual([[email]]);
  const token = secretIn(sink.mails[0]?.text);
  expect(await resetPassword({ token, password: 'eight loud lanterns' }, address)).toEqual({
    memberId,
    sessionVersion: 1,
  });
  sink.mails.length = 0;
  await work();
  expect(sink.mails.some(({ headers }) => headers.includes('비밀번호가 바뀌었습니다'))).toBe(true);
});

test('a new e-mail is confirmed at the new one, and the one from before is told', async () => {
  const viewer = await makeMember({ language: 'en' });
  const other = await makeMember();
  for (const email of ['new@example.org', other.email]) {
    await requestEmailChange(viewer, { email, currentPassword: TEST_PASSWORD }, address);
  }
  await work();
  expect(sink.mails.map(({ to }) => to)).toEqual([['new@example.org']]);
  const token = secretIn(sink.mails[0]?.text);
  expect(await confirmEmail(token, address)).toEqual({ email: 'new@example.org' });
  sink.mails.length = 0;
  await work();
  expect(sink.mails.map(({ to, headers }) => [to[0], /was changed/.test(headers)])).toEqual([
    [viewer.email, true],
  ]);
});
