'use client';

import { useCallback } from 'react';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { leaveFor, useFocusOnFailure } from '../forms';
import { fieldsOf } from './fields';
import { NewPasswordField } from './NewPasswordField';

/** Sets a password by a one-time link. */
export function SetPasswordForm({
  token,
  email,
  names,
  least,
}: {
  token: string;
  /** Of the account that the link is for. */
  email: string;
  names: readonly string[];
  least: number;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(
      (password: string) =>
        call<{ next: string }>(i18n, 'POST', '/api/account/password/reset/', { token, password }),
      [i18n, token],
    ),
    ({ next }) => leaveFor(next),
  );
  const form = useFocusOnFailure(failure);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(fieldsOf(event.currentTarget)('password'));
      }}
    >
      {/* Tells password managers which account this is. */}
      <input
        className="visually-hidden"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <NewPasswordField
        label={t('entry.newPassword')}
        least={least}
        known={[email, ...names]}
        error={failure?.field === 'password' ? failure.message : undefined}
      />
      <FormFailure failure={failure} fields={['password']} />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.setPassword')}
        </Button>
      </div>
    </form>
  );
}
