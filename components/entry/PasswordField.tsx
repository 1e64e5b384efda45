'use client';

import { useState } from 'react';
import { Field, useI18n } from '../desk';
import { Icon } from '../ui';

/** A password that can be looked at. */
export function PasswordField({
  label,
  name,
  autoComplete,
  error,
  hint,
  onInput,
}: {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  error?: string | undefined;
  hint?: React.ReactNode;
  onInput?: (value: string) => void;
}) {
  const { t } = useI18n();
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="password-field">
          <input
            className="control"
            type={isShown ? 'text' : 'password'}
            name={name}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            onInput={(event) => onInput?.(event.currentTarget.value)}
            {...control}
          />
          <button
            type="button"
            className="password-look"
            aria-pressed={isShown}
            aria-label={t('entry.showPassword')}
            title={t('entry.showPassword')}
            onClick={() => setShown(!isShown)}
          >
            <Icon name={isShown ? 'eyeOff' : 'eye'} />
          </button>
        </div>
      )}
    </Field>
  );
}
