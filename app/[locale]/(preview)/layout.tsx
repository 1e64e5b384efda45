import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { ApplicationDocument } from '@/app/document';
import '@/components/styles/index.css';

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
    <ApplicationDocument locale={locale} look="reading">
      {children}
    </ApplicationDocument>
  );
}
