import { entry, entryMetadata } from '@/app/entry';
import { AskPasswordForm, EntryShell } from '@/components/entry';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return entryMetadata((await params).locale, 'entry.passwordTitle');
}

/** `/password/`: asks for a link by mail. */
export default async function Page({ params }: Props) {
  const { site, i18n } = await entry((await params).locale);
  return (
    <EntryShell
      site={site}
      i18n={i18n}
      path="/password/"
      title={i18n.t('entry.passwordTitle')}
      lead={i18n.t('entry.passwordLead')}
    >
      <AskPasswordForm />
    </EntryShell>
  );
}
