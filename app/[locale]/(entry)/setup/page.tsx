import { asked, entry, entryMetadata, type Query } from '@/app/entry';
import { EntryShell, SetupForm } from '@/components/entry';
import { setupLinkWorks, setupNeeded } from '@/lib/auth';
import { hrefOf, localizePath } from '@/lib/i18n';
import { MIN_PASSWORD } from '@/lib/members';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.setupTitle');
}

/** `/setup/?token=…`: names the blog and makes its first administrator. */
export default async function Page({ params, searchParams }: Props) {
  const { site, i18n } = await entry((await params).locale);
  const { t, locale } = i18n;
  const token = (await asked(searchParams, 'token')) ?? '';
  if (!(await setupNeeded())) {
    return (
      <EntryShell
        site={site}
        i18n={i18n}
        path="/setup/"
        title={t('entry.setupDoneTitle')}
        lead={t('entry.setupDoneLead')}
      >
        <p className="entry-end">
          <a className="button button-primary" href={hrefOf(localizePath('/signin/', locale))}>
            {t('entry.signIn')}
          </a>
        </p>
      </EntryShell>
    );
  }
  const path = `/setup/?token=${encodeURIComponent(token)}`;
  if (!(await setupLinkWorks(token))) {
    return (
      <EntryShell
        site={site}
        i18n={i18n}
        path={token === '' ? '/setup/' : path}
        title={t('entry.setupLinkTitle')}
        lead={t('entry.setupLinkLead')}
      />
    );
  }
  return (
    <EntryShell site={site} i18n={i18n} path={path} title={t('entry.setupTitle')} lead={t('entry.setupLead')}>
      <SetupForm token={token} least={MIN_PASSWORD} />
    </EntryShell>
  );
}
