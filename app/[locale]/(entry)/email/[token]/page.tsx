import { entry, entryMetadata } from '@/app/entry';
import { parameter } from '@/app/reading';
import { ConfirmForm, EntryShell } from '@/components/entry';
import { emailLinkOf } from '@/lib/members';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.emailTitle');
}

/** `/email/<token>/`: confirms a new e-mail; opening it spends nothing. */
export default async function Page({ params }: Props) {
  const { locale, token: given } = await params;
  const { site, i18n } = await entry(locale);
  const { t } = i18n;
  const token = parameter(given);
  const path = `/email/${token}/`;
  const link = await emailLinkOf(token);
  if (link === null) {
    return (
      <EntryShell
        site={site}
        i18n={i18n}
        path={path}
        title={t('entry.linkTitle')}
        lead={t('entry.emailSpent')}
      >
        <p className="entry-end">
          <a href="/write/profile/#account">{t('entry.toProfile')}</a>
        </p>
      </EntryShell>
    );
  }
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path={path}
      title={t('entry.emailTitle')}
      lead={t('entry.emailLead', { email: link.email })}
    >
      <ConfirmForm address="/api/account/email/confirm/" token={token} label={t('entry.confirmEmail')} />
    </EntryShell>
  );
}
