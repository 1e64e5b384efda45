import { entryMetadata, linkedEntry, type LinkParams } from '@/app/entry';
import { EntryShell, SetPasswordForm, SpentLink } from '@/components/entry';
import { hrefOf, localized, localizePath } from '@/lib/i18n';
import { MIN_PASSWORD, passwordLinkOwner } from '@/lib/members';

interface Props {
  params: LinkParams;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.setPassword');
}

/** `/password/<token>/`: opening it spends nothing. */
export default async function Page({ params }: Props) {
  const entry = await linkedEntry(params, 'password');
  const { site, i18n, token, path } = entry;
  const { t } = i18n;
  const owner = await passwordLinkOwner(token);
  if (owner === null) {
    return (
      <SpentLink entry={entry} lead={t('entry.passwordSpent')}>
        <a className="button button-primary" href={hrefOf(localizePath('/password/', i18n.locale))}>
          {t('entry.askPasswordAgain')}
        </a>
        <a href={hrefOf(localizePath('/signin/', i18n.locale))}>{t('entry.backToSignIn')}</a>
      </SpentLink>
    );
  }
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path={path}
      title={t('entry.setPassword')}
      lead={t('entry.setPasswordLead', { name: localized(owner.names, i18n.locale), email: owner.email })}
    >
      <SetPasswordForm
        token={token}
        email={owner.email}
        names={Object.values(owner.names)}
        least={MIN_PASSWORD}
      />
    </EntryShell>
  );
}
