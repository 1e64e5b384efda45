import { desk } from '@/app/desk';
import { DeskShell } from '@/components/desk';
import { MediaLibrary } from '@/components/media';
import { mediaPage } from '@/lib/media';

/** `/write/media/` */
export default async function Page() {
  const { member, i18n, site } = await desk();
  const { t } = i18n;
  const first = await mediaPage(member, { words: '', isMine: false, cursor: null }, member.language);
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="media">
      <title>{`${t('images.libraryTitle')} · ${site.name}`}</title>
      <div className="desk-title">
        <h1>{t('images.libraryTitle')}</h1>
      </div>
      <p className="media-lead">{t('images.libraryText')}</p>
      <MediaLibrary initial={first} />
    </DeskShell>
  );
}
