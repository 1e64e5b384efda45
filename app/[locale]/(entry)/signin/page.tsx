import { redirect } from 'next/navigation';
import { asked, entry, entryMetadata, type Query } from '@/app/entry';
import { Elsewhere, EntryShell, SignInForm } from '@/components/entry';
import { currentMember } from '@/app/member';
import { safeNext, setupNeeded, signInProviders } from '@/lib/auth';
import type { MessageKey } from '@/lib/i18n';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Query;
}

/** What is said of an attempt with an account elsewhere that failed. */
const FAULTS: Readonly<Record<string, MessageKey>> = {
  'not-invited': 'entry.faultNotInvited',
  'email-unverified': 'entry.faultUnverified',
  suspended: 'entry.faultSuspended',
  throttled: 'entry.faultThrottled',
};

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.signInTitle');
}

/** `/signin/` */
export default async function Page({ params, searchParams }: Props) {
  const { site, i18n } = await entry((await params).locale);
  const { t } = i18n;
  const [given, error] = [await asked(searchParams, 'next'), await asked(searchParams, 'error')];
  const next = safeNext(given);
  if ((await currentMember()) !== null) redirect(next);
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path={`/signin/${given === null ? '' : `?next=${encodeURIComponent(next)}`}`}
      title={t('entry.signInTitle')}
    >
      {error !== null && (
        <p className="notice notice-attention" role="alert">
          {t(FAULTS[error] ?? 'entry.faultElsewhere')}
        </p>
      )}
      {(await setupNeeded()) && <p className="notice">{t('entry.setupHint')}</p>}
      <SignInForm next={next} />
      <Elsewhere providers={signInProviders()} next={next} />
    </EntryShell>
  );
}
