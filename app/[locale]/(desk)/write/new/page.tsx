import { desk } from '@/app/desk';
import { DeskShell } from '@/components/desk';
import { NewPostForm } from '@/components/desk/list';
import { detailChoices } from '@/lib/writing';

/** Begins a post; looking at this page makes none. */
export default async function Page() {
  const { member, i18n, site } = await desk();
  const { categories } = await detailChoices(member);
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="posts">
      <title>{`${i18n.t('desk.newTitle')} · ${site.name}`}</title>
      <header className="desk-title">
        <h1>{i18n.t('desk.newTitle')}</h1>
      </header>
      <p className="desk-lead">{i18n.t('desk.newText')}</p>
      <NewPostForm languages={site.languages} preferred={member.language} categories={categories} />
    </DeskShell>
  );
}
