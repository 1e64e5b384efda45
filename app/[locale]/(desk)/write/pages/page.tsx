import { notFound } from 'next/navigation';
import { desk } from '@/app/desk';
import { DeskShell } from '@/components/desk';
import { NewPost, SinglePages } from '@/components/desk/list';
import { may } from '@/lib/access';
import { deskPages } from '@/lib/writing';

/** Single pages of the site, for those who keep them. */
export default async function Page() {
  const { member, i18n, site } = await desk();
  if (!may(member, 'page.write')) notFound();
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="pages">
      <title>{`${i18n.t('desk.pages')} · ${site.name}`}</title>
      <header className="desk-title">
        <h1>{i18n.t('desk.pages')}</h1>
        <NewPost kind="page" languages={site.languages} preferred={member.language} />
      </header>
      <p className="desk-lead">{i18n.t('desk.pagesText')}</p>
      <SinglePages rows={await deskPages(member)} now={new Date()} i18n={i18n} />
    </DeskShell>
  );
}
