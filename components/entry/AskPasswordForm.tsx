'use client';

import { useCallback, useState } from 'react';
import { hrefOf, localizePath } from '@/lib/i18n';
import { Button, call, FormFailure, TextField, useAction, useI18n } from '../desk';
import { useFocusOnFailure } from '../forms';
import { fieldsOf } from './fields';

/** Asks for a link by which one sets a new password; says the same whether there is such an account or not. */
export function AskPasswordForm() {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [answer, setAnswer] = useState<{ email: string; isMailed: boolean } | null>(null);
  const [email, setEmail] = useState('');
  const { run, isRunning, failure } = useAction(
    useCallback(
      (given: string) =>
        call<{ isMailed: boolean }>(i18n, 'POST', '/api/account/password/request/', { email: given }),
      [i18n],
    ),
    ({ isMailed }) => setAnswer({ email, isMailed }),
  );
  const form = useFocusOnFailure(failure);
  const back = <a href={hrefOf(localizePath('/signin/', locale))}>{t('entry.backToSignIn')}</a>;
  return (
    <>
      <div role="status">
        {answer === null ? null : (
          <p className="notice">
            {answer.isMailed
              ? t('entry.passwordAsked', { email: answer.email })
              : t('entry.passwordNotMailed')}
          </p>
        )}
      </div>
      {answer === null ? (
        <form
          ref={form}
          method="post"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const given = fieldsOf(event.currentTarget)('email');
            setEmail(given);
            void run(given);
          }}
        >
          <FormFailure failure={failure} fields={['email']} />
          <TextField
            label={t('entry.email')}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            error={failure?.field === 'email' ? failure.message : undefined}
          />
          <div className="entry-end">
            <Button type="submit" tone="primary" isBusy={isRunning}>
              {t('entry.askPassword')}
            </Button>
            {back}
          </div>
        </form>
      ) : (
        <p className="entry-end">{back}</p>
      )}
    </>
  );
}
