import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import '@/components/styles/index.css';
import { interfaceLanguage } from '@/lib/i18n';

// What is kept is kept by the server in front, and made stale by tags; Next renders each time that it is asked.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** The document around every page. */
export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await params;
  return (
    <html lang={interfaceLanguage(locale)} suppressHydrationWarning>
      <head>
        {/* Blocking, so that a chosen theme does not flash; a few kilobytes, kept by the browser. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/reading.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
