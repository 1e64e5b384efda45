'use client';

import { useCallback } from 'react';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { FieldsForm, leaveFor, wrongIn } from '../forms';
import { NewPasswordField } from './NewPasswordField';
import { AccountName } from './EmailField';

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
  return (
    <FieldsForm
      failure={failure}
      onFields={(field) => {
        void run(field('password'));
      }}
    >
      <AccountName email={email} />
      <NewPasswordField
        label={t('entry.newPassword')}
        least={least}
        known={[email, ...names]}
        error={wrongIn(failure)('password')}
      />
      <FormFailure failure={failure} fields={['password']} />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.setPassword')}
        </Button>
      </div>
    </FieldsForm>
  );
}
