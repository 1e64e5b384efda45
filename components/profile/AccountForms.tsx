'use client';

import { useCallback, useRef, useState } from 'react';
import { localizePath } from '@/lib/i18n';
import { NewPasswordField } from '../entry/NewPasswordField';
import { PasswordField } from '../entry/PasswordField';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { FieldsForm, FormSection, leaveFor, wrongIn } from '../forms';
import { AccountName, EmailField } from '../entry/EmailField';

/** The account: e-mail, password, where one is signed in. Each part is saved by itself, with the present password. */
export function AccountForms({
  email: given,
  names,
  hasPassword,
  identities,
  least,
}: {
  email: string | null;
  names: readonly string[];
  hasPassword: boolean;
  /** Accounts elsewhere, by name. */
  identities: readonly string[];
  /** Fewest characters of a password. */
  least: number;
}) {
  const { t } = useI18n();
  const [email, setEmail] = useState(given ?? '');
  return (
    <div className="sheet account" id="account">
      <h2>{t('profile.account')}</h2>
      {hasPassword ? (
        <>
          <EmailForm email={email} onChanged={setEmail} />
          <PasswordForm email={email} names={names} least={least} />
        </>
      ) : (
        <FormSection title={t('profile.sectionPassword')}>
          <p>{t('profile.noPassword')}</p>
        </FormSection>
      )}
      <FormSection title={t('profile.sectionSessions')} note={t('profile.sessionsNote')}>
        {identities.length > 0 && (
          <p className="lead-in">{t('profile.identities', { names: identities.join(', ') })}</p>
        )}
        <SignOutEverywhere />
      </FormSection>
    </div>
  );
}

function EmailForm({ email, onChanged }: { email: string; onChanged: (email: string) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [said, say] = useState('');
  const wanted = useRef('');
  // A new key empties the inputs.
  const [round, setRound] = useState(0);
  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: { email: string; currentPassword: string }) =>
        call<{ isMailed: boolean }>(i18n, 'POST', '/api/account/email/', body),
      [i18n],
    ),
    ({ isMailed }) => {
      setRound((before) => before + 1);
      if (!isMailed) onChanged(wanted.current);
      say(
        isMailed
          ? t('profile.emailMailed', { email: wanted.current })
          : t('profile.emailChanged', { email: wanted.current }),
      );
    },
  );
  const wrong = wrongIn(failure);
  return (
    <FieldsForm
      failure={failure}
      onFields={(field) => {
        wanted.current = field('email').trim();
        say('');
        void run({ email: wanted.current, currentPassword: field('currentPassword') });
      }}
    >
      <FormSection
        title={t('profile.sectionEmail')}
        note={email === '' ? t('profile.noEmail') : t('profile.emailNow', { email })}
      >
        <div key={round}>
          <EmailField label={t('profile.newEmail')} autoComplete="email" error={wrong('email')} />
          <PasswordField
            label={t('profile.currentPassword')}
            name="currentPassword"
            autoComplete="current-password"
            error={wrong('currentPassword')}
          />
        </div>
        <FormFailure failure={failure} fields={['email', 'currentPassword']} />
        <div className="save-bar">
          <Button type="submit" isBusy={isRunning}>
            {t('profile.changeEmail')}
          </Button>
          <p role="status">{said}</p>
        </div>
      </FormSection>
    </FieldsForm>
  );
}

function PasswordForm({ email, names, least }: { email: string; names: readonly string[]; least: number }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [said, say] = useState('');
  // A new key empties the hints together with the input.
  const [round, setRound] = useState(0);
  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: { currentPassword: string; password: string }) =>
        call<unknown>(i18n, 'POST', '/api/account/password/', body),
      [i18n],
    ),
    () => {
      setRound((before) => before + 1);
      say(t('profile.passwordChanged'));
    },
  );
  const wrong = wrongIn(failure);
  return (
    <FieldsForm
      failure={failure}
      onFields={(field) => {
        say('');
        void run({ currentPassword: field('currentPassword'), password: field('password') });
      }}
    >
      <FormSection title={t('profile.sectionPassword')} note={t('profile.passwordNote')}>
        <AccountName email={email} />
        <div key={round}>
          <PasswordField
            label={t('profile.currentPassword')}
            name="currentPassword"
            autoComplete="current-password"
            error={wrong('currentPassword')}
          />
          <NewPasswordField
            label={t('profile.newPassword')}
            least={least}
            known={[email, ...names]}
            error={wrong('password')}
          />
        </div>
        <FormFailure failure={failure} fields={['password', 'currentPassword']} />
        <div className="save-bar">
          <Button type="submit" isBusy={isRunning}>
            {t('profile.changePassword')}
          </Button>
          <p role="status">{said}</p>
        </div>
      </FormSection>
    </FieldsForm>
  );
}

function SignOutEverywhere() {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(() => call<undefined>(i18n, 'POST', '/api/account/sign-out-everywhere/'), [i18n]),
    () => leaveFor(localizePath('/signin/', locale)),
  );
  return (
    <>
      <FormFailure failure={failure} />
      <Button isBusy={isRunning} onClick={() => void run()}>
        {t('profile.signOutEverywhere')}
      </Button>
    </>
  );
}
