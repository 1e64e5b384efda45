'use client';

import { useState } from 'react';
import { useI18n } from '../desk';
import { Icon } from '../ui';
import { PasswordField } from './PasswordField';
import { passwordHints } from './passwordHints';

/** A password that is chosen: says while it is typed which rules it keeps. Whether it is a common one, the server says. */
export function NewPasswordField({
  label,
  name = 'password',
  least,
  known,
  error,
}: {
  label: string;
  name?: string;
  /** Fewest characters. */
  least: number;
  /** The person's own e-mail and names, which it must not be. */
  known: readonly string[];
  error?: string | undefined;
}) {
  const { t } = useI18n();
  const [password, setPassword] = useState('');
  const { isLong, isOwn } = passwordHints(password, least, known);
  const rules = [
    { isKept: isLong, text: t('entry.ruleLength', { least }) },
    { isKept: password !== '' && !isOwn, text: t('entry.ruleOwn') },
  ];
  return (
    <PasswordField
      label={label}
      name={name}
      autoComplete="new-password"
      error={error}
      onInput={setPassword}
      hint={
        <span className="rules">
          {rules.map(({ isKept, text }) => (
            <span key={text} data-kept={isKept || undefined}>
              <Icon name={isKept ? 'check' : 'dot'} />
              {text}
              {isKept ? <span className="visually-hidden">{t('entry.ruleKept')}</span> : null}
            </span>
          ))}
          <span>
            <Icon name="dot" />
            {t('entry.ruleCommon')}
          </span>
        </span>
      }
    />
  );
}
