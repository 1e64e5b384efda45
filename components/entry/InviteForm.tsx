'use client';

import { useCallback, useState } from 'react';
import { languages } from '@/lib/i18n';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { FieldsForm, leaveFor, textsOf, wrongIn } from '../forms';
import { NamesFields } from './SetupForm';
import { NewPasswordField } from './NewPasswordField';
import { AccountName } from './EmailField';

interface Input {
  token: string;
  names: Record<string, string>;
  password: string;
  language: string;
  timeZone: string;
}

/** Accepts an invitation with a name and a password. */
export function InviteForm({
  token,
  email,
  names,
  least,
}: {
  token: string;
  email: string;
  /** Of the imported author that one takes over. */
  names: Readonly<Record<string, string>>;
  least: number;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [known, setKnown] = useState<readonly string[]>([email]);
  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: Input) => call<{ next: string }>(i18n, 'POST', '/api/invitations/accept/', body),
      [i18n],
    ),
    ({ next }) => leaveFor(next),
  );
  const wrong = wrongIn(failure);
  return (
    <FieldsForm
      failure={failure}
      onTyped={(field) => setKnown([email, ...Object.values(textsOf(field, 'names', languages))])}
      onFields={(field) => {
        void run({
          token,
          names: textsOf(field, 'names', languages),
          password: field('password'),
          language: locale,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
      }}
    >
      <AccountName email={email} />
      <NamesFields
        label={t('entry.yourName')}
        name="names"
        error={wrong('names')}
        autoComplete="name"
        values={names}
      />
      <NewPasswordField label={t('entry.password')} least={least} known={known} error={wrong('password')} />
      <FormFailure failure={failure} fields={['names', 'password']} />
      <div className="entry-end">
        <Button type="submit" tone="primary" isBusy={isRunning}>
          {t('entry.accept')}
        </Button>
      </div>
    </FieldsForm>
  );
}
