import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@/components/styles/index.css';
import '@/components/styles/desk.css';
import { ApplicationDocument } from '@/app/document';
import { I18nProvider } from '@/components/desk';
import { interfaceLanguage } from '@/lib/i18n';
import { siteView } from '@/lib/settings';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The document around the doors to the desk, in the language of the address. */
export default async function Layout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const locale = interfaceLanguage((await params).locale);
  const { timeZone } = await siteView(locale);
  return (
    <ApplicationDocument locale={locale}>
      <I18nProvider locale={locale} timeZone={timeZone}>
        {children}
      </I18nProvider>
    </ApplicationDocument>
  );
}
