'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import { i18nFor, type I18n } from '@/lib/i18n';

const Context = createContext<I18n | null>(null);

/** Gives everything below it the messages and formats of one language. */
export function I18nProvider({
  locale,
  timeZone,
  children,
}: {
  locale: string;
  /** IANA. */
  timeZone: string;
  children: ReactNode;
}) {
  const i18n = useMemo(() => i18nFor(locale, timeZone), [locale, timeZone]);
  return <Context value={i18n}>{children}</Context>;
}

/** Messages and formats of the desk. */
export function useI18n(): I18n {
  const i18n = use(Context);
  if (i18n === null) throw new Error('useI18n is for components below I18nProvider');
  return i18n;
}
