'use client';

import { useId } from 'react';
import type { ManagedMember } from '@/lib/members/types';
import { useI18n } from '../desk';
import { ROLE_NAMES, ROLE_NOTES, ROLES } from './members';

/** A choice of roles, each with what it may do. */
export function RoleChoice({
  role,
  onChange,
}: {
  role: ManagedMember['role'];
  onChange: (role: ManagedMember['role']) => void;
}) {
  const { t } = useI18n();
  const id = useId();
  return (
    <fieldset className="field choice">
      <legend>{t('admin.role')}</legend>
      {ROLES.map((option) => (
        <div key={option} className="choice-item">
          <input
            type="radio"
            id={`${id}-${option}`}
            name={`${id}-role`}
            checked={option === role}
            aria-describedby={`${id}-${option}-note`}
            onChange={() => onChange(option)}
          />
          <label htmlFor={`${id}-${option}`}>{t(ROLE_NAMES[option])}</label>
          <p className="field-hint" id={`${id}-${option}-note`}>
            {t(ROLE_NOTES[option])}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
