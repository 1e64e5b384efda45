'use client';

import { useCallback } from 'react';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { leaveFor } from '../forms';

/** Buttons for signing in with an account elsewhere. */
export function Elsewhere({
  providers,
  next,
}: {
  providers: { id: string; name: string }[];
  /** Where to go afterwards. */
  next: string;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(
      (provider: string) =>
        call<{ url: string }>(i18n, 'POST', '/api/session/elsewhere/', { provider, next }),
      [i18n, next],
    ),
    ({ url }) => leaveFor(url),
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
