import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { nonce } from '@/app/document';
import '@/components/styles/index.css';
import { interfaceLanguage } from '@/lib/i18n';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** The document around what a preview link shows: that of reading pages, answered as the doors are, never kept. */
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
        {/* Blocking, so that a chosen theme does not flash. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/reading.js" nonce={await nonce()} suppressHydrationWarning />
      </head>
      <body>{children}</body>
    </html>
  );
}
