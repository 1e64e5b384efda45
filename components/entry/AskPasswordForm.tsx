'use client';

import { useCallback, useState } from 'react';
import { hrefOf, localizePath } from '@/lib/i18n';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { FieldsForm, wrongIn } from '../forms';
import { EmailField } from './EmailField';

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
        <FieldsForm
          failure={failure}
          onFields={(field) => {
            const given = field('email');
            setEmail(given);
            void run(given);
          }}
        >
          <FormFailure failure={failure} fields={['email']} />
          <EmailField label={t('entry.email')} error={wrongIn(failure)('email')} />
          <div className="entry-end">
            <Button type="submit" tone="primary" isBusy={isRunning}>
              {t('entry.askPassword')}
            </Button>
            {back}
          </div>
        </FieldsForm>
      ) : (
        <p className="entry-end">{back}</p>
      )}
    </>
  );
}
