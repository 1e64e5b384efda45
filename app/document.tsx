import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { interfaceLanguage } from '@/lib/i18n';

/** The nonce that scripts and styles of this answer carry; undefined in development, where the policy knows none. */
export async function nonce(): Promise<string | undefined> {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}

/**
 * The document around pages on which React goes on living in the browser: the desk, the doors to it, previews.
 *
 * @param props.look `application` for the desk's type and controls, `reading` for that of reading pages.
 */
export async function ApplicationDocument({
  locale,
  look = 'application',
  children,
}: {
  locale: string;
  look?: 'application' | 'reading';
  children: ReactNode;
}) {
  return (
    <html lang={interfaceLanguage(locale)} suppressHydrationWarning>
      <head>
        {/* Blocking, so that a chosen theme does not flash. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/reading.js" nonce={await nonce()} suppressHydrationWarning />
      </head>
      <body className={look === 'application' ? look : undefined}>{children}</body>
    </html>
  );
}
