'use client';

import { useCallback } from 'react';
import { Button, call, FormFailure, useAction, useI18n, type Answer } from '../desk';

/** Buttons for signing in with an account elsewhere. */
export function Elsewhere({
  providers,
  next,
  invitation,
}: {
  providers: { id: string; name: string }[];
  /** Where to go afterwards. */
  next: string;
  /** Secret of the invitation that is accepted by it. */
  invitation?: string;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(
      async (provider: string): Promise<Answer<{ url: string }>> => {
        const csrf = await call<{ csrfToken: string }>(i18n, 'GET', '/api/auth/csrf/');
        if (!csrf.ok) return csrf;
        return call<{ url: string }>(i18n, 'POST', `/api/auth/signin/${provider}/`, {
          csrfToken: csrf.value.csrfToken,
          callbackUrl: next,
          json: true,
          ...(invitation !== undefined && { invitation }),
        });
      },
      [i18n, next, invitation],
    ),
    async ({ url }) => {
      window.location.assign(url);
      await new Promise(() => undefined);
    },
  );
  if (providers.length === 0) return null;
  return (
    <div className="entry-elsewhere">
      <p className="entry-or">
        <span>{t('entry.or')}</span>
      </p>
      <FormFailure failure={failure} />
      {providers.map(({ id, name }) => (
        <Button key={id} isBusy={isRunning} onClick={() => void run(id)}>
          {t('entry.signInWith', { name })}
        </Button>
      ))}
    </div>
  );
}
