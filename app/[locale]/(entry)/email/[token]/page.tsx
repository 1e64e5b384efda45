import { entryMetadata, linkedEntry, type LinkParams } from '@/app/entry';
import { ConfirmForm, EntryShell, SpentLink } from '@/components/entry';
import { emailLinkOf } from '@/lib/members';

interface Props {
  params: LinkParams;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.emailTitle');
}

/** `/email/<token>/`: confirms a new e-mail; opening it spends nothing. */
export default async function Page({ params }: Props) {
  const entry = await linkedEntry(params, 'email');
  const { site, i18n, token, path } = entry;
  const { t } = i18n;
  const link = await emailLinkOf(token);
  if (link === null) {
    return (
      <SpentLink entry={entry} lead={t('entry.emailSpent')}>
        <a href="/write/profile/#account">{t('entry.toProfile')}</a>
      </SpentLink>
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
