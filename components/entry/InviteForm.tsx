'use client';

import { useCallback, useState } from 'react';
import { languages } from '@/lib/i18n';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { leaveFor, useFocusOnFailure } from '../forms';
import { fieldsOf, textsOf } from './fields';
import { NamesFields } from './SetupForm';
import { NewPasswordField } from './NewPasswordField';

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
  const form = useFocusOnFailure(failure);
  const wrong = (field: string) => (failure?.field === field ? failure.message : undefined);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onInput={(event) =>
        setKnown([email, ...Object.values(textsOf(fieldsOf(event.currentTarget), 'names', languages))])
      }
      onSubmit={(event) => {
        event.preventDefault();
        const field = fieldsOf(event.currentTarget);
        void run({
          token,
          names: textsOf(field, 'names', languages),
          password: field('password'),
          language: locale,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
      }}
    >
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
    </form>
  );
}
