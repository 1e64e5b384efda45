'use client';

import type { ComponentProps } from 'react';
import { TextField } from '../desk';

/** An e-mail address, as the name of an account. */
export function EmailField(
  field: Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'error' | 'autoComplete'>,
) {
  return (
    <TextField
      name="email"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      {...field}
    />
  );
}

/** Tells password managers which account a new password is for. */
export function AccountName({ email }: { email: string }) {
  return (
    <input
      className="visually-hidden"
      type="email"
      autoComplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
