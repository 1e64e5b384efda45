import { entry, entryMetadata } from '@/app/entry';
import { EntryShell, SignOutForm } from '@/components/entry';
import { currentMember } from '@/app/member';
import { UnsentNotice } from '@/components/editor/saving/UnsentNotice';
import { hrefOf, localized, localizePath } from '@/lib/i18n';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.signOutTitle');
}

/** `/signout/`: opening it changes nothing; the button does. */
export default async function Page({ params }: Props) {
  const { site, i18n } = await entry((await params).locale);
  const { t, locale } = i18n;
  const member = await currentMember();
  if (member === null) {
    return (
      <EntryShell site={site} i18n={i18n} path="/signout/" title={t('entry.signedOut')}>
        <p className="entry-end">
          <a href={hrefOf(localizePath('/signin/', locale))}>{t('entry.signIn')}</a>
          <a href={hrefOf(localizePath('/', locale))}>{t('notFound.toHome')}</a>
        </p>
      </EntryShell>
    );
  }
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path="/signout/"
      title={t('entry.signOutTitle')}
      lead={t('entry.signOutLead', { name: localized(member.names, locale) })}
    >
      <UnsentNotice memberId={member.memberId} />
      <SignOutForm />
    </EntryShell>
  );
}
