'use client';

import { useCallback } from 'react';
import { hrefOf, localizePath } from '@/lib/i18n';
import { Button, call, FormFailure, TextField, useAction, useI18n } from '../desk';
import { leaveFor, useFocusOnFailure } from '../forms';
import { fieldsOf } from './fields';
import { PasswordField } from './PasswordField';

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
  const form = useFocusOnFailure(failure);
  return (
    <form
      ref={form}
      // Never in an address, even where the script has not come yet.
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const field = fieldsOf(event.currentTarget);
        void run({ email: field('email'), password: field('password'), next });
      }}
    >
      <FormFailure failure={failure} />
      <TextField
        label={t('entry.email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField label={t('entry.password')} name="password" autoComplete="current-password" />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.signIn')}
        </Button>
        <a href={hrefOf(localizePath('/password/', locale))}>{t('entry.forgotPassword')}</a>
      </div>
    </form>
  );
}
