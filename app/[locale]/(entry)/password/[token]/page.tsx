import { entry, entryMetadata } from '@/app/entry';
import { parameter } from '@/app/reading';
import { EntryShell, SetPasswordForm } from '@/components/entry';
import { hrefOf, localized, localizePath } from '@/lib/i18n';
import { MIN_PASSWORD, passwordLinkOwner } from '@/lib/members';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.setPassword');
}

/** `/password/<token>/`: opening it spends nothing. */
export default async function Page({ params }: Props) {
  const { locale, token: given } = await params;
  const { site, i18n } = await entry(locale);
  const { t } = i18n;
  const token = parameter(given);
  const path = `/password/${token}/`;
  const owner = await passwordLinkOwner(token);
  if (owner === null) {
    return (
      <EntryShell
        site={site}
        i18n={i18n}
        path={path}
        title={t('entry.linkTitle')}
        lead={t('entry.passwordSpent')}
      >
        <p className="entry-end">
          <a className="button button-primary" href={hrefOf(localizePath('/password/', i18n.locale))}>
            {t('entry.askPasswordAgain')}
          </a>
          <a href={hrefOf(localizePath('/signin/', i18n.locale))}>{t('entry.backToSignIn')}</a>
        </p>
      </EntryShell>
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
