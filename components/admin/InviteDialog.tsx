'use client';

import { useCallback, useState } from 'react';
import { languageName, languages } from '@/lib/i18n';
import type { IssuedLink, ManagedMember } from '@/lib/members/types';
import { Button, call, Dialog, FormFailure, SelectField, TextField, useAction, useI18n } from '../desk';
import { useFocusOnFailure } from '../forms';
import { issuedLink, nameOfMember, type MaybeLink } from './members';
import { RoleChoice } from './RoleChoice';

interface Input {
  email: string;
  role: ManagedMember['role'];
  language: string;
  memberId: string | null;
  byMail: boolean;
}

/** Invites somebody: by a link to pass on, or by mail where mails are sent. */
export function InviteDialog({
  author,
  sendsMail,
  onClose,
  onMailed,
  onIssued,
}: {
  /** The imported author whom the person will be. */
  author: ManagedMember | null;
  sendsMail: boolean;
  onClose: () => void;
  onMailed: (email: string) => void;
  onIssued: (email: string, link: IssuedLink) => void;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<ManagedMember['role']>('member');
  const [language, setLanguage] = useState<string>(locale);
  const { run, isRunning, failure } = useAction(
    useCallback((body: Input) => call<MaybeLink>(i18n, 'POST', '/api/invitations/', body), [i18n]),
    (answer) => {
      const issued = issuedLink(answer);
      if (issued === null) onMailed(email.trim());
      else onIssued(email.trim(), issued);
    },
  );
  const form = useFocusOnFailure(failure);
  const send = (byMail: boolean) => void run({ email, role, language, memberId: author?.id ?? null, byMail });
  return (
    <Dialog
      title={
        author === null ? t('admin.inviteTitle') : t('admin.inviteAs', { name: nameOfMember(author, locale) })
      }
      onClose={onClose}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(sendsMail);
        }}
      >
        {author !== null && <p className="lead-in">{t('admin.inviteAsNote')}</p>}
        <TextField
          label={t('admin.inviteEmail')}
          name="email"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          error={failure?.field === 'email' ? failure.message : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleChoice role={role} onChange={setRole} />
        <SelectField
          label={t('admin.inviteLanguage')}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          {languages.map((option) => (
            <option key={option} value={option}>
              {languageName(option, locale)}
            </option>
          ))}
        </SelectField>
        <FormFailure failure={failure} fields={['email']} />
        <div className="buttons dialog-end">
          {sendsMail && (
            <Button isBusy={isRunning} onClick={() => send(false)}>
              {t('admin.inviteByLink')}
            </Button>
          )}
          <Button type="submit" tone="primary" isBusy={isRunning}>
            {sendsMail ? t('admin.inviteByMail') : t('admin.inviteByLink')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
