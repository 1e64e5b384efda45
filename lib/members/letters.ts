import { z } from 'zod';
import { db, transaction, type Transaction } from '@/lib/db';
import { enqueue, type JobHandler } from '@/lib/jobs';
import { localized, translator, type Translate } from '@/lib/i18n';
import { composeLetter, mailConfigured, sendLetter, type LetterContent } from '@/lib/mail';
import { settings } from '@/lib/settings';
import { createToken, renewToken } from './tokens';

/** What a notice tells of. */
type Noticed = 'password' | 'email';

/** Kinds of the jobs that send mails, by what they are about. */
export const MAILS = {
  /** `{ invitationId }` */
  invitation: 'mail.invitation',
  /** `{ email }`, which need not have an account. */
  password: 'mail.password',
  /** `{ memberId, email }`, the e-mail to be confirmed. */
  email: 'mail.email',
  /** `{ memberId, email, what }`, the e-mail of before. */
  notice: 'mail.notice',
} as const;

const payloads = {
  invitation: z.object({ invitationId: z.string() }),
  password: z.object({ email: z.string() }),
  email: z.object({ memberId: z.string(), email: z.string() }),
  notice: z.object({ memberId: z.string(), email: z.string(), what: z.enum(['password', 'email']) }),
};

/** Tells a person, at the e-mail of before, that password or e-mail were changed; where no mails are sent, nobody. */
export async function noticeOf(
  tx: Transaction,
  what: Noticed,
  memberId: string,
  email: string,
): Promise<void> {
  if (mailConfigured() && email !== '') await enqueue(tx, MAILS.notice, { memberId, email, what });
}

/** Composes and sends, in a language and in the name of the blog. */
async function send(
  to: string,
  language: string,
  write: (t: Translate, site: string) => Omit<LetterContent, 'language' | 'footer'>,
): Promise<void> {
  const t = translator(language);
  const site = localized((await settings()).name, language);
  const letter = composeLetter({ language, footer: t('mail.footer', { site }), ...write(t, site) });
  await sendLetter(to, site, letter);
}

/** An active member by e-mail or id, or null. */
async function activeMember(where: { email: string } | { id: string }) {
  const member = await db().member.findUnique({
    where,
    select: { id: true, email: true, language: true, state: true },
  });
  return member?.state === 'active' ? member : null;
}

// In each, the secret of the link is made only now: what waits in the database to be sent lets nobody in. A mail that is
// sent twice, because the process ended in between, has a link that works in the later one at least.

const sendInvitation: JobHandler = async ({ payload }) => {
  const { invitationId } = payloads.invitation.parse(payload);
  const token = await transaction((tx) => renewToken(tx, 'invitation', invitationId));
  // Taken back or accepted in the meantime.
  if (token === null) return;
  const subject = z.object({ email: z.string(), language: z.string() }).parse(token.subject);
  await send(subject.email, subject.language, (t, site) => ({
    subject: t('mail.invitationSubject', { site }),
    paragraphs: [t('mail.invitationText', { site }), t('mail.linkExpires', { days: 14 })],
    link: { label: t('mail.invitationLink'), path: `/invite/${token.secret}/` },
  }));
};

const sendPasswordLink: JobHandler = async ({ payload }) => {
  const { email } = payloads.password.parse(payload);
  const member = await activeMember({ email });
  if (!member) return;
  const { secret } = await transaction((tx) => createToken(tx, { purpose: 'password', memberId: member.id }));
  await send(email, member.language, (t, site) => ({
    subject: t('mail.passwordSubject', { site }),
    paragraphs: [t('mail.passwordText', { site }), t('mail.linkExpires', { days: 1 })],
    link: { label: t('mail.passwordLink'), path: `/password/${secret}/` },
  }));
};

const sendEmailLink: JobHandler = async ({ payload }) => {
  const { memberId, email } = payloads.email.parse(payload);
  const member = await activeMember({ id: memberId });
  const holder = await db().member.findUnique({ where: { email }, select: { id: true } });
  if (!member || holder) return;
  const { secret } = await transaction((tx) =>
    createToken(tx, { purpose: 'email', memberId: member.id, subject: { email } }),
  );
  await send(email, member.language, (t, site) => ({
    subject: t('mail.emailSubject', { site }),
    paragraphs: [t('mail.emailText', { site }), t('mail.linkExpires', { days: 1 })],
    link: { label: t('mail.emailLink'), path: `/email/${secret}/` },
  }));
};

const sendNotice: JobHandler = async ({ payload }) => {
  const { memberId, email, what } = payloads.notice.parse(payload);
  const member = await activeMember({ id: memberId });
  if (!member) return;
  await send(email, member.language, (t, site) =>
    what === 'password'
      ? {
          subject: t('mail.passwordChangedSubject', { site }),
          paragraphs: [t('mail.passwordChangedText', { site })],
        }
      : {
          subject: t('mail.emailChangedSubject', { site }),
          paragraphs: [t('mail.emailChangedText', { site })],
        },
  );
};

/** The mails of accounts, as handlers for `startJobs`. */
export const accountJobs: Readonly<Record<string, JobHandler>> = {
  [MAILS.invitation]: sendInvitation,
  [MAILS.password]: sendPasswordLink,
  [MAILS.email]: sendEmailLink,
  [MAILS.notice]: sendNotice,
};
