'use client';

import { useCallback } from 'react';
import { Button, call, FormFailure, useAction, useI18n } from '../desk';
import { leaveFor } from '../forms';

/** Spends a link that needs nothing but the person's will; opening it alone does nothing, for mail scanners open links. */
export function ConfirmForm({ address, token, label }: { address: string; token: string; label: string }) {
  const i18n = useI18n();
  const { run, isRunning, failure } = useAction(
    useCallback(
      () => call<{ next?: string } | undefined>(i18n, 'POST', address, { token }),
      [i18n, address, token],
    ),
    (answer) => leaveFor(answer?.next ?? '/write/profile/'),
  );
  return (
    <>
      <FormFailure failure={failure} />
      <div className="entry-end">
        <Button tone="primary" isBusy={isRunning} onClick={() => void run()}>
          {label}
        </Button>
      </div>
    </>
  );
}
