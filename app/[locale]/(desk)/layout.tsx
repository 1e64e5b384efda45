import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@/components/styles/index.css';
import '@/components/styles/desk.css';
import { desk } from '@/app/desk';
import { ApplicationDocument } from '@/app/document';
import { I18nProvider, MemberHint } from '@/components/desk';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The document around the desk and administration, in the member's own language. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { member } = await desk();
  return (
    <ApplicationDocument locale={member.language}>
      <I18nProvider locale={member.language} timeZone={member.timeZone}>
        <MemberHint isSignedIn />
        {children}
      </I18nProvider>
    </ApplicationDocument>
  );
}
