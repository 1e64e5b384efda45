'use client';

import { useCallback } from 'react';
import { hrefOf, localizePath } from '@/lib/i18n';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { FieldsForm, leaveFor } from '../forms';
import { PasswordField } from './PasswordField';
import { EmailField } from './EmailField';

/** Signing in with e-mail and password. What was typed stays when it was wrong. */
export function SignInForm({ next }: { next: string }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: { email: string; password: string; next: string }) =>
        call<{ next: string }>(i18n, 'POST', '/api/session/', body),
      [i18n],
    ),
    ({ next: to }) => leaveFor(to),
  );
  return (
    <FieldsForm
      failure={failure}
      onFields={(field) => {
        void run({ email: field('email'), password: field('password'), next });
      }}
    >
      <FormFailure failure={failure} />
      <EmailField label={t('entry.email')} />
      <PasswordField label={t('entry.password')} name="password" autoComplete="current-password" />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.signIn')}
        </Button>
        <a href={hrefOf(localizePath('/password/', locale))}>{t('entry.forgotPassword')}</a>
      </div>
    </FieldsForm>
  );
}
