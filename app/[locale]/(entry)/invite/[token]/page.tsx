import { entryMetadata, linkedEntry, type LinkParams } from '@/app/entry';
import { Elsewhere, EntryShell, InviteForm, SpentLink } from '@/components/entry';
import { ROLE_NAMES, ROLE_NOTES } from '@/components/admin';
import { signInProviders } from '@/lib/auth';
import { localized } from '@/lib/i18n';
import { invitationOf, MIN_PASSWORD } from '@/lib/members';

interface Props {
  params: LinkParams;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.inviteTitle');
}

/** `/invite/<token>/`: opening it spends nothing. */
export default async function Page({ params }: Props) {
  const entry = await linkedEntry(params, 'invite');
  const { site, i18n, token, path } = entry;
  const { t } = i18n;
  const invitation = await invitationOf(token);
  if (invitation === null) {
    return <SpentLink entry={entry} lead={t('entry.inviteSpent')} />;
  }
  const { email, role, names } = invitation;
  const author = localized(names, i18n.locale);
  const by = invitation.issuedBy === null ? '' : localized(invitation.issuedBy, i18n.locale);
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path={path}
      title={t('entry.inviteTitle')}
      lead={
        by === ''
          ? t('entry.inviteLead', { site: site.name })
          : t('entry.inviteLeadBy', { name: by, site: site.name })
      }
    >
      <dl className="entry-facts">
        <div>
          <dt>{t('entry.email')}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{t('entry.role')}</dt>
          <dd>
            <span>{t(ROLE_NAMES[role])}</span>
            <small>{t(ROLE_NOTES[role])}</small>
          </dd>
        </div>
        {author !== '' && (
          <div>
            <dt>{t('entry.author')}</dt>
            <dd>
              <span>{author}</span>
              <small>{t('entry.authorNote')}</small>
            </dd>
          </div>
        )}
      </dl>
      <InviteForm token={token} email={email} names={names} least={MIN_PASSWORD} />
      <Elsewhere providers={signInProviders()} next="/write/" />
    </EntryShell>
  );
}
