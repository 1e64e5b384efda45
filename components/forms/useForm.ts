'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CallFailure } from '../desk';

/**
 * Puts the focus on the input that a failure is about: the one that has the field's name, or the
 * first of those below it (`names.ko` for `names`).
 *
 * @returns a ref for the form.
 */
export function useFocusOnFailure(failure: CallFailure | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure?.field === undefined) return;
    const name = CSS.escape(failure.field);
    form.current?.querySelector<HTMLElement>(`[name="${name}"], [name^="${name}."]`)?.focus();
  }, [failure]);
  return form;
}

/** Asks before the page is left while something in it is not saved. */
export function useLeaveWarning(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
}

/** What a form holds, and whether that differs from what was saved last. */
export function useDraft<Value>(saved: Value) {
  const [value, setValue] = useState(saved);
  const [kept, setKept] = useState(saved);
  return {
    value,
    change: (change: Partial<Value>) => setValue((before) => ({ ...before, ...change })),
    /** After it was saved: what the server made of it. */
    keep: (next: Value) => {
      setValue(next);
      setKept(next);
    },
    isDirty: JSON.stringify(value) !== JSON.stringify(kept),
  };
}
