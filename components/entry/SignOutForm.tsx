'use client';

import { useCallback } from 'react';
import { hrefOf, localizePath } from '@/lib/i18n';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { leaveFor } from '../forms';

/** Signing out in this browser. */
export function SignOutForm() {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { run, isRunning, failure } = useAction(
    useCallback(() => call<undefined>(i18n, 'DELETE', '/api/session/'), [i18n]),
    () => leaveFor(hrefOf(localizePath('/', locale))),
  );
  return (
    <>
      <FormFailure failure={failure} />
      <div className="entry-end">
        <Button tone="primary" isBusy={isRunning} onClick={() => void run()}>
          {t('entry.signOut')}
        </Button>
        <a href="/write/">{t('entry.stay')}</a>
      </div>
    </>
  );
}
