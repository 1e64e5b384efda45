'use client';

import type { ReactNode } from 'react';
import type { CallFailure } from '../desk';
import { fieldsOf, type Fields } from './fields';
import { useFocusOnFailure } from './useForm';

/**
 * A form whose inputs are read when it is sent. A failure puts the focus on the input that it is about.
 *
 * @param props.onFields given what stands in it.
 * @param props.onTyped the same after each key.
 */
export function FieldsForm({
  failure,
  onFields,
  onTyped,
  children,
}: {
  failure: CallFailure | null;
  onFields: (field: Fields) => void;
  onTyped?: (field: Fields) => void;
  children: ReactNode;
}) {
  const form = useFocusOnFailure(failure);
  return (
    <form
      ref={form}
      // Never in an address, even where the script has not come yet.
      method="post"
      noValidate
      onInput={(event) => onTyped?.(fieldsOf(event.currentTarget))}
      onSubmit={(event) => {
        event.preventDefault();
        onFields(fieldsOf(event.currentTarget));
      }}
    >
      {children}
    </form>
  );
}

/** @returns a function that tells what is wrong with an input. */
export function wrongIn(failure: CallFailure | null): (field: string) => string | undefined {
  return (field) => (failure?.field === field ? failure.message : undefined);
}
